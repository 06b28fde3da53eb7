import { refusals, type Refusal } from './refusals.js';

/** The one way to say no: a code of the table, with what the caller needs to mend it. */
export class DomainError extends Error {
  override readonly name = 'DomainError';

  constructor(
    readonly code: Refusal,
    readonly data?: Record<string, unknown>,
  ) {
    super(refusals[code].en);
  }
}

/** Turns a rule's answer into an error; a rule answers null when nothing stands in the way. */
export function enforce(refusal: Refusal | null): void {
  if (refusal) throw new DomainError(refusal);
}
