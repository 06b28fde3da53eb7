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

  it('reads a written date in either language, of the next year when it is over', () => {
    const today = '2026-11-24';
    const of = (line: string) => readQuickWords(line, sampleDirectory(), today);
    expect(of('Kirim rotan kering, 28 Nov')).toEqual({ title: 'Kirim rotan kering', dueOn: '2026-11-28' });
    expect(of('Tutup buku 31 Desember')).toEqual({ title: 'Tutup buku', dueOn: '2026-12-31' });
    expect(of('Send the frames 3 May 2027')).toEqual({ title: 'Send the frames', dueOn: '2027-05-03' });
    expect(of('Rapat anggaran 5 Jan')).toEqual({ title: 'Rapat anggaran', dueOn: '2027-01-05' });
    expect(of('Cek stok 31 Feb')).toEqual({ title: 'Cek stok 31 Feb' });
    expect(of('Pesan 12 marmer')).toEqual({ title: 'Pesan 12 marmer' });
  });

  it('leaves no comma behind, and takes no weekday that comes round', () => {
    expect(readQuickWords('Kirim 12 rangka sampel, Kamis', sampleDirectory(), '2026-11-24')).toEqual({
      title: 'Kirim 12 rangka sampel',
      dueOn: '2026-11-26',
    });
    expect(readQuickWords('Bersihkan oven setiap Senin', sampleDirectory(), '2026-11-24')).toEqual({
      title: 'Bersihkan oven setiap Senin',
    });
  });
});
