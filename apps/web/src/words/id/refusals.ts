/** Why the product says no, as the contract puts it. */
export { refusals } from '@mufakat/domain/refusals/id';
