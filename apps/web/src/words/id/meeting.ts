export const meeting = {
  title: 'Rapat',
};
