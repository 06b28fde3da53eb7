import { missingIn } from '@mufakat/domain/browser';
import type { Teller } from './tell-change';

/** Asking, answering and opening what matters to whom. */
export const tellInterest: Teller<'interest'> = {
  'interest.asked': ({ number, goals }, _, { words }) => ({ did: words.interest.asked(number, goals.length) }),
  'interest.answered': ({ number }, _, { words }) => ({ did: words.interest.answered(number) }),
  'interest.closed': (round, _, { words, names }) => ({
    did: words.interest.closed(round.number),
    details: [
      round.reason,
      words.interest.missing(
        missingIn(round)
          .map((partnerId) => names.partner(partnerId) ?? words.somebody)
          .join(', '),
      ),
    ],
  }),
  'interest.opened': ({ number, answers }, _, { words }) => ({ did: words.interest.opened(number, answers.length) }),
  'interest.rated': (_, __, { words }) => ({ did: words.interest.rated }),
};
