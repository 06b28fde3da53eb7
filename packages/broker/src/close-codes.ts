/** Why a peer is closed. SPEC.md holds the same table with what the client does next. */
export const closeCodes = {
  restart: { code: 1012, say: 'The server is restarting.' },
  later: { code: 1013, say: 'This cannot be served right now. Try again later.' },
  malformed: { code: 4400, say: 'This message could not be understood.' },
  signIn: { code: 4401, say: 'Sign in to open this document.' },
  forbidden: { code: 4403, say: 'You may not do this here any more.' },
  unknown: { code: 4404, say: 'This document does not exist, or is not for you.' },
  clash: { code: 4409, say: 'This client id belongs to somebody else.' },
  tooLarge: { code: 4413, say: 'This is too large.' },
  tooFast: { code: 4429, say: 'Too much at once.' },
} as const;

/** The name of a way to be closed. */
export type CloseReason = keyof typeof closeCodes;

/** What a peer did that ends its connection; `detail` is for logs and never holds content. */
export class PeerFault extends Error {
  override readonly name = 'PeerFault';

  constructor(
    readonly reason: CloseReason,
    readonly detail: string,
  ) {
    super(`${reason}: ${detail}`);
  }
}
