import { agendasId } from './agendas.id.js';
import { falls, rises, type Starter } from './starter.js';

const setiap = { who: 'Setiap IKM', forAll: true } as const;
const besar = { who: 'Pihak yang lebih besar', forBigger: true } as const;

/** Small firms with a big firm or a research institution; the bigger party's duties come first. */
export const strategicId: Starter = {
  stages: [],
  charter: {
    decisionRule: 'consent',
    quorumPercent: 60,
    exceptions: [
      { about: 'Harga dan syarat pembayaran', rule: 'unanimous' },
      { about: 'Kekayaan intelektual dan hasil uji coba', rule: 'unanimous' },
    ],
    roles: [
      { name: 'Penghubung pihak besar', duty: 'Satu orang yang menjawab pertanyaan IKM dalam dua hari kerja.' },
      { name: 'Koordinator IKM', duty: 'Membawa suara semua IKM sebelum keputusan diambil.' },
      { name: 'Pelatih', duty: 'Menyusun dan memberi pelatihan, lalu menilai apakah sudah bisa dipakai.' },
      { name: 'Notulis', duty: 'Mencatat rapat dan tindak lanjutnya.' },
    ],
    agendas: agendasId({
      kind: 'promises',
      minutes: 20,
      title: 'Kewajiban pihak yang lebih besar, lalu kewajiban IKM',
    }),
    indicators: [
      { label: 'Nilai pesanan kepada IKM', unit: 'juta rupiah', direction: 'up', isPrivate: true },
      { label: 'Hari sampai dibayar', unit: 'hari', direction: 'down', isPrivate: false },
      { label: 'Orang yang lulus pelatihan', unit: 'orang', direction: 'up', isPrivate: false },
    ],
    cautions: [
      'Pembayaran yang terlambat adalah janji yang tidak ditepati, siapa pun yang terlambat.',
      'Desain dan cara kerja IKM tetap miliknya. Hasil uji coba bersama disepakati pemiliknya sebelum dimulai.',
      'Pengamat dari pihak besar boleh melihat, tetapi tidak dihitung saat memutuskan.',
    ],
    biggerDuties: [
      'Membayar paling lambat 30 hari sesudah barang diterima.',
      'Membagikan perkiraan pesanan tiga bulan ke depan setiap bulan.',
      'Memberi pelatihan dan contoh sebelum meminta mutu yang baru.',
      'Memberi uang muka untuk pesanan yang memerlukan bahan khusus.',
    ],
  },
  goals: [
    {
      title: 'Pembayaran tepat waktu kepada IKM',
      benefit: 'resources',
      why: 'IKM hanya bisa tumbuh bila uang pesanan datang sebelum bahan berikutnya harus dibeli.',
      limits: 'Berlaku untuk semua pesanan di dalam kemitraan ini.',
      target: falls('Hari sampai dibayar', 'hari', '60', '30'),
      duties: [
        { ...besar, text: 'Membayar paling lambat 30 hari sesudah barang diterima.', every: null },
        { ...setiap, text: 'Mengirim tagihan lengkap pada hari barang dikirim.', every: null },
      ],
    },
    {
      title: 'Pesanan percobaan sampai pesanan tetap',
      benefit: 'market',
      why: 'Pesanan kecil lebih dulu membuat kedua pihak belajar tanpa mempertaruhkan semuanya.',
      limits: 'Tidak ada kewajiban memasok hanya kepada satu pembeli.',
      target: rises('IKM dengan pesanan tetap', 'perusahaan', '0', '4'),
      duties: [
        { ...besar, text: 'Memberi pesanan percobaan beserta contoh dan ukuran mutunya.', every: 'quarterly' },
        { ...besar, text: 'Membagikan perkiraan pesanan tiga bulan ke depan.', every: 'monthly' },
        { ...setiap, text: 'Mengirim pesanan percobaan sesuai contoh pada hari yang dijanjikan.', every: null },
      ],
    },
    {
      title: 'Pelatihan yang benar-benar dipakai',
      benefit: 'knowledge',
      why: 'Mutu yang diminta pembeli memerlukan keterampilan yang belum kami punya.',
      limits: 'Materi pelatihan boleh dipakai IKM untuk pembeli lain.',
      target: rises('Orang yang lulus dan memakai ilmunya', 'orang', '0', '20'),
      duties: [
        { ...besar, text: 'Memberi satu pelatihan di tempat kerja IKM.', every: 'monthly' },
        { ...setiap, text: 'Mengirim dua orang ke tiap pelatihan dan mencoba hasilnya dalam dua minggu.', every: null },
      ],
    },
    {
      title: 'Uji coba teknologi',
      benefit: 'innovation',
      why: 'Teknologi baru terlalu mahal untuk dicoba sendiri oleh IKM.',
      limits: 'Pemilik hasil uji coba disepakati dengan mufakat bulat sebelum mulai.',
      target: rises('Teknologi yang diuji lalu dipakai', 'teknologi', '0', '2'),
      duties: [
        { ...besar, text: 'Meminjamkan alat dan ahlinya selama uji coba.', every: null },
        { ...setiap, text: 'Mencatat biaya dan hasil tiap uji coba.', every: null },
      ],
    },
    {
      title: 'Mutu sesuai permintaan pembeli',
      benefit: 'competitiveness',
      why: 'Barang yang ditolak merugikan IKM lebih dulu.',
      limits: 'Ukuran mutu tidak diubah untuk pesanan yang sudah berjalan.',
      target: falls('Barang ditolak', '%', '10', '4'),
      duties: [
        { ...besar, text: 'Menjelaskan sebab tiap penolakan dalam tiga hari, dengan foto.', every: null },
        { ...setiap, text: 'Memperbaiki sebab penolakan yang berulang.', every: 'monthly' },
      ],
    },
  ],
};
