import type { Member } from '@mufakat/domain';

/** How people speak of somebody: "Bu Sari"; without a form of address the whole name. */
export function spokenName({ name, honorific }: Pick<Member, 'name' | 'honorific'>): string {
  if (!honorific) return name;
  return `${honorific.charAt(0).toUpperCase()}${honorific.slice(1)} ${name.split(' ')[0] ?? name}`;
}
