import type { Accounts, OrganizationId, PersonId } from '@mufakat/domain';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '@/lib/api';
import { useConfirmed } from '@/lib/confirm';

export type PersonRow = Accounts['people'][number];
export type OrganizationRow = Accounts['organizations'][number];

/** Who and how many there are on this server; never what they write. */
export const accountsQuery = queryOptions({
  queryKey: ['operator', 'accounts'],
  queryFn: ({ signal }) => call('listAccounts', {}, signal),
});

/** Whom an act of the operator is about. */
export type Subject =
  { kind: 'person'; id: PersonId; name: string } | { kind: 'organization'; id: OrganizationId; name: string };

const acts = {
  suspend: (subject: Subject, reason: string) =>
    subject.kind === 'person'
      ? call('suspendPerson', { personId: subject.id, reason })
      : call('suspendOrganization', { organizationId: subject.id, reason }),
  restore: (subject: Subject) =>
    subject.kind === 'person'
      ? call('restorePerson', { personId: subject.id })
      : call('restoreOrganization', { organizationId: subject.id }),
};

function useAct<Input>(act: (input: Input) => Promise<Accounts>) {
  const cache = useQueryClient();
  const confirmed = useConfirmed();
  return useMutation({
    mutationFn: (input: Input) => confirmed(() => act(input)),
    onSuccess: (accounts) => void cache.setQueryData(accountsQuery.queryKey, accounts),
  });
}

/** Closes everything a person or an organization has open; binding. */
export const useSuspend = () =>
  useAct(({ subject, reason }: { subject: Subject; reason: string }) => acts.suspend(subject, reason));

/** Lifts a suspension; binding. */
export const useRestore = () => useAct((subject: Subject) => acts.restore(subject));

/** A code with which a person chooses a new password; the answer is the only time it is seen. */
export function useResetCode() {
  const confirmed = useConfirmed();
  return useMutation({
    mutationFn: (personId: PersonId) => confirmed(() => call('operatorResetCode', { personId })),
  });
}
