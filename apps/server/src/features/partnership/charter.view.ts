import type { Charter, CharterFields, PartnerId, PartnershipStart } from '@mufakat/domain';
import { canonical } from '@mufakat/proof';

/** A row as SQL gives it. */
export type CharterRow = Omit<Charter, 'priceTalkRead'> & {
  priceTalkReadBy: NonNullable<Charter['priceTalkRead']>['by'] | null;
  priceTalkReadAt: Date | null;
};

export function charterView({ priceTalkReadBy: by, priceTalkReadAt: at, ...row }: CharterRow): Charter {
  return { ...row, priceTalkRead: by && at && { by, at: at.toISOString() } };
}

/** What stands in the charter of a partnership that begins like this, the founder's firm on the stages it named. */
export function charterOf(start: PartnershipStart | undefined, founder: PartnerId): CharterFields {
  if (!start) return emptyCharter;
  const { stages, ...written } = start.charter;
  return {
    ...written,
    stages: stages.map(({ isOurs, ...stage }) => ({ ...stage, partnerIds: isOurs ? [founder] : [] })),
  };
}

export const isSameCharter = (wanted: CharterFields, made: CharterFields): boolean =>
  (Object.keys(emptyCharter) as (keyof CharterFields)[]).every(
    (key) => canonical(wanted[key]) === canonical(made[key]),
  );

/** Nothing is written down yet; decisions are taken as in most partnerships. */
export const emptyCharter: CharterFields = {
  decisionRule: 'consent',
  quorumPercent: 60,
  exceptions: [],
  roles: [],
  agendas: [],
  indicators: [],
  cautions: [],
  biggerDuties: [],
  stages: [],
  place: '',
  facilities: [],
};
