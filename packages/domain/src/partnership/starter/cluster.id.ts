import { agendasId } from './agendas.id.js';
import { rises, type Starter } from './starter.js';

const setiap = { who: 'Setiap mitra', forAll: true } as const;

/** Firms of one place. */
export const clusterId: Starter = {
  stages: [],
  charter: {
    decisionRule: 'consent',
    quorumPercent: 60,
    exceptions: [],
    roles: [
      { name: 'Pengelola fasilitas bersama', duty: 'Menjaga jadwal pemakaian dan keadaan fasilitas.' },
      { name: 'Koordinator sertifikasi', duty: 'Mengumpulkan berkas anggota dan menghubungi lembaga sertifikasi.' },
      { name: 'Koordinator pameran', duty: 'Mendaftarkan pameran dan membagi ruang pamer.' },
      { name: 'Notulis', duty: 'Mencatat rapat dan tindak lanjutnya.' },
    ],
    agendas: agendasId({
      kind: 'discussion',
      minutes: 20,
      title: 'Fasilitas bersama: apa yang ada dan siapa memakainya',
    }),
    indicators: [
      { label: 'Pemakaian fasilitas bersama', unit: 'jam per bulan', direction: 'up', isPrivate: false },
      { label: 'Anggota bersertifikat', unit: 'perusahaan', direction: 'up', isPrivate: false },
      { label: 'Pesanan dari pameran', unit: 'pesanan', direction: 'up', isPrivate: false },
    ],
    cautions: [
      'Fasilitas bersama dipakai bergiliran: yang paling besar tidak otomatis didahulukan.',
      'Merek bersama hanya dipakai untuk barang yang lolos pemeriksaan mutu bersama.',
    ],
    biggerDuties: [],
  },
  goals: [
    {
      title: 'Fasilitas yang dipakai bersama',
      benefit: 'resources',
      why: 'Alat yang mahal tidak terbeli sendiri, dan yang sudah ada sering menganggur.',
      limits: 'Pemilik fasilitas tetap menentukan jam yang boleh dipakai mitra lain.',
      target: rises('Pemakaian fasilitas bersama', 'jam per bulan', '0', '120'),
      duties: [
        { who: 'Pengelola fasilitas bersama', text: 'Menerbitkan jadwal pemakaian tiap Jumat.', every: 'weekly' },
        { ...setiap, text: 'Memesan sebelum memakai dan mencatat jam yang benar-benar dipakai.', every: null },
      ],
    },
    {
      title: 'Sertifikasi kelompok',
      benefit: 'competitiveness',
      why: 'Pembeli meminta sertifikat yang terlalu mahal untuk diurus sendiri.',
      limits: 'Tiap mitra tetap bertanggung jawab atas kebenaran berkasnya.',
      target: rises('Anggota bersertifikat', 'perusahaan', '0', '5'),
      duties: [
        { who: 'Koordinator sertifikasi', text: 'Melaporkan keadaan berkas semua anggota.', every: 'monthly' },
        { ...setiap, text: 'Melengkapi berkasnya sebelum tanggal yang disepakati.', every: null },
      ],
    },
    {
      title: 'Pameran bersama',
      benefit: 'market',
      why: 'Sendiri-sendiri kami tidak terlihat oleh pembeli besar.',
      limits: 'Pesanan yang datang kepada satu mitra tetap milik mitra itu.',
      target: rises('Pesanan dari pameran', 'pesanan', '0', '10'),
      duties: [
        { who: 'Koordinator pameran', text: 'Mendaftarkan dua pameran dan membagi biayanya.', every: 'yearly' },
        { ...setiap, text: 'Menyiapkan tiga barang contoh yang lolos pemeriksaan mutu.', every: null },
      ],
    },
    {
      title: 'Merek dan katalog bersama',
      benefit: 'innovation',
      why: 'Daerah kami dikenal, tetapi tidak ada nama dan katalog yang bisa dipesan pembeli.',
      limits: 'Desain tetap milik pembuatnya; harga tidak dicantumkan.',
      target: rises('Desain baru di katalog bersama', 'desain', '0', '40'),
      duties: [{ ...setiap, text: 'Menyumbang dua desain baru beserta fotonya.', every: 'quarterly' }],
    },
    {
      title: 'Saling belajar satu klaster',
      benefit: 'knowledge',
      why: 'Bengkel kami berdekatan, tetapi jarang saling melihat cara kerja.',
      limits: 'Tuan rumah memilih apa yang diperlihatkan.',
      target: rises('Cara kerja yang sudah dipakai mitra lain', 'cara kerja', '0', '8'),
      duties: [{ ...setiap, text: 'Menjadi tuan rumah satu kunjungan bengkel.', every: 'yearly' }],
    },
  ],
};
