import type { Organization, Partnership } from './partnership.schema.js';

/** Whether the organization is the bigger party beside small firms: a large company, a campus, an institute, an office. */
export function isBiggerParty({ kind }: Pick<Organization, 'kind'>): boolean {
  return kind === 'large-company' || kind === 'campus' || kind === 'research' || kind === 'government';
}

/** The order in which partners are named: as they joined, and in a strategic partnership the bigger ones first. */
export function inNamingOrder<P extends { organization: Pick<Organization, 'kind'> }>(
  type: Partnership['type'],
  partners: readonly P[],
): P[] {
  if (type !== 'strategic') return [...partners];
  return partners.toSorted((a, b) => Number(isBiggerParty(b.organization)) - Number(isBiggerParty(a.organization)));
}
