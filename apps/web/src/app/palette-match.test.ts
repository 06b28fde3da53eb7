import { describe, expect, it } from '@jest/globals';
import { matchOf } from './palette-match';

const tasks = { label: 'Tugas', synonyms: 'task pekerjaan janji promise' };

describe('seeking in the palette', () => {
  it('finds a place by its name and by its word in the other language', () => {
    expect(matchOf(tasks, 'tug')).toBeGreaterThan(0);
    expect(matchOf(tasks, 'task')).toBeGreaterThan(0);
    expect(matchOf(tasks, 'rapat')).toBe(0);
  });

  it('wants every word, in any order, whatever the accents and capitals', () => {
    expect(matchOf({ label: 'Kirim kontainer José' }, 'jose KIRIM')).toBeGreaterThan(0);
    expect(matchOf({ label: 'Kirim kontainer José' }, 'kirim kayu')).toBe(0);
  });

  it('puts a beginning before a middle and a name before a synonym', () => {
    const scores = [{ label: 'Tujuan' }, { label: 'Buat tujuan' }, { label: 'Sasaran', synonyms: 'tujuan' }].map(
      (each) => matchOf(each, 'tujuan'),
    );
    expect(scores).toEqual(scores.toSorted((one, another) => another - one));
    expect(new Set(scores).size).toBe(3);
  });

  it('does not find by letters that merely follow each other', () => {
    expect(matchOf({ label: 'Tambah anggota' }, 'tga')).toBe(0);
  });
});
