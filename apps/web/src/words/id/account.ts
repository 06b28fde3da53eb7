export const account = {
  title: 'Akun saya',
};
