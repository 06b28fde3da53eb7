import type { PartnershipView } from '@/lib/partnership';

/** The full partners of now: who would be asked to sign. */
export const firmsOf = ({ directory }: PartnershipView) =>
  directory.partners.filter(({ standing, leftAt, isSuspended }) => standing === 'full' && !leftAt && !isSuspended);
