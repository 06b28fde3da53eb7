export const notification = {
  title: 'Pemberitahuan',
};
