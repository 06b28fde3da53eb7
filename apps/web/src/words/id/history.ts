/** The journal of the partnership, told in words. */
export const history = {
  title: 'Riwayat',
  note: 'Semua yang terjadi di ruang bersama dan ruang perusahaan Anda. Catatan tidak bisa diubah; koreksi menjadi catatan baru.',
  loading: 'Memuat riwayat…',
  failed: 'Riwayat belum bisa dimuat.',
  filters: 'Saring riwayat',
  anyKind: 'Semua jenis',
  kinds: { goal: 'Tujuan', task: 'Tugas', meeting: 'Rapat', partnership: 'Mitra & anggota' },
  anyFirm: 'Semua mitra',
  clear: 'Hapus saringan',
  older: 'Muat yang lebih lama',
  olderFailed: 'Yang lebih lama belum bisa dimuat. Coba lagi.',
  beginning: 'Ini catatan pertama kemitraan.',
  news: (count: number) => `${count} catatan baru`,
  today: 'Hari ini',
  yesterday: 'Kemarin',
  number: (sequence: number) => `#${sequence}`,
  private: 'Hanya perusahaan Anda yang melihat',
  empty: {
    title: 'Belum ada catatan',
    says: 'Setiap perubahan pada tujuan, tugas, dan rapat tercatat di sini dengan nama dan waktunya.',
    go: 'Buka tujuan',
  },
  filtered: {
    title: 'Tidak ada catatan yang cocok',
    says: 'Di bagian yang sudah dimuat tidak ada catatan dengan saringan ini.',
  },
};
