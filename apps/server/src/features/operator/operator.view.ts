import type { Accounts } from '@mufakat/domain';
import type { OrganizationRow, PersonRow } from './operator.store.js';

/** Rows as the operator's page shows them. */
export function accountsView(
  people: readonly PersonRow[],
  organizations: readonly OrganizationRow[],
  counts: Accounts['counts'],
): Accounts {
  return {
    people: people.map(({ last_seen_at, suspended_at, ...person }) => ({
      ...person,
      lastSeenAt: last_seen_at?.toISOString() ?? null,
      suspendedAt: suspended_at?.toISOString() ?? null,
    })),
    organizations: organizations.map(({ suspended_at, ...organization }) => ({
      ...organization,
      suspendedAt: suspended_at?.toISOString() ?? null,
    })),
    counts,
  };
}
