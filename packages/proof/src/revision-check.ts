import { textHash } from './bytes.js';
import type { ChainEntry } from './chain-check.js';

/** A frozen version as it is kept, its content as the canonical text that was hashed. */
export type FrozenRevision = {
  id: string;
  goalId: string;
  number: number;
  kind: string;
  hash: string;
  content: string;
  summary: string;
  /** Up to where the log of the text went into the content. */
  textSequence: number | null;
  proposedBy: string;
  proposedAt: string;
  signers: readonly string[];
};

/** What the chain says of a frozen version, from the entry that put it on the table. */
export type Proposal = Omit<FrozenRevision, 'content' | 'summary'> & {
  sequence: number;
  /** Null when it was erased. */
  summary: string | null;
};

const names = new Set(['goal.proposed', 'goal.ending-proposed']);

/** The version that an entry puts on the table. */
export function proposalOf({ name, sequence, data, texts }: ChainEntry): Proposal | null {
  if (!names.has(name)) return null;
  const { proposed } = (data as { agreement: { proposed: Omit<Proposal, 'sequence' | 'summary'> | null } }).agreement;
  if (!proposed) return null;
  const { id, goalId, number, kind, hash, textSequence, proposedBy, proposedAt, signers } = proposed;
  const summary = texts.find(({ path }) => path === 'agreement.proposed.summary')?.value ?? null;
  return { id, goalId, number, kind, hash, textSequence, proposedBy, proposedAt, signers, summary, sequence };
}

/** The entries whose frozen version is lost or says something else than what was proposed; 0 for one nobody proposed. */
export function revisionFaults(
  proposals: ReadonlyMap<string, Proposal>,
  revisions: Iterable<FrozenRevision>,
): number[] {
  const missing = new Map(proposals);
  const wrong: number[] = [];
  for (const revision of revisions) {
    const proposal = missing.get(revision.id);
    missing.delete(revision.id);
    if (!proposal || !isSame(proposal, revision)) wrong.push(proposal?.sequence ?? 0);
  }
  return [...wrong, ...[...missing.values()].map(({ sequence }) => sequence)];
}

function isSame(proposal: Proposal, revision: FrozenRevision): boolean {
  return (
    textHash(revision.content) === revision.hash &&
    (['goalId', 'number', 'kind', 'hash', 'textSequence', 'proposedBy', 'proposedAt'] as const).every(
      (field) => proposal[field] === revision[field],
    ) &&
    proposal.signers.join() === revision.signers.join() &&
    (proposal.summary === null || proposal.summary === revision.summary)
  );
}
