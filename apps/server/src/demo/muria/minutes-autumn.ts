import type { SampleMinutes } from '../sample.js';

/** What came out of the meetings since September. */
export const autumnMinutes: Readonly<Record<string, SampleMinutes>> = {
  ke7: {
    present: ['ratna', 'dimas', 'yusuf', 'nadia', 'bagus', 'slamet', 'joko', 'hadi', 'siti'],
    excused: ['laila'],
    writers: ['nadia', 'bagus'],
    discussed: [
      'Dari 75 hari, barang hanya dikerjakan 31 hari; paling lama menunggu di depan oven dan sebelum finishing.',
      'Komponen kering kadang kembali lembap karena disimpan di lantai.',
    ],
    agreed: ['Komponen kering disimpan di rak tertutup di Senenan.', 'Jadwal oven dibagikan setiap dua minggu.'],
  },
  ke8: {
    present: ['ratna', 'dimas', 'hadi', 'wulan', 'fajar', 'siti', 'rizal', 'yusuf', 'nadia', 'laila', 'ingrid'],
    excused: ['slamet'],
    writers: ['dimas', 'wulan'],
    discussed: [
      'Nordhem memerlukan 240 kursi makan pada Februari, semuanya dengan asal kayu yang tercatat.',
      'Mulai 2027 hanya finishing berbahan air yang diterima.',
      'Ingrid meminta dua sandaran contoh dengan ukiran yang lebih tenang.',
    ],
    agreed: [
      'Kelima firma menawarkan bersama dengan satu dokumen.',
      'Contoh kursi dikirim sebelum pertengahan November.',
    ],
  },
  ke9: {
    present: ['ratna', 'dimas', 'slamet', 'bagus', 'yusuf', 'hadi', 'siti', 'laila'],
    writers: ['dimas', 'yusuf'],
    discussed: [
      'Pembelian pertama 45 m³, potongan 7%, mutu kelas dua sesuai contoh.',
      'Pak Slamet keberatan: separuh usahanya menjual kayu kepada anggota yang sama.',
      'Bu Ratna meminta usul tertulis, supaya yang dibahas bukan orangnya.',
    ],
    agreed: ['Pembelian berikutnya menunggu usul UD Kayu Makmur.'],
  },
  ke10: {
    present: ['ratna', 'dimas', 'siti', 'rizal', 'hadi', 'endang', 'yusuf', 'laila', 'joko', 'arif'],
    excused: ['slamet'],
    writers: ['rizal', 'siti'],
    discussed: [
      'Auditor meminta catatan asal kayu tiga bulan terakhir diperbaiki; selebihnya siap.',
      'Kontainer ketiga berangkat terisi 93% dengan barang dari empat firma.',
      'Enam puluh komponen kursi perlu diperiksa sebelum dirakit.',
    ],
    agreed: ['UD Ukir Barokah diaudit paling dulu.', 'Ongkos kontainer dihitung dalam sepuluh hari.'],
  },
  ke11: {
    present: ['ratna', 'dimas', 'hadi', 'wulan', 'siti', 'rizal', 'yusuf', 'bagus', 'slamet', 'laila'],
    writers: ['wulan', 'dimas'],
    discussed: [
      'Pesanan pasti: 240 kursi “Karimun”, muat pertengahan Februari.',
      'Oven hanya sanggup 100 kursi setiap dua minggu; kalau satu giliran meleset, semuanya bergeser.',
      'Mbak Laila sanggup 30 dudukan lebih dulu, sisanya bertahap.',
    ],
    agreed: [
      'Pembagian: CV Jati Lestari 100, UD Ukir Barokah 60, PT Rimba Senenan 50, CV Anyam Teluk Wetan 30.',
      'UD Kayu Makmur mengeringkan semuanya menurut urutan kirim.',
    ],
  },
  ke12: {
    present: ['ratna', 'dimas', 'slamet', 'hadi', 'nadia'],
    excused: ['siti', 'yusuf'],
    absent: ['laila'],
    writers: ['nadia', 'dimas'],
    discussed: [
      'Sensor oven sudah diganti, tetapi sebelas hari hilang; komponen UD Ukir Barokah dan PT Rimba Senenan tertunda.',
      'Giliran malam memerlukan satu operator tambahan.',
      'Hanya tiga dari lima firma hadir, jadi harga giliran belum diputuskan.',
    ],
    agreed: ['Giliran malam dicoba dua minggu kalau operatornya ada.', 'Harga giliran dibahas lagi {2026-11-25}.'],
    postponed: 2,
  },
};
