import type { SampleAgreement } from '../sample.js';

/** Everybody's signature on the days after a proposal. */
const all = ['yusuf', 'siti', 'hadi', 'laila', 'slamet'] as const;
const signedBy = (people: readonly string[], days: readonly string[]) =>
  people.map((by, at) => ({ by, on: days[at] ?? days.at(-1) ?? '' }));
const inJuly = signedBy(all, ['2026-07-15', '2026-07-15', '2026-07-16', '2026-07-17', '2026-07-18']);

/** What the firms took upon themselves, what they were asked to sign, and what they said. */
export const agreements: Readonly<Record<string, SampleAgreement>> = {
  kontainer: {
    duties: {
      hadi: ['Menyiapkan dokumen ekspor dan memesan kontainer', 'monthly'],
      siti: ['Mengirim 40 panel ukir siap rakit', 'monthly'],
      yusuf: ['Merakit dan mengepak 120 kursi', 'monthly'],
      slamet: ['Memasok papan jati kering 6 m³', 'monthly'],
      laila: ['Menganyam 120 dudukan', 'monthly'],
    },
    rounds: [{ by: 'hadi', on: '2026-07-14', words: inJuly }],
    running: '2026-07-20',
    reports: [
      {
        on: '2026-11-19',
        status: 'attention',
        confidence: 6,
        note: 'Kontainer ketiga berangkat 16 November. Yang keempat menunggu kursi dari perakitan.',
        blockers: 'Papan kering datang enam hari terlambat.',
        isRead: true,
      },
    ],
  },
  kering: {
    duties: {
      hadi: ['Mencatat setiap retur dan sebabnya', 'weekly'],
      siti: ['Menyimpan kayu di gudang tertutup', null],
      yusuf: ['Memeriksa kadar air sebelum merakit', 'weekly'],
      slamet: ['Mengoven sampai 12 % dan menyertakan catatan', 'weekly'],
      laila: { none: 'rotan tidak dioven' },
    },
    rounds: [
      { by: 'yusuf', on: '2026-07-14', words: inJuly },
      {
        by: 'yusuf',
        on: '2026-11-20',
        target: '3.5',
        summary: 'Sasaran retur 3 % menjadi 3,5 %, karena oven penuh sampai Januari',
        words: signedBy(['yusuf', 'siti'], ['2026-11-20', '2026-11-21']),
      },
    ],
    running: '2026-07-20',
    reports: [
      {
        on: '2026-11-18',
        status: 'on-track',
        confidence: 7,
        note: 'Retur turun ke 5,2 %. Semua papan kini diperiksa sebelum dirakit.',
        blockers: '',
        isRead: true,
      },
    ],
  },
  svlk: {
    duties: {
      hadi: ['Mendampingi mitra mengisi berkas SVLK', 'monthly'],
      siti: ['Mengurus pendaftaran kelompok', null],
      yusuf: ['Menyusun catatan asal kayu', 'monthly'],
      slamet: ['Menyerahkan surat angkut setiap kiriman', 'weekly'],
      laila: { none: 'bahan kami rotan, bukan kayu' },
    },
    rounds: [{ by: 'siti', on: '2026-07-14', words: inJuly }],
    running: '2026-07-21',
    reports: [
      {
        on: '2026-11-09',
        status: 'stuck',
        confidence: 3,
        note: 'Satu anggota lulus. Empat berkas kembali karena surat angkut tidak lengkap.',
        blockers: 'Surat angkut dari gergajian belum seragam.',
        isRead: true,
      },
    ],
  },
  waktu: {
    duties: {
      hadi: ['Membagi pesanan campuran dalam dua hari', null],
      siti: ['Menyelesaikan ukiran dalam 12 hari', null],
      yusuf: ['Merakit dalam 10 hari sejak bahan lengkap', null],
      slamet: ['Mengirim kayu kering dalam 14 hari', null],
      laila: ['Menganyam dalam 10 hari', null],
    },
    rounds: [
      {
        by: 'hadi',
        on: '2026-07-28',
        words: signedBy(all, ['2026-07-28', '2026-07-29', '2026-07-28', '2026-07-30', '2026-08-01']),
      },
    ],
    running: '2026-08-03',
    reports: [
      {
        on: '2026-11-17',
        status: 'on-track',
        confidence: 8,
        note: 'Rata-rata 64 hari. Pembagian pesanan kini selesai dalam dua hari.',
        blockers: '',
        isRead: true,
      },
    ],
  },
  katalog: {
    duties: {
      hadi: ['Memotret dan menata halaman katalog', 'quarterly'],
      siti: ['Merancang 12 desain ukir', null],
      yusuf: ['Merancang 10 desain rakit', null],
      slamet: { none: 'kami tidak merancang' },
      laila: ['Merancang 8 desain rotan', null],
    },
    rounds: [
      {
        by: 'siti',
        on: '2026-07-28',
        words: [
          ...signedBy(['siti', 'yusuf', 'laila'], ['2026-07-28', '2026-07-29', '2026-07-30']),
          { by: 'hadi', on: '2026-07-30', note: 'Biaya cetak dibagi menurut jumlah desain.' },
          { by: 'slamet', on: '2026-07-31' },
        ],
      },
    ],
    running: '2026-08-03',
    reports: [
      {
        on: '2026-11-20',
        status: 'on-track',
        confidence: 7,
        note: 'Tujuh belas desain siap. Pemotretan kedua dijadwalkan 2 Desember.',
        blockers: '',
      },
    ],
  },
  jati: {
    duties: {
      hadi: ['Menyatakan kebutuhan jati tiap triwulan', 'quarterly'],
      siti: ['Menyatakan kebutuhan jati tiap triwulan', 'quarterly'],
      yusuf: ['Menyatakan kebutuhan jati tiap triwulan', 'quarterly'],
      slamet: ['Menggergaji kayu yang dibeli bersama', 'quarterly'],
      laila: { none: 'kami tidak memakai jati' },
    },
    rounds: [
      {
        by: 'hadi',
        on: '2026-11-10',
        words: [
          ...signedBy(['hadi', 'yusuf', 'siti', 'laila'], ['2026-11-10', '2026-11-11', '2026-11-12', '2026-11-13']),
          {
            by: 'slamet',
            on: '2026-11-16',
            note: 'Kami hidup dari menjual kayu jati ke mitra. Pembelian bersama mengambil pesanan itu.',
            change: 'Kayu dari kami dihitung lebih dulu, sisanya baru dibeli bersama.',
          },
        ],
      },
    ],
  },
};
