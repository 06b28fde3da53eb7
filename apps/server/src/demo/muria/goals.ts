import type { SampleGoal } from '../sample.js';
import { texts } from './goal-texts.js';

const year = ['2026-06-01', '2027-05-31'] as const;

/** What the cluster wants to reach by the end of May, with the values measured until now. */
export const goals: Readonly<Record<string, SampleGoal>> = {
  kontainer: {
    title: 'Pengiriman kontainer gabungan ke Eropa',
    benefit: 'market',
    by: 'hadi',
    made: '2026-06-10',
    champion: 'hadi',
    reviewer: 'yusuf',
    dates: year,
    targets: [
      {
        label: 'Kontainer gabungan per semester',
        unit: 'kontainer',
        direction: 'up',
        baseline: '2',
        target: '6',
        weight: 1,
        reports: [['2026-10-14', '3']],
      },
    ],
    writings: texts.kontainer,
  },
  kering: {
    title: 'Retur karena kadar air kayu turun',
    benefit: 'competitiveness',
    by: 'yusuf',
    made: '2026-06-10',
    champion: 'yusuf',
    reviewer: 'siti',
    dates: year,
    targets: [
      {
        label: 'Barang diretur karena kadar air',
        unit: '%',
        direction: 'down',
        baseline: '7.5',
        target: '3',
        weight: 1,
        reports: [
          ['2026-07-31', '6.9'],
          ['2026-09-02', '6.1'],
          ['2026-10-14', '5.6'],
          ['2026-11-11', '5.2'],
        ],
      },
    ],
    writings: texts.kering,
  },
  svlk: {
    title: 'Sertifikat SVLK kelompok',
    benefit: 'competitiveness',
    by: 'siti',
    made: '2026-06-11',
    champion: 'siti',
    reviewer: 'hadi',
    dates: year,
    targets: [
      {
        label: 'Anggota yang lulus SVLK',
        unit: 'anggota',
        direction: 'up',
        baseline: '0',
        target: '5',
        weight: 1,
        reports: [['2026-10-30', '1']],
      },
    ],
    writings: texts.svlk,
  },
  waktu: {
    title: 'Pesanan campuran selesai lebih cepat',
    benefit: 'competitiveness',
    by: 'nadia',
    made: '2026-06-24',
    champion: 'nadia',
    reviewer: 'wulan',
    dates: year,
    targets: [
      {
        label: 'Waktu pesanan campuran',
        unit: 'hari',
        direction: 'down',
        baseline: '75',
        target: '50',
        weight: 1,
        reports: [
          ['2026-09-09', '70'],
          ['2026-10-28', '64'],
        ],
      },
    ],
    writings: texts.waktu,
  },
  katalog: {
    title: 'Katalog bersama 40 desain baru',
    benefit: 'innovation',
    by: 'rizal',
    made: '2026-06-25',
    champion: 'rizal',
    reviewer: 'laila',
    dates: year,
    targets: [
      {
        label: 'Desain baru yang siap dijual',
        unit: 'desain',
        direction: 'up',
        baseline: '0',
        target: '40',
        weight: 1,
        reports: [
          ['2026-09-04', '8'],
          ['2026-10-30', '17'],
        ],
      },
    ],
    writings: texts.katalog,
  },
  jati: {
    title: 'Pembelian kayu jati bersama',
    benefit: 'resources',
    by: 'bagus',
    made: '2026-07-09',
    champion: 'bagus',
    reviewer: 'slamet',
    dates: year,
    targets: [
      {
        label: 'Jati yang dibeli bersama per triwulan',
        unit: 'm³',
        direction: 'up',
        baseline: '0',
        target: '120',
        weight: 1,
        reports: [['2026-10-01', '45']],
      },
    ],
    writings: texts.jati,
  },
  finishing: {
    title: 'Pelatihan finishing berbahan air',
    benefit: 'knowledge',
    by: 'fajar',
    made: '2026-11-12',
    champion: 'fajar',
    targets: [
      {
        label: 'Tukang finishing yang lulus uji',
        unit: 'orang',
        direction: 'up',
        baseline: '0',
        target: '25',
        weight: 1,
        reports: [],
      },
    ],
    writings: texts.finishing,
  },
};
