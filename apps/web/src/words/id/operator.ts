export const operator = {
  title: 'Pengelola server',
};
