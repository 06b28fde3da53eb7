import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { ContentHash, InterestRoundId, OpenedAnswer } from '@mufakat/domain';

/**
 * What is shown of a sealed answer: SHA-256 of its canonical JSON (RFC 8785) in the format `mufakat.interest/1`. The salt
 * keeps anybody from finding out the answer by trying all.
 */
export function commitmentTo(roundId: InterestRoundId, { partnerId, ratings, salt }: OpenedAnswer): ContentHash {
  const text = canonicalize({ format: 'mufakat.interest/1', roundId, partnerId, ratings, salt }) ?? '';
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
