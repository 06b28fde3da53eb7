/** What other features may call of accounts. */
export { FindPerson } from './find-person.js';
export { MeReader } from './me-reader.js';
export { PeopleModule } from './people.module.js';
export { PersonMaking, type PersonToMake } from './person-making.js';
export { ResetCodes, type ShownCode } from './reset-codes.js';
export { SetupCode } from './setup-code.js';
export { Knocking, type Visitor } from './visitor.js';
