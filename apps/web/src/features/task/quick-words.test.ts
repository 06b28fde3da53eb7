import { describe, expect, it } from '@jest/globals';
import { sampleDirectory } from '@/testing/seated';
import { readQuickWords } from './quick-words';

const read = (line: string) => readQuickWords(line, sampleDirectory(), '2026-11-24');

describe('the line of a new task', () => {
  it('names a firm after @ and a day at the end', () => {
    expect(read('Kirim rangka @UD Kayu besok')).toEqual({
      title: 'Kirim rangka',
      partnerId: 'kayu',
      assigneeId: null,
      dueOn: '2026-11-25',
    });
  });

  it('names a person, and the firm with the person', () => {
    expect(read('@Sari cek oven')).toEqual({ title: 'cek oven', partnerId: 'kayu', assigneeId: 'sari' });
  });

  it('takes a weekday as the next one, never today', () => {
    expect(read('Rapat kecil Selasa').dueOn).toBe('2026-12-01');
    expect(read('Rapat kecil Jumat').dueOn).toBe('2026-11-27');
  });

  it('leaves in the title what it does not understand', () => {
    expect(read('Surel ke a@b.id')).toEqual({ title: 'Surel ke a@b.id' });
    expect(read('Kirim @siapa')).toEqual({ title: 'Kirim @siapa' });
    expect(read('Besok')).toEqual({ title: 'Besok' });
  });
});
