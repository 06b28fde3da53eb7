import type { StandingAgenda } from '../charter.schema.js';

/** The three meetings every partnership begins with; `extra` is what a type adds to the first one. */
export const agendasId = (extra: StandingAgenda['points'][number]): StandingAgenda[] => [
  {
    occasion: 'founding',
    title: 'Rapat pembentukan',
    points: [
      { kind: 'information', minutes: 20, title: 'Perkenalan: apa yang dikerjakan tiap perusahaan' },
      { kind: 'discussion', minutes: 30, title: 'Harapan, kekhawatiran, dan batas tiap mitra' },
      extra,
      { kind: 'discussion', minutes: 40, title: 'Draf tujuan: mana yang dipakai, diubah, atau dibuang' },
      { kind: 'decision', minutes: 20, title: 'Cara memutuskan dan kuorum' },
      { kind: 'promises', minutes: 10, title: 'Siapa mengerjakan apa sampai rapat berikut' },
    ],
  },
  {
    occasion: 'regular',
    title: 'Rapat rutin dua mingguan',
    points: [
      { kind: 'promises', minutes: 15, title: 'Janji dari rapat lalu' },
      { kind: 'information', minutes: 20, title: 'Kemajuan tiap tujuan' },
      { kind: 'discussion', minutes: 20, title: 'Kendala: siapa menunggu siapa' },
      { kind: 'decision', minutes: 15, title: 'Yang perlu diputuskan' },
      { kind: 'promises', minutes: 10, title: 'Janji sampai rapat berikut' },
    ],
  },
  {
    occasion: 'review',
    title: 'Tinjauan triwulan',
    points: [
      { kind: 'information', minutes: 30, title: 'Angka tiap sasaran dan indikator' },
      { kind: 'discussion', minutes: 30, title: 'Kontribusi dan manfaat bagi tiap mitra' },
      { kind: 'discussion', minutes: 20, title: 'Apakah kepentingan semua mitra masih didengar?' },
      { kind: 'decision', minutes: 30, title: 'Tujuan yang dilanjutkan, diubah, atau dihentikan' },
      { kind: 'promises', minutes: 10, title: 'Janji triwulan depan' },
    ],
  },
];
