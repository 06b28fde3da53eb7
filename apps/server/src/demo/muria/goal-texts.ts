import type { SampleWriting } from '../sample.js';

/** The prose of the goals, as the partners wrote it one after the other. */
export const texts = {
  kontainer: [
    {
      by: 'hadi',
      on: '2026-06-10',
      text: `## Mengapa
      Tahun lalu kami mengirim sendiri-sendiri. Rata-rata kontainer berangkat terisi 62%, dan ongkos laut per kursi hampir dua kali lipat dari pesaing di Vietnam. Pembeli seperti Nordhem Living juga ingin satu dokumen, bukan lima.
      ## Siapa melakukan apa
      - CV Jati Lestari memesan ruang kontainer dan mengurus dokumen ekspor.
      - PT Rimba Senenan menyiapkan gudang kumpul dan memeriksa kemasan.
      - Semua firma menyerahkan barang siap kemas paling lambat tiga hari sebelum muat.`,
    },
    {
      by: 'yusuf',
      on: '2026-06-12',
      text: `## Ukuran
      Kontainer gabungan per semester naik dari 2 menjadi 6 pada {2027-05-31}. Yang dihitung hanya kontainer dengan barang dari sedikitnya tiga firma dan isi di atas 90%.
      ## Batas
      Harga jual masing-masing tidak dibahas di sini. Yang dibagi hanya ongkos angkut, menurut meter kubik. Pembagian dihitung @{endang} dan bisa dilihat semua firma.`,
      named: 'Naskah awal para mitra',
    },
    {
      by: 'siti',
      on: '2026-11-18',
      instead: [
        ['paling lambat tiga hari sebelum muat', 'paling lambat lima hari sebelum muat, lengkap dengan daftar isi'],
        ['isi di atas 90%', 'isi di atas 85%'],
      ],
      text: 'Firma yang akan terlambat memberi kabar sedikitnya sepekan sebelum muat.',
    },
  ],
  kering: [
    {
      by: 'yusuf',
      on: '2026-06-11',
      text: `## Mengapa
      Dari 412 kursi yang dikirim triwulan lalu, 31 kembali karena retak atau sambungan longgar. Hampir semua dari kayu yang dirakit dengan kadar air di atas 14%.
      ## Siapa melakukan apa
      | Tahap | Firma | Batas kadar air
      | Keluar oven | UD Kayu Makmur | 12%
      | Terima di perakitan | PT Rimba Senenan | 13%
      | Sebelum finishing | CV Jati Lestari | 13%`,
    },
    {
      by: 'siti',
      on: '2026-06-15',
      text: `## Ukuran
      Retur karena kadar air turun dari 7,5% menjadi 3% pada {2027-05-31}. @{nadia} mencatat retur setiap bulan dan membagikannya sebelum rapat.
      ## Batas
      Papan yang belum kering tidak diukir. Kalau oven penuh, tanggal kirim yang digeser, bukan batas kadar air.`,
    },
    {
      by: 'slamet',
      on: '2026-07-11',
      text: `Catatan dari UD Kayu Makmur: satu oven 12 m³ perlu 9 sampai 11 hari. Kami sanggup kalau jadwal diketahui dua minggu sebelumnya.`,
    },
  ],
  svlk: [
    {
      by: 'siti',
      on: '2026-06-12',
      text: `## Mengapa
      Tanpa SVLK, barang kami tidak bisa masuk Eropa dengan nama sendiri. Bengkel kecil tidak sanggup membayar audit sendirian, tetapi sebagai kelompok biayanya tinggal seperlima.
      ## Siapa melakukan apa
      - UD Ukir Barokah mengumpulkan dokumen dan menjadi ketua kelompok.
      - UD Kayu Makmur memisahkan kayu bersertifikat di gudang.
      - CV Jati Lestari, yang sudah pernah diaudit, mendampingi dua anggota.`,
    },
    {
      by: 'hadi',
      on: '2026-06-16',
      text: `## Ukuran
      Lima anggota lulus SVLK pada {2027-05-31}. Anggota pertama lulus {2026-10-30}.
      ## Batas
      Catatan pembelian kayu tetap milik masing-masing firma. Kelompok hanya melihat asal kayu dan jumlahnya.`,
    },
  ],
  waktu: [
    {
      by: 'nadia',
      on: '2026-06-25',
      text: `## Mengapa
      Pesanan campuran (kursi ukir dengan dudukan anyaman) memakan 75 hari. Barang hanya dikerjakan 31 hari; sisanya menunggu di antara firma.
      ## Siapa melakukan apa
      - PT Rimba Senenan mencatat waktu tiap tahap dan menyusun urutan kerja.
      - Setiap firma memberi kabar pada hari barang selesai, bukan pada hari barang diambil.`,
    },
    {
      by: 'wulan',
      on: '2026-06-30',
      text: `## Ukuran
      Waktu dari pesanan sampai siap kemas turun dari 75 menjadi 50 hari pada {2027-05-31}, rata-rata dari sepuluh pesanan terakhir.
      ## Batas
      Tidak dengan lembur terus-menerus dan tidak dengan mengurangi waktu kering.`,
    },
  ],
  katalog: [
    {
      by: 'rizal',
      on: '2026-06-26',
      text: `## Mengapa
      Pembeli melihat gambar yang sama di lima bengkel. Katalog bersama dengan desain sendiri membuat kami dipilih karena rupa, bukan karena murah.
      ## Siapa melakukan apa
      - UD Ukir Barokah menggambar motif ukir dan menyimpan berkas desain.
      - CV Anyam Teluk Wetan membuat tiga pola dudukan.
      - Politeknik Kayu Pantura membantu memotret dan menguji kekuatan.`,
    },
    {
      by: 'laila',
      on: '2026-07-02',
      text: `## Ukuran
      40 desain baru siap dijual pada {2027-05-31}: ada gambar kerja, contoh jadi, foto, dan waktu pengerjaan.
      ## Batas
      Setiap desain menyebut perancangnya. Firma lain boleh mengerjakannya hanya lewat pesanan bersama.`,
    },
  ],
  jati: [
    {
      by: 'bagus',
      on: '2026-07-10',
      text: `## Mengapa
      Dibeli sendiri-sendiri, jati kelas dua naik 11% dalam setahun. Untuk 120 m³ sekaligus, penjual memberi potongan dan mau mengirim bertahap.
      ## Siapa melakukan apa
      - PT Rimba Senenan mengumpulkan kebutuhan tiap awal triwulan.
      - UD Kayu Makmur memeriksa mutu saat kayu datang dan menggergaji.`,
    },
    {
      by: 'slamet',
      on: '2026-10-01',
      text: `## Keberatan UD Kayu Makmur
      Kami hidup dari menjual kayu kepada tetangga. Kalau pembelian bersama melewati kami, separuh usaha kami hilang. Usul: kami menjadi pemasok pertama dengan harga terbuka, dan sisanya baru dibeli dari luar.`,
    },
    {
      by: 'hadi',
      on: '2026-10-03',
      text: `## Ukuran
      120 m³ per triwulan dibeli bersama pada {2027-05-31}; triwulan ini 45 m³.
      ## Batas
      Tidak ada firma yang wajib membeli lewat kelompok. Usul @{slamet} dibahas lagi pada rapat evaluasi.`,
    },
  ],
  finishing: [
    {
      by: 'fajar',
      on: '2026-11-12',
      text: `## Mengapa
      Mulai tahun depan Nordhem hanya menerima finishing berbahan air. Di lima firma baru empat orang yang pernah memakainya, dan hasilnya belum rata.
      ## Siapa melakukan apa
      - CV Jati Lestari menyediakan ruang semprot setiap Sabtu.
      - Politeknik Kayu Pantura menyiapkan pelatih dan lembar uji.`,
    },
    {
      by: 'rizal',
      on: '2026-11-23',
      text: `## Ukuran
      25 tukang lulus uji: warna rata, tidak mengelupas setelah uji silang, waktu kering tercatat.
      ## Yang belum jelas
      - Siapa menanggung bahan latihan?
      - Ukiran dalam perlu kuas atau semprot?`,
    },
  ],
} as const satisfies Record<string, readonly SampleWriting[]>;
