export const today = {
  title: 'Hari Ini',
};
