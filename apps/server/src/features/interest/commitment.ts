import type { ContentHash, InterestRoundId, OpenedAnswer } from '@mufakat/domain';
import { canonical, textHash } from '@mufakat/proof';

/**
 * What is shown of a sealed answer: SHA-256 of its canonical JSON (RFC 8785) in the format `mufakat.interest/1`. The salt
 * keeps anybody from finding out the answer by trying all.
 */
export function commitmentTo(roundId: InterestRoundId, { partnerId, ratings, salt }: OpenedAnswer): ContentHash {
  return textHash(canonical({ format: 'mufakat.interest/1', roundId, partnerId, ratings, salt }));
}
