import type { DocumentNode } from './document.js';

/** The languages a starting text is written in. */
export type StarterLocale = 'id' | 'en';

type Section = readonly [heading: string, example: string];

const goalSections: Record<StarterLocale, readonly Section[]> = {
  id: [
    ['Mengapa', 'Contoh: pembeli menunda pesanan karena pengiriman kami sering terlambat dua minggu.'],
    ['Siapa melakukan apa', 'Contoh: UD Kayu menyiapkan komponen tiap Senin, CV Mebel merakit sampai Kamis.'],
    ['Ukuran', 'Contoh: pengiriman tepat waktu naik dari 60% menjadi 90% pada 30 Juni.'],
    ['Batas', 'Contoh: harga jual masing-masing perusahaan tidak dibahas di sini.'],
  ],
  en: [
    ['Why', 'Example: buyers postpone orders because our deliveries are often two weeks late.'],
    ['Who does what', 'Example: UD Kayu prepares components every Monday, CV Mebel assembles until Thursday.'],
    ['Measure', 'Example: on-time deliveries rise from 60% to 90% by 30 June.'],
    ['Limits', 'Example: the selling prices of each firm are not discussed here.'],
  ],
};

/** What a starter goal says in words. Its measure stands in the record, so only what must be done with it is written. */
export interface StarterWords {
  why: string;
  limits: string;
  /** The duties nobody has taken yet, each as one line: whose it shall be, what, how often. */
  untaken: readonly string[];
}

const starterSays: Record<StarterLocale, { untaken: string; taken: string; measure: string }> = {
  id: {
    untaken:
      'Belum ada mitra untuk yang berikut. Tulis di bagian Kewajiban begitu ada yang mengambilnya, lalu hapus dari sini.',
    taken: 'Lihat bagian Kewajiban. Mitra yang bergabung kemudian menulis kewajibannya di sana.',
    measure: 'Nilai awal dan nilai sasaran masih contoh. Ganti dengan angka kita sendiri sebelum diajukan.',
  },
  en: {
    untaken:
      'The following has no partner yet. Write it under Obligations once somebody takes it, then delete it from here.',
    taken: 'See Obligations. Partners who join later write theirs there.',
    measure: 'Baseline and target are still examples. Put our own numbers in their place before proposing.',
  },
};

const notesSections: Record<StarterLocale, readonly string[]> = {
  id: ['Yang dibahas', 'Yang disepakati', 'Yang harus dikerjakan'],
  en: ['What we discussed', 'What we agreed', 'What has to be done'],
};

/** The guided headings a new goal starts with, each with one example sentence to write over. */
export function goalText(locale: StarterLocale): DocumentNode {
  return doc(goalSections[locale].flatMap(([title, example]) => [heading(title), exampleParagraph(example)]));
}

/** The same headings filled in as far as a starter knows, and honest about what the partners still have to say. */
export function starterGoalText(locale: StarterLocale, { why, limits, untaken }: StarterWords): DocumentNode {
  const says = starterSays[locale];
  const duties =
    untaken.length > 0 ? [exampleParagraph(says.untaken), bulletList(untaken)] : [exampleParagraph(says.taken)];
  const written: DocumentNode[][] = [[paragraph(why)], duties, [exampleParagraph(says.measure)], [paragraph(limits)]];
  return doc(goalSections[locale].flatMap(([title], at) => [heading(title), ...(written[at] ?? [])]));
}

/** The headings the notes of a meeting start with; the last one holds a list of things to do. */
export function meetingNotes(locale: StarterLocale): DocumentNode {
  const sections = notesSections[locale];
  return doc(
    sections.flatMap((title, index) => [heading(title), index === sections.length - 1 ? emptyTasks() : paragraph()]),
  );
}

function doc(content: DocumentNode[]): DocumentNode {
  return { type: 'doc', content };
}

function heading(text: string): DocumentNode {
  return { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text }] };
}

function exampleParagraph(text: string): DocumentNode {
  return { type: 'paragraph', content: [{ type: 'text', text, marks: [{ type: 'italic' }] }] };
}

function paragraph(text = ''): DocumentNode {
  return text === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text }] };
}

function bulletList(lines: readonly string[]): DocumentNode {
  return { type: 'bulletList', content: lines.map((line) => ({ type: 'listItem', content: [paragraph(line)] })) };
}

function emptyTasks(): DocumentNode {
  return { type: 'taskList', content: [{ type: 'taskItem', attrs: { checked: false }, content: [paragraph()] }] };
}
