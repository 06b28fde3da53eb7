export const partnership = {
  title: 'Kemitraan',
};
