export const help = {
  title: 'Bantuan & istilah',
};
