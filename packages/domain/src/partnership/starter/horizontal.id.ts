import { agendasId } from './agendas.id.js';
import { falls, rises, type Starter } from './starter.js';

const setiap = { who: 'Setiap mitra', forAll: true } as const;

/** Firms of one industry. */
export const horizontalId: Starter = {
  stages: [],
  charter: {
    decisionRule: 'consent',
    quorumPercent: 60,
    exceptions: [],
    roles: [
      { name: 'Koordinator pembelian', duty: 'Mengumpulkan kebutuhan bahan dan meminta penawaran pemasok.' },
      { name: 'Koordinator pesanan', duty: 'Membagi pesanan bersama menurut kapasitas yang disanggupi tiap mitra.' },
      { name: 'Penjaga mutu', duty: 'Memeriksa contoh dari tiap mitra dengan ukuran yang sama.' },
      { name: 'Notulis', duty: 'Mencatat rapat; harga jual masing-masing mitra tidak dicatat.' },
    ],
    agendas: agendasId({
      kind: 'information',
      minutes: 10,
      title: 'Yang tidak dibicarakan: harga jual, pembagian pelanggan, batas produksi',
    }),
    indicators: [
      { label: 'Indeks harga bahan yang dibayar', unit: 'indeks', direction: 'down', isPrivate: true },
      { label: 'Barang ditolak pembeli', unit: '%', direction: 'down', isPrivate: false },
      { label: 'Waktu dari pesanan sampai kirim', unit: 'hari', direction: 'down', isPrivate: false },
    ],
    cautions: [
      'Mitra satu industri tidak membicarakan harga jual, pembagian pelanggan atau wilayah, dan batas produksi.',
      'Angka biaya dan harga tiap mitra tinggal di ruang perusahaannya; yang dibagikan hanya gabungannya.',
    ],
    biggerDuties: [],
  },
  goals: [
    {
      title: 'Pembelian bahan bersama',
      benefit: 'resources',
      why: 'Sendiri-sendiri kami membeli terlalu sedikit untuk mendapat harga dan mutu bahan yang baik.',
      limits: 'Hanya harga beli dari pemasok yang dibahas. Harga jual masing-masing mitra tidak dibahas.',
      target: falls('Indeks harga bahan yang dibayar (awal = 100)', 'indeks', '100', '92'),
      duties: [
        { ...setiap, text: 'Mengirim rencana kebutuhan bahan sebelum tanggal 20.', every: 'monthly' },
        { who: 'Koordinator pembelian', text: 'Meminta paling sedikit tiga penawaran pemasok.', every: 'quarterly' },
        { ...setiap, text: 'Membayar bagiannya paling lambat 7 hari sesudah bahan diterima.', every: null },
      ],
    },
    {
      title: 'Berbagi kapasitas mesin dan tenaga',
      benefit: 'resources',
      why: 'Mesin satu mitra menganggur saat mitra lain menolak pesanan karena kekurangan kapasitas.',
      limits: 'Pemilik mesin tetap menentukan kapan mesinnya boleh dipakai.',
      target: rises('Jam mesin yang dipakai bersama', 'jam per bulan', '0', '80'),
      duties: [
        { ...setiap, text: 'Menyebut jam kosong mesin dan tenaganya tiap Senin.', every: 'weekly' },
        {
          who: 'Pemakai mesin',
          text: 'Mengembalikan mesin dalam keadaan bersih dan melaporkan kerusakan.',
          every: null,
        },
      ],
    },
    {
      title: 'Melayani pesanan besar bersama',
      benefit: 'market',
      why: 'Pesanan yang terlalu besar untuk satu perusahaan hilang ke luar, padahal bersama-sama kami sanggup.',
      limits: 'Pesanan bersama saja. Tiap mitra tetap bebas melayani pelanggannya sendiri.',
      target: rises('Pesanan bersama yang selesai', 'pesanan', '0', '4'),
      duties: [
        { who: 'Koordinator pesanan', text: 'Membagi pesanan menurut kapasitas yang disanggupi.', every: null },
        { ...setiap, text: 'Mengerjakan bagiannya sesuai contoh dan tanggal yang disanggupi.', every: null },
      ],
    },
    {
      title: 'Standar mutu bersama',
      benefit: 'competitiveness',
      why: 'Pembeli pesanan bersama menilai kami dari barang terlemah di antara kami.',
      limits: 'Standar berlaku untuk barang pesanan bersama.',
      target: falls('Barang ditolak pembeli', '%', '8', '3'),
      duties: [
        { who: 'Penjaga mutu', text: 'Memeriksa contoh barang tiap mitra dan membagikan hasilnya.', every: 'monthly' },
        { ...setiap, text: 'Mencatat barang yang ditolak beserta sebabnya.', every: 'weekly' },
      ],
    },
    {
      title: 'Belajar cara kerja yang lebih baik',
      benefit: 'knowledge',
      why: 'Tiap mitra punya cara yang tidak dikenal mitra lain, dan bisa saling mengajarkannya.',
      limits: 'Rahasia dagang dan resep boleh tetap disimpan.',
      target: rises('Cara kerja yang sudah dipakai mitra lain', 'cara kerja', '0', '6'),
      duties: [{ ...setiap, text: 'Menjadi tuan rumah satu hari belajar.', every: 'yearly' }],
    },
  ],
};
