import type { SampleTable } from '../sample.js';

const android = 'Chrome di Android';
const admin = { isAdmin: true, isSignatory: true } as const;

/** A young partnership of three batik workshops in Pekalongan, helped by the same facilitator. */
export const pesisir: SampleTable = {
  partnership: {
    name: 'Batik Warna Alam Pesisir',
    type: 'horizontal',
    purpose: 'Tiga rumah batik di Pekalongan memakai pewarna alam bersama dan mengolah limbahnya dengan benar.',
    zone: 'Asia/Jakarta',
  },
  founded: '2026-11-03',
  founder: 'ratna',
  firms: {
    forum: {
      name: 'Forum Klaster Mebel Muria',
      letters: 'FM',
      kind: 'association',
      size: 'micro',
      place: 'Jepara',
      standing: 'facilitator',
    },
    canting: {
      name: 'CV Canting Pesisir',
      letters: 'CP',
      kind: 'sme',
      size: 'small',
      place: 'Pekalongan',
      standing: 'full',
    },
    soga: { name: 'UD Soga Lestari', letters: 'SL', kind: 'sme', size: 'micro', place: 'Batang', standing: 'full' },
    indigo: {
      name: 'Griya Indigo Kauman',
      letters: 'GI',
      kind: 'sme',
      size: 'micro',
      place: 'Kauman, Pekalongan',
      standing: 'full',
    },
  },
  people: {
    ratna: {
      firm: 'forum',
      name: 'Ratna Wijayanti',
      honorific: 'bu',
      login: 'ratna@forummuria.example',
      device: 'Chrome di Windows',
      joined: '2026-11-03',
    },
    nurhayati: {
      ...admin,
      firm: 'canting',
      name: 'Nurhayati Basyir',
      honorific: 'bu',
      login: 'nurhayati@cantingpesisir.example',
      device: android,
      joined: '2026-11-04',
    },
    imron: {
      ...admin,
      firm: 'soga',
      name: 'Imron Fauzi',
      honorific: 'pak',
      login: '0857 0055 4103',
      device: android,
      joined: '2026-11-05',
    },
    tiara: {
      ...admin,
      firm: 'indigo',
      name: 'Tiara Maharani',
      honorific: 'mbak',
      login: 'tiara@griyaindigo.example',
      device: android,
      joined: '2026-11-06',
    },
  },
  interests: [
    {
      by: 'ratna',
      on: '2026-11-19',
      answers: [
        {
          by: 'tiara',
          on: '2026-11-19',
          note: 'Kebun kami sanggup menanam lebih banyak bila ada yang membeli tetap.',
          ratings: { warna: [5, 5, 4], limbah: [3, 2, 2] },
        },
        { by: 'nurhayati', on: '2026-11-20', ratings: { warna: [4, 5, 3], limbah: [4, 4, 3] } },
      ],
    },
  ],
  agreements: {},
  goals: {
    warna: {
      title: 'Kebun indigo dan dapur warna bersama',
      benefit: 'resources',
      by: 'tiara',
      made: '2026-11-10',
      champion: 'tiara',
      reviewer: 'nurhayati',
      dates: ['2026-12-01', '2027-11-30'],
      targets: [
        {
          label: 'Pasta indigo dari kebun sendiri',
          unit: 'kg per bulan',
          direction: 'up',
          baseline: '0',
          target: '40',
          weight: 1,
          reports: [],
        },
      ],
      writings: [
        {
          by: 'tiara',
          on: '2026-11-10',
          text: `## Mengapa
          Pasta indigo kami beli dari luar pulau, harganya naik setiap musim hujan dan warnanya tidak sama.
          ## Siapa melakukan apa
          - Griya Indigo Kauman menanam dan membuat pasta.
          - UD Soga Lestari menyiapkan kayu tingi dan tegeran.`,
        },
        {
          by: 'nurhayati',
          on: '2026-11-12',
          text: `## Ukuran
          40 kg pasta per bulan pada {2027-11-30}, cukup untuk tiga rumah batik.
          ## Batas
          Motif dan pelanggan tetap milik masing-masing.`,
        },
      ],
    },
    limbah: {
      title: 'Limbah celup diolah bersama',
      benefit: 'competitiveness',
      by: 'imron',
      made: '2026-11-18',
      champion: 'imron',
      targets: [],
      writings: [
        {
          by: 'imron',
          on: '2026-11-18',
          text: `## Mengapa
          Warga di hilir mengeluh air sungai keruh. Satu bak pengendap untuk bertiga lebih murah daripada tiga bak kecil.
          ## Yang perlu diketahui
          - Berapa liter limbah per minggu di setiap rumah batik?
          - Apakah lahan di belakang UD Soga Lestari boleh dipakai?`,
        },
      ],
    },
  },
  meetings: {
    kenal: {
      title: 'Pertemuan kedua: apa yang kita cari',
      on: '2026-11-17',
      hours: ['10.00', '11.30'],
      place: 'Griya Indigo Kauman',
      scheduled: '2026-11-09',
      by: 'ratna',
      chair: 'ratna',
      agenda: [
        ['Kepentingan masing-masing', 'discussion', 45, null],
        ['Limbah celup', 'discussion', 25, 'soga'],
        ['Langkah berikut', 'promises', 15, 'forum'],
      ],
      held: {
        present: ['ratna', 'nurhayati', 'imron', 'tiara'],
        writers: ['tiara', 'ratna'],
        discussed: [
          'Bu Nurhayati mencari warna yang sama dari bulan ke bulan; Pak Imron mencari pembeli kayu warna yang tetap.',
          'Dua dari tiga firma sudah mengisi kepentingannya; UD Soga Lestari menyusul.',
        ],
        agreed: ['Setiap rumah batik mengukur limbahnya selama satu minggu.'],
      },
    },
    lahan: {
      title: 'Pertemuan ketiga: lahan dan biaya',
      on: '2026-12-01',
      hours: ['10.00', '11.30'],
      place: 'UD Soga Lestari, Batang',
      scheduled: '2026-11-19',
      by: 'ratna',
      chair: 'ratna',
      agenda: [
        ['Hasil ukur limbah', 'information', 20, null],
        ['Lahan untuk bak pengendap', 'decision', 30, 'soga'],
      ],
    },
  },
  tasks: [
    {
      title: 'Ukur limbah celup selama satu minggu di Kauman',
      by: 'ratna',
      meeting: 'kenal',
      person: 'tiara',
      goal: 'warna',
      due: '2026-11-26',
      doing: '2026-11-19',
    },
    {
      title: 'Tulis kepentingan UD Soga Lestari',
      by: 'ratna',
      meeting: 'kenal',
      person: 'imron',
      due: '2026-11-23',
    },
    {
      title: 'Kirim tiga contoh warna biru',
      by: 'nurhayati',
      made: '2026-11-11',
      person: 'tiara',
      goal: 'warna',
      due: '2026-11-20',
      done: '2026-11-19',
    },
    {
      title: 'Tanyakan izin bak pengendap ke kelurahan',
      by: 'ratna',
      made: '2026-11-18',
      firm: 'canting',
      due: '2026-12-03',
    },
  ],
};
