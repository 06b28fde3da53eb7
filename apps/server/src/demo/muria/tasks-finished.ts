import type { SampleTask } from '../sample.js';

type Kept = readonly [title: string, person: string, due: string, done: string];

/** A task that was done: who asked for it, from which meeting or on which day, and for which goal. */
const done = (by: string, from: string, goal: string | null, [title, person, due, finished]: Kept): SampleTask => ({
  title,
  by,
  person,
  due,
  done: finished,
  ...(goal && { goal }),
  ...(from.startsWith('ke') ? { meeting: from } : { made: from }),
});

/** Everything the cluster has finished, firm by firm, the oldest first. */
export const finishedTasks: readonly SampleTask[] = [
  done('ratna', 'ke1', null, ['Susun tata tertib rapat dan pembagian biaya', 'dimas', '2026-06-30', '2026-06-26']),
  done('hadi', 'ke1', 'kontainer', [
    'Kirim daftar pembeli yang mau muatan gabungan',
    'wulan',
    '2026-07-03',
    '2026-07-01',
  ]),
  done('yusuf', 'ke2', 'kering', [
    'Ukur ulang kapasitas oven dan tulis jam nyalanya',
    'slamet',
    '2026-07-10',
    '2026-07-10',
  ]),
  done('ratna', 'ke3', 'svlk', ['Kumpulkan dokumen legal lima anggota untuk SVLK', 'siti', '2026-07-31', '2026-08-04']),

  done('ratna', 'ke6', 'kontainer', [
    'Pesan ruang kontainer 40 kaki untuk muatan Oktober',
    'hadi',
    '2026-09-10',
    '2026-09-08',
  ]),
  done('hadi', '2026-09-11', 'kontainer', [
    'Susun daftar kemas gabungan tiga firma',
    'wulan',
    '2026-09-25',
    '2026-09-25',
  ]),
  done('wulan', 'ke8', null, ['Uji tiga cat berbahan air pada contoh kursi', 'fajar', '2026-10-02', '2026-10-07']),
  done('ratna', 'ke8', null, ['Jawab daftar pertanyaan uji tuntas Nordhem', 'wulan', '2026-10-09', '2026-10-06']),
  done('hadi', 'ke10', 'kontainer', [
    'Hitung pembagian ongkos kontainer Oktober',
    'endang',
    '2026-10-23',
    '2026-10-22',
  ]),
  done('hadi', '2026-10-20', null, ['Kirim panel warna finishing ke semua firma', 'fajar', '2026-11-03', '2026-11-03']),
  done('ratna', 'ke11', 'kontainer', [
    'Bagi pesanan 240 kursi Nordhem: 100, 60, 50, 30',
    'hadi',
    '2026-11-06',
    '2026-11-05',
  ]),
  done('hadi', 'ke11', 'kontainer', ['Kirim contoh kursi pertama ke Nordhem', 'wulan', '2026-11-18', '2026-11-17']),

  done('siti', 'ke6', 'katalog', ['Gambar delapan motif ukir untuk katalog', 'rizal', '2026-09-04', '2026-09-03']),
  done('siti', '2026-09-03', 'svlk', [
    'Isi daftar periksa SVLK bengkel Mulyoharjo',
    'siti',
    '2026-09-18',
    '2026-09-18',
  ]),
  done('wulan', 'ke8', 'katalog', ['Ukir dua sandaran contoh untuk Nordhem', 'rizal', '2026-09-29', '2026-09-27']),
  done('hadi', 'ke9', 'svlk', ['Undang auditor untuk kunjungan pertama', 'siti', '2026-10-12', '2026-10-12']),
  done('laila', 'ke10', 'katalog', ['Serahkan sembilan desain baru ke katalog', 'rizal', '2026-10-26', '2026-10-30']),
  done('hadi', 'ke10', 'svlk', ['Perbaiki catatan asal kayu tiga bulan terakhir', 'siti', '2026-11-09', '2026-11-07']),
  done('siti', '2026-11-02', 'katalog', [
    'Latih dua tukang baru membaca gambar kerja',
    'rizal',
    '2026-11-20',
    '2026-11-19',
  ]),

  done('nadia', '2026-08-26', 'waktu', [
    'Catat waktu tiap tahap sepuluh pesanan campuran',
    'nadia',
    '2026-09-08',
    '2026-09-08',
  ]),
  done('yusuf', 'ke7', 'waktu', ['Buat rak antara untuk komponen kering', 'bagus', '2026-09-22', '2026-09-30']),
  done('wulan', 'ke8', 'waktu', ['Usulkan urutan kerja pesanan campuran', 'nadia', '2026-10-05', '2026-10-02']),
  done('siti', 'ke10', 'kering', ['Periksa 60 komponen kursi sebelum dirakit', 'yusuf', '2026-10-20', '2026-10-20']),
  done('yusuf', '2026-10-19', 'waktu', ['Perbaiki jig bor untuk kaki kursi', 'bagus', '2026-10-30', '2026-10-29']),
  done('ratna', 'ke11', 'kering', ['Kirim laporan retur triwulan ke semua firma', 'nadia', '2026-11-10', '2026-11-10']),

  done('rizal', 'ke6', 'katalog', ['Gergaji 14 m³ jati untuk contoh katalog', 'slamet', '2026-09-03', '2026-09-03']),
  done('yusuf', 'ke7', 'kering', ['Keringkan 6 m³ komponen sampai kadar air 12%', 'joko', '2026-09-15', '2026-09-15']),
  done('nadia', 'ke7', 'kering', ['Bagikan jadwal oven dua mingguan', 'slamet', '2026-09-24', '2026-09-23']),
  done('slamet', '2026-09-25', 'kering', ['Ganti sensor suhu oven', 'joko', '2026-10-08', '2026-10-19']),
  done('hadi', 'ke10', 'kering', ['Keringkan komponen 100 kursi CV Jati Lestari', 'joko', '2026-10-28', '2026-10-27']),
  done('ratna', 'ke11', 'kering', ['Tulis usul harga giliran oven di luar jam', 'slamet', '2026-11-05', '2026-11-05']),

  done('rizal', 'ke6', 'katalog', [
    'Kirim contoh anyaman dudukan untuk dua kursi',
    'laila',
    '2026-09-11',
    '2026-09-10',
  ]),
  done('wulan', 'ke9', null, ['Hitung kebutuhan rotan untuk 30 kursi', 'laila', '2026-10-16', '2026-10-16']),
  done('rizal', 'ke10', 'katalog', ['Foto proses anyam untuk katalog', 'laila', '2026-11-02', '2026-11-06']),
  done('hadi', 'ke11', 'kontainer', ['Anyam 30 dudukan kursi Nordhem', 'laila', '2026-11-21', '2026-11-20']),
];
