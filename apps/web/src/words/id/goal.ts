export const goal = {
  title: 'Tujuan',
};
