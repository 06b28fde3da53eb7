export const accountability = {
  title: 'Akuntabilitas',
};
