export const task = {
  title: 'Tugas',
};
