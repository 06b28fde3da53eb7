import type { Teller } from './tell-change';

/** What the journal says of itself. */
export const tellProof: Teller<'proof'> = {
  'proof.key-used': ({ keyId }, _, { words }) => ({ did: words.proof.keyUsed(keyId) }),
  'proof.mismatch-found': ({ sequence, isConfirmed }, _, { words }) => ({
    did: words.proof.mismatchFound(sequence),
    details: [isConfirmed ? words.proof.confirmed : words.proof.unconfirmed],
  }),
};
