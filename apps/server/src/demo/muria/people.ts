import type { SampleFirm, SamplePerson } from '../sample.js';

/** Who sits at the table of Jepara. All names are invented. */
export const firms = {
  forum: {
    name: 'Forum Klaster Mebel Muria',
    letters: 'FM',
    kind: 'association',
    size: 'micro',
    place: 'Jepara',
    standing: 'facilitator',
  },
  jati: {
    name: 'CV Jati Lestari',
    letters: 'JL',
    kind: 'sme',
    size: 'medium',
    place: 'Tahunan, Jepara',
    standing: 'full',
  },
  ukir: {
    name: 'UD Ukir Barokah',
    letters: 'UB',
    kind: 'sme',
    size: 'small',
    place: 'Mulyoharjo, Jepara',
    standing: 'full',
  },
  rimba: {
    name: 'PT Rimba Senenan',
    letters: 'RS',
    kind: 'sme',
    size: 'medium',
    place: 'Senenan, Jepara',
    standing: 'full',
  },
  kayu: {
    name: 'UD Kayu Makmur',
    letters: 'KM',
    kind: 'sme',
    size: 'small',
    place: 'Mantingan, Jepara',
    standing: 'full',
  },
  anyam: {
    name: 'CV Anyam Teluk Wetan',
    letters: 'AT',
    kind: 'sme',
    size: 'small',
    place: 'Teluk Wetan, Jepara',
    standing: 'full',
  },
  politeknik: {
    name: 'Politeknik Kayu Pantura',
    letters: 'PK',
    kind: 'campus',
    size: 'medium',
    place: 'Semarang',
    standing: 'observer',
  },
  nordhem: {
    name: 'Nordhem Living',
    letters: 'NL',
    kind: 'large-company',
    size: 'large',
    place: 'Göteborg, Swedia',
    standing: 'observer',
  },
} as const satisfies Record<string, SampleFirm>;

const laptop = 'Chrome di Windows';
const android = 'Chrome di Android';
const admin = { isAdmin: true, isSignatory: true } as const;
const joining = (firm: string, joined: string, device = laptop) => ({ firm, joined, device });

export const people: Readonly<Record<string, SamplePerson>> = {
  ratna: {
    ...joining('forum', '2026-06-01'),
    name: 'Ratna Wijayanti',
    honorific: 'bu',
    login: 'ratna@forummuria.example',
  },
  dimas: {
    ...joining('forum', '2026-06-02'),
    name: 'Dimas Prakoso',
    honorific: 'mas',
    login: 'dimas@forummuria.example',
  },
  hadi: {
    ...joining('jati', '2026-06-03'),
    ...admin,
    name: 'Hadi Santoso',
    honorific: 'pak',
    login: 'hadi@jatilestari.example',
  },
  siti: {
    ...joining('ukir', '2026-06-04', android),
    ...admin,
    name: 'Siti Aminah',
    honorific: 'bu',
    login: 'siti@ukirbarokah.example',
  },
  yusuf: {
    ...joining('rimba', '2026-06-05'),
    ...admin,
    name: 'Yusuf Hidayat',
    honorific: 'pak',
    login: 'yusuf@rimbasenenan.example',
  },
  slamet: {
    ...joining('kayu', '2026-06-06', android),
    ...admin,
    name: 'Slamet Widodo',
    honorific: 'pak',
    login: 'slamet@kayumakmur.example',
  },
  laila: {
    ...joining('anyam', '2026-06-08', android),
    ...admin,
    name: 'Laila Rahmawati',
    honorific: 'mbak',
    login: '0812 0055 4101',
  },
  wulan: {
    ...joining('jati', '2026-06-09'),
    name: 'Wulan Kusumastuti',
    honorific: 'mbak',
    login: 'wulan@jatilestari.example',
  },
  fajar: {
    ...joining('jati', '2026-06-09', android),
    name: 'Fajar Nugroho',
    honorific: 'mas',
    login: 'fajar@jatilestari.example',
  },
  endang: {
    ...joining('jati', '2026-06-09'),
    name: 'Endang Pratiwi',
    honorific: 'bu',
    login: 'endang@jatilestari.example',
  },
  rizal: {
    ...joining('ukir', '2026-06-09', android),
    name: 'Rizal Mahfud',
    honorific: 'mas',
    login: 'rizal@ukirbarokah.example',
  },
  nadia: {
    ...joining('rimba', '2026-06-09'),
    name: 'Nadia Puspita',
    honorific: 'mbak',
    login: 'nadia@rimbasenenan.example',
  },
  bagus: {
    ...joining('rimba', '2026-06-09', android),
    name: 'Bagus Setiawan',
    honorific: 'mas',
    login: 'bagus@rimbasenenan.example',
  },
  joko: { ...joining('kayu', '2026-06-09', android), name: 'Joko Purnomo', honorific: 'mas', login: '0813 0055 4102' },
  arif: {
    ...joining('politeknik', '2026-06-15'),
    name: 'Arif Budiman',
    honorific: 'pak',
    login: 'arif@politeknikpantura.example',
  },
  ingrid: {
    ...joining('nordhem', '2026-09-07'),
    name: 'Ingrid Halvorsen',
    honorific: null,
    login: 'ingrid@nordhem.example',
    locale: 'en',
  },
};
