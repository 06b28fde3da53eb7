import type { SampleInterest } from '../sample.js';

/** Asked before timber was proposed: whoever sells it sees the goal with other eyes. */
export const interests: readonly SampleInterest[] = [
  {
    by: 'ratna',
    on: '2026-11-11',
    answers: [
      {
        by: 'hadi',
        on: '2026-11-11',
        ratings: {
          kontainer: [5, 5, 4],
          kering: [4, 4, 3],
          svlk: [4, 3, 2],
          waktu: [4, 4, 3],
          katalog: [3, 3, 2],
          jati: [5, 5, 3],
        },
      },
      {
        by: 'siti',
        on: '2026-11-11',
        ratings: {
          kontainer: [4, 4, 3],
          kering: [4, 3, 2],
          svlk: [3, 3, 2],
          waktu: [4, 4, 3],
          katalog: [5, 5, 4],
          jati: [4, 4, 2],
        },
      },
      {
        by: 'yusuf',
        on: '2026-11-12',
        ratings: {
          kontainer: [4, 4, 4],
          kering: [5, 5, 4],
          svlk: [3, 2, 1],
          waktu: [5, 4, 4],
          katalog: [2, 2, 1],
          jati: [5, 4, 2],
        },
      },
      {
        by: 'laila',
        on: '2026-11-12',
        ratings: {
          kontainer: [5, 5, 3],
          kering: [2, 2, 1],
          svlk: [2, 2, 1],
          waktu: [4, 3, 3],
          katalog: [4, 4, 3],
          jati: [3, 2, 1],
        },
      },
      {
        by: 'slamet',
        on: '2026-11-13',
        note: 'Kayu jati adalah dagangan kami. Kami ikut bila tetap menjadi pemasok.',
        ratings: {
          kontainer: [4, 3, 3],
          kering: [5, 4, 5],
          svlk: [4, 4, 3],
          waktu: [3, 3, 3],
          katalog: [1, 1, 0],
          jati: [0, 0, 1],
        },
      },
    ],
  },
];
