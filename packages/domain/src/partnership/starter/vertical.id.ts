import { agendasId } from './agendas.id.js';
import { falls, rises, type Starter } from './starter.js';

const setiap = { who: 'Setiap mitra', forAll: true } as const;

/** Firms along a value chain. */
export const verticalId: Starter = {
  stages: ['Bahan baku', 'Pengolahan', 'Perakitan', 'Penyelesaian', 'Pemasaran'],
  charter: {
    decisionRule: 'consent',
    quorumPercent: 60,
    exceptions: [],
    roles: [
      { name: 'Perencana rantai', duty: 'Menyatukan perkiraan pesanan dan jadwal semua tahap.' },
      { name: 'Penerima serah terima', duty: 'Di tiap tahap: memeriksa barang yang datang dan mencatat waktunya.' },
      { name: 'Penelaah', duty: 'Tujuan sebuah tahap ditelaah oleh tahap sesudahnya.' },
      { name: 'Notulis', duty: 'Mencatat rapat dan tindak lanjutnya.' },
    ],
    agendas: agendasId({ kind: 'discussion', minutes: 20, title: 'Rantai kita: siapa menyerahkan apa kepada siapa' }),
    indicators: [
      { label: 'Barang lolos pada pemeriksaan pertama', unit: '%', direction: 'up', isPrivate: false },
      { label: 'Waktu menunggu antar-perusahaan', unit: 'hari', direction: 'down', isPrivate: false },
      { label: 'Hari sampai dibayar', unit: 'hari', direction: 'down', isPrivate: false },
    ],
    cautions: [
      'Tahap yang kuat tidak memindahkan risiko ke tahap yang lemah: pembayaran terlambat adalah janji yang tidak ditepati.',
      'Harga antar-tahap dibicarakan berdua, bukan di meja bersama.',
    ],
    biggerDuties: [],
  },
  goals: [
    {
      title: 'Perkiraan pesanan yang dibagikan',
      benefit: 'market',
      why: 'Tahap awal baru tahu pesanan saat sudah terlambat menyiapkan bahan.',
      limits: 'Perkiraan bukan pesanan: yang mengikat hanya pesanan yang dikonfirmasi.',
      target: falls('Selisih perkiraan dengan pesanan nyata', '%', '40', '15'),
      duties: [
        { who: 'Tahap terakhir', text: 'Membagikan perkiraan pesanan delapan minggu ke depan.', every: 'weekly' },
        { ...setiap, text: 'Memberi tahu dalam dua hari bila perkiraan tidak sanggup dipenuhi.', every: null },
      ],
    },
    {
      title: 'Kiriman antar-tahap tepat waktu',
      benefit: 'competitiveness',
      why: 'Satu kiriman yang terlambat menghentikan semua tahap sesudahnya.',
      limits: 'Yang diukur adalah waktu serah terima, bukan cara kerja di dalam perusahaan.',
      target: rises('Serah terima tepat waktu', '%', '60', '90'),
      duties: [
        { who: 'Tahap yang menyerahkan', text: 'Menyerahkan barang pada hari yang dijanjikan.', every: null },
        { who: 'Tahap yang menerima', text: 'Mencatat hari dan jam barang diterima.', every: null },
      ],
    },
    {
      title: 'Mutu barang yang masuk',
      benefit: 'competitiveness',
      why: 'Cacat yang baru ditemukan di tahap akhir dibayar oleh semua tahap.',
      limits: 'Ukuran mutu ditulis bersama sebelum dipakai menilai.',
      target: rises('Barang lolos pada pemeriksaan pertama', '%', '80', '95'),
      duties: [
        {
          who: 'Tahap yang menerima',
          text: 'Memeriksa barang masuk dalam satu hari dan melaporkan cacatnya.',
          every: null,
        },
        {
          who: 'Tahap yang menyerahkan',
          text: 'Mengganti atau memperbaiki barang cacat dalam lima hari.',
          every: null,
        },
      ],
    },
    {
      title: 'Pembayaran antar-tahap lebih cepat',
      benefit: 'resources',
      why: 'Perusahaan kecil di awal rantai kehabisan modal karena dibayar paling akhir.',
      limits: 'Besar harga tidak dibahas di sini; hanya hari pembayaran.',
      target: falls('Hari sampai dibayar', 'hari', '45', '21'),
      duties: [
        {
          who: 'Tahap yang menerima',
          text: 'Membayar paling lambat 21 hari sesudah barang lolos periksa.',
          every: null,
        },
      ],
    },
    {
      title: 'Waktu menunggu antar-perusahaan turun',
      benefit: 'innovation',
      why: 'Barang lebih lama menunggu di antara kami daripada dikerjakan.',
      limits: 'Dihitung dari barang siap diserahkan sampai mulai dikerjakan tahap berikut.',
      target: falls('Waktu menunggu antar-perusahaan', 'hari', '12', '6'),
      duties: [{ ...setiap, text: 'Mencatat kapan barang siap dan kapan mulai dikerjakan.', every: 'weekly' }],
    },
  ],
};
