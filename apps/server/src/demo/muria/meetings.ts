import type { SampleMeeting } from '../sample.js';
import { autumnMinutes } from './minutes-autumn.js';
import { summerMinutes } from './minutes-summer.js';

type Subject = Pick<SampleMeeting, 'agenda'> & { topic: string };

const opening = ['Janji dari rapat lalu', 'promises', 15, null] as const;
const closing = ['Siapa mengerjakan apa', 'promises', 10, 'forum'] as const;

/** A meeting of the series: every second Wednesday at two, at one of the firms. */
const inSeries = (number: number, on: string, scheduled: string, place: string, subject: Subject): SampleMeeting => {
  const held = { ...summerMinutes, ...autumnMinutes }[`ke${number}`];
  return {
    title: `Rapat klaster ke-${number}: ${subject.topic}`,
    on,
    hours: ['14.00', '15.30'],
    place,
    scheduled,
    by: 'dimas',
    chair: 'ratna',
    agenda: [opening, ...subject.agenda, closing],
    ...(held && { held }),
  };
};

const hall = 'Balai Forum, Jepara';
const jati = 'CV Jati Lestari, Tahunan';
const ukir = 'UD Ukir Barokah, Mulyoharjo';
const rimba = 'PT Rimba Senenan, ruang rapat';
const kayu = 'UD Kayu Makmur, Mantingan';
const anyam = 'CV Anyam Teluk Wetan';

/** Twelve meetings in half a year, one tomorrow, and a short one today. */
export const meetings: Readonly<Record<string, SampleMeeting>> = {
  ke1: inSeries(1, '2026-06-10', '2026-06-09', hall, {
    topic: 'cara kerja dan tujuan bersama',
    agenda: [
      ['Mengapa kita bersama', 'discussion', 30, 'forum'],
      ['Tata tertib rapat', 'decision', 20, 'forum'],
    ],
  }),
  ke2: inSeries(2, '2026-06-24', '2026-06-16', rimba, {
    topic: 'kadar air kayu',
    agenda: [
      ['Retur triwulan lalu', 'information', 15, 'rimba'],
      ['Batas kadar air tiap tahap', 'decision', 30, 'kayu'],
    ],
  }),
  ke3: inSeries(3, '2026-07-08', '2026-06-30', ukir, {
    topic: 'SVLK kelompok',
    agenda: [
      ['Syarat dan biaya audit', 'information', 20, 'ukir'],
      ['Siapa menjadi ketua kelompok', 'decision', 20, 'forum'],
    ],
  }),
  ke4: inSeries(4, '2026-07-22', '2026-07-14', jati, {
    topic: 'kontainer gabungan',
    agenda: [
      ['Perkiraan muatan semester kedua', 'information', 20, 'jati'],
      ['Cara membagi ongkos', 'discussion', 30, 'jati'],
    ],
  }),
  ke5: inSeries(5, '2026-08-05', '2026-07-28', kayu, {
    topic: 'jadwal oven',
    agenda: [
      ['Melihat oven bersama', 'information', 20, 'kayu'],
      ['Urutan giliran', 'discussion', 30, 'kayu'],
    ],
  }),
  ke6: inSeries(6, '2026-08-19', '2026-08-11', anyam, {
    topic: 'katalog bersama',
    agenda: [
      ['Contoh desain pertama', 'information', 20, 'ukir'],
      ['Hak perancang', 'decision', 20, 'forum'],
      ['Muatan Oktober', 'discussion', 15, 'jati'],
    ],
  }),
  ke7: inSeries(7, '2026-09-02', '2026-08-25', rimba, {
    topic: 'pesanan campuran',
    agenda: [
      ['Di mana barang menunggu', 'information', 25, 'rimba'],
      ['Rak antara dan jadwal oven', 'decision', 25, 'kayu'],
    ],
  }),
  ke8: inSeries(8, '2026-09-16', '2026-09-08', jati, {
    topic: 'permintaan Nordhem Living',
    agenda: [
      ['Apa yang diminta pembeli', 'information', 25, 'nordhem'],
      ['Contoh kursi dan finishing', 'discussion', 30, 'jati'],
    ],
  }),
  ke9: inSeries(9, '2026-09-30', '2026-09-22', kayu, {
    topic: 'pembelian jati bersama',
    agenda: [
      ['Hasil pembelian pertama', 'information', 15, 'rimba'],
      ['Keberatan UD Kayu Makmur', 'discussion', 40, 'kayu'],
    ],
  }),
  ke10: inSeries(10, '2026-10-14', '2026-10-06', ukir, {
    topic: 'kunjungan auditor dan kontainer ketiga',
    agenda: [
      ['Catatan auditor', 'information', 20, 'ukir'],
      ['Kontainer Oktober', 'information', 15, 'jati'],
      ['Persiapan komponen kursi', 'discussion', 20, 'rimba'],
    ],
  }),
  ke11: inSeries(11, '2026-10-28', '2026-10-20', hall, {
    topic: 'pesanan 240 kursi Nordhem',
    agenda: [
      ['Isi dan tanggal pesanan', 'information', 15, 'jati'],
      ['Pembagian 240 kursi', 'decision', 40, 'forum'],
    ],
  }),
  ke12: inSeries(12, '2026-11-11', '2026-11-03', kayu, {
    topic: 'antrean oven',
    agenda: [
      ['Keadaan oven minggu ini', 'information', 15, 'kayu'],
      ['Giliran malam', 'decision', 30, 'kayu'],
      ['Harga giliran di luar jam', 'decision', 20, 'kayu'],
    ],
  }),
  ke13: inSeries(13, '2026-11-25', '2026-11-16', hall, {
    topic: 'setengah tahun bersama',
    agenda: [
      ['Angka enam bulan', 'information', 20, 'forum'],
      ['Usul UD Kayu Makmur tentang kayu jati', 'discussion', 30, 'kayu'],
      ['Pelatihan finishing berbahan air', 'discussion', 15, 'jati'],
    ],
  }),
  oven: {
    title: 'Rapat singkat: oven untuk kursi Nordhem',
    on: 'today',
    hours: ['10.00', '10.45'],
    place: 'UD Kayu Makmur, Mantingan',
    scheduled: '2026-11-23',
    by: 'yusuf',
    chair: 'yusuf',
    agenda: [
      ['Isi oven sampai Jumat', 'information', 10, 'kayu'],
      ['Kursi siapa yang didahulukan', 'decision', 25, 'rimba'],
      ['Siapa menjaga malam ini', 'promises', 10, 'kayu'],
    ],
  },
};
