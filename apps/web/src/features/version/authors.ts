import type { Member, Partner, PersonId, TextNode } from '@mufakat/domain';
import { useMemo } from 'react';
import { usePartnership } from '@/lib/partnership';

/** Who wrote something, and for which firm. */
export type Author = { personId: PersonId; name: string; firm: string; letters: string; slot: number | null };

/** Finds people of this partnership by who they are; whoever sits here now comes before whoever has left. */
export function useAuthors(): (personId: PersonId | null | undefined) => Author | null {
  const { directory, partner } = usePartnership();
  return useMemo(() => {
    const known = new Map<string, Author>();
    const leftFirst = directory.members.toSorted((a, b) => Number(b.endedAt !== null) - Number(a.endedAt !== null));
    for (const member of leftFirst) known.set(member.personId, authorOf(member, partner(member.partnerId)));
    return (personId) => (personId ? (known.get(personId) ?? null) : null);
  }, [directory, partner]);
}

const authorOf = ({ personId, name }: Member, partner: Partner | undefined): Author => ({
  personId,
  name,
  firm: partner?.organization.name ?? '',
  letters: partner?.organization.letters ?? '',
  slot: partner?.slot ?? null,
});

/** How many words each person has in a text, most first. */
export function wordsByAuthor(text: TextNode): [author: PersonId, words: number][] {
  const counts = new Map<PersonId, number>();
  const count = (node: TextNode): void => {
    const words = node.author && node.change !== 'removed' ? (node.text?.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) : 0;
    if (node.author) counts.set(node.author, (counts.get(node.author) ?? 0) + words);
    node.content?.forEach(count);
  };
  count(text);
  return [...counts].toSorted(([, a], [, b]) => b - a);
}
