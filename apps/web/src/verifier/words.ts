import type { Fault } from '@mufakat/proof';

/** What the offline page says, in both languages at once: it has no server to ask for more. */
const id = {
  title: 'Pemeriksa riwayat Mufakat',
  lead: 'Halaman ini memeriksa unduhan riwayat di perangkat Anda sendiri. Tidak ada yang dikirim ke mana pun.',
  choose: 'Pilih unduhan riwayat (.jsonl) dan, bila ada, tanda terima (.json)',
  checking: (entries: number) => `Memeriksa… ${entries} catatan`,
  whole: 'Riwayat ini utuh',
  broken: 'Riwayat ini tidak cocok',
  wholeSays: 'Setiap catatan menyambung ke catatan sebelumnya dan berisi apa yang dulu dicatat.',
  brokenSays: 'Bandingkan dengan unduhan mitra lain. Jangan menandatangani apa pun sebelum jelas.',
  noJournal: 'Di antara berkas ini tidak ada unduhan riwayat Mufakat.',
  brokenLine: (line: number) => `Baris ${line} bukan baris unduhan riwayat; unduh lagi.`,
  noReceipts: 'Tanpa tanda terima yang Anda simpan sendiri, riwayat yang ditulis ulang seluruhnya tidak akan ketahuan.',
  rows: {
    partnership: 'Kemitraan',
    madeAt: 'Diunduh',
    entries: 'Catatan',
    revisions: 'Versi tujuan',
    receipts: 'Tanda terima',
    head: 'Ujung rantai',
  },
  more: (count: number) => `dan ${count} lagi`,
  faults: {
    gap: (n) => `Ada catatan yang hilang sebelum #${n}.`,
    chain: (n) => `Catatan #${n} tidak menyambung ke catatan sebelumnya.`,
    hash: (n) => `Isi catatan #${n} bukan yang dulu dicatat.`,
    text: (n) => `Tulisan pada catatan #${n} bukan yang dulu dicatat.`,
    head: (n) => `Rantai berhenti di #${n}, bukan di ujungnya.`,
    seen: (n) => `Catatan #${n} bukan yang pernah dilihat.`,
    receipt: (n) => `Catatan #${n} bukan yang tertulis di tanda terima, atau tanda tangannya salah.`,
    revision: (n) => `Versi tujuan pada catatan #${n} bukan yang dulu diajukan.`,
  } satisfies Record<Fault['fault'], (sequence: number) => string> as Record<
    Fault['fault'],
    (sequence: number) => string
  >,
};

const en: typeof id = {
  title: 'Mufakat history verifier',
  lead: 'This page checks a downloaded history on your own device. Nothing is sent anywhere.',
  choose: 'Choose the downloaded history (.jsonl) and, if you have them, receipts (.json)',
  checking: (entries) => `Checking… ${entries} entries`,
  whole: 'This history is whole',
  broken: 'This history does not match',
  wholeSays: 'Every entry follows the one before it and says what was once written down.',
  brokenSays: 'Compare it with the download of another partner. Sign nothing before this is clear.',
  noJournal: 'None of these files is a downloaded history of Mufakat.',
  brokenLine: (line) => `Line ${line} is no line of a downloaded history; download it again.`,
  noReceipts: 'Without receipts that you kept yourself, a history that was written anew as a whole is not found out.',
  rows: {
    partnership: 'Partnership',
    madeAt: 'Downloaded',
    entries: 'Entries',
    revisions: 'Goal versions',
    receipts: 'Receipts',
    head: 'End of the chain',
  },
  more: (count) => `and ${count} more`,
  faults: {
    gap: (n) => `An entry is missing before #${n}.`,
    chain: (n) => `Entry #${n} does not follow the one before it.`,
    hash: (n) => `Entry #${n} does not say what was once written down.`,
    text: (n) => `The words of entry #${n} are not those once written down.`,
    head: (n) => `The chain stops at #${n}, which is not its end.`,
    seen: (n) => `Entry #${n} is not the one that was seen.`,
    receipt: (n) => `Entry #${n} is not the one on a receipt, or its signature is wrong.`,
    revision: (n) => `The goal version of entry #${n} is not what was once proposed.`,
  },
};

export const catalogue = { id, en };
export type Language = keyof typeof catalogue;
