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

const notesSections: Record<StarterLocale, readonly string[]> = {
  id: ['Yang dibahas', 'Yang disepakati', 'Yang harus dikerjakan'],
  en: ['What we discussed', 'What we agreed', 'What has to be done'],
};

/** The guided headings a new goal starts with, each with one example sentence to write over. */
export function goalText(locale: StarterLocale): DocumentNode {
  return doc(goalSections[locale].flatMap(([title, example]) => [heading(title), exampleParagraph(example)]));
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

function paragraph(): DocumentNode {
  return { type: 'paragraph' };
}

function emptyTasks(): DocumentNode {
  return { type: 'taskList', content: [{ type: 'taskItem', attrs: { checked: false }, content: [paragraph()] }] };
}
