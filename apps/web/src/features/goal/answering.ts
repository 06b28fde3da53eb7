export { AskedWord } from './asked-word';
export { SignOffActions } from './sign-off-actions';
