export const history = {
  title: 'Riwayat',
};
