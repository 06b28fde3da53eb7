import type { SampleMinutes } from '../sample.js';

/** What came out of the first six meetings. */
export const summerMinutes: Readonly<Record<string, SampleMinutes>> = {
  ke1: {
    present: ['ratna', 'dimas', 'hadi', 'siti', 'yusuf', 'slamet', 'laila', 'wulan', 'nadia'],
    writers: ['dimas', 'wulan'],
    discussed: [
      'Pak Hadi menceritakan pesanan yang lepas tahun lalu karena terlambat tiga minggu.',
      'Bu Siti khawatir bengkel kecil hanya menjadi pelengkap; semua sepakat suara setiap firma sama.',
      'Mbak Laila meminta rapat paling lama satu setengah jam.',
    ],
    agreed: [
      'Rapat setiap dua minggu, Rabu pukul 14.00, bergiliran tempat.',
      'Harga jual dan pembeli lama masing-masing tidak dibahas.',
    ],
  },
  ke2: {
    present: ['ratna', 'dimas', 'hadi', 'siti', 'yusuf', 'slamet', 'joko', 'bagus', 'arif'],
    excused: ['laila'],
    writers: ['bagus', 'yusuf'],
    discussed: [
      'Dari 31 kursi yang kembali, 26 dirakit dengan kadar air di atas 14%.',
      'Mas Joko menjelaskan oven sering dibuka sebelum waktunya karena truk sudah menunggu.',
      'Pak Arif menawarkan alat ukur kampus untuk pembanding.',
    ],
    agreed: ['Keluar oven paling tinggi 12%, diterima di perakitan paling tinggi 13%.', 'Truk dipesan setelah diukur.'],
  },
  ke3: {
    present: ['ratna', 'dimas', 'hadi', 'siti', 'rizal', 'slamet', 'laila', 'yusuf'],
    writers: ['dimas', 'siti'],
    discussed: [
      'Biaya audit kelompok Rp 42 juta, dibagi lima; sendiri-sendiri Rp 35 juta setiap firma.',
      'Catatan asal kayu paling lemah di tiga bengkel kecil.',
    ],
    agreed: ['UD Ukir Barokah menjadi ketua kelompok SVLK.', 'CV Jati Lestari mendampingi dua anggota pertama.'],
  },
  ke4: {
    present: ['ratna', 'hadi', 'wulan', 'endang', 'yusuf', 'nadia', 'siti'],
    excused: ['dimas', 'slamet'],
    absent: ['laila'],
    writers: ['wulan', 'endang'],
    discussed: [
      'Perkiraan muatan semester kedua: empat kontainer, dua di antaranya campuran tiga firma.',
      'Membagi ongkos menurut nilai barang merugikan ukiran; menurut meter kubik lebih mudah diperiksa.',
    ],
    agreed: ['Ongkos angkut dibagi menurut meter kubik.', 'Perhitungan dikirim ke semua firma sebelum ditagih.'],
  },
  ke5: {
    present: ['ratna', 'dimas', 'slamet', 'joko', 'bagus', 'yusuf', 'rizal', 'siti', 'hadi'],
    excused: ['laila'],
    writers: ['dimas', 'slamet'],
    discussed: [
      'Oven 12 m³ memerlukan 9 sampai 11 hari; bulan Juli kosong enam hari karena jadwal tidak diketahui.',
      'Giliran menurut siapa yang datang dulu membuat pesanan bersama kalah oleh pesanan kecil.',
    ],
    agreed: ['Pesanan bersama didahulukan.', 'Permintaan oven disampaikan dua minggu sebelumnya.'],
  },
  ke6: {
    present: ['ratna', 'dimas', 'laila', 'rizal', 'siti', 'hadi', 'wulan', 'slamet', 'arif'],
    excused: ['yusuf'],
    writers: ['rizal', 'laila'],
    discussed: [
      'Mas Rizal menunjukkan empat gambar; kursi “Karimun” dengan dudukan anyaman paling disukai.',
      'Pak Arif mengusulkan uji beban sebelum desain masuk katalog.',
      'Pak Hadi melihat cukup barang untuk satu kontainer pada Oktober.',
    ],
    agreed: ['Nama perancang tercantum di katalog.', 'Setiap desain diuji beban di kampus.'],
  },
};
