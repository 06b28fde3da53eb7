import type { PartnershipType } from './partnership/partnership.schema.js';
import type { Locale } from './kernel/value.js';
import { clusterEn } from './partnership/starter/cluster.en.js';
import { clusterId } from './partnership/starter/cluster.id.js';
import { horizontalEn } from './partnership/starter/horizontal.en.js';
import { horizontalId } from './partnership/starter/horizontal.id.js';
import type { Starter } from './partnership/starter/starter.js';
import { strategicEn } from './partnership/starter/strategic.en.js';
import { strategicId } from './partnership/starter/strategic.id.js';
import { verticalEn } from './partnership/starter/vertical.en.js';
import { verticalId } from './partnership/starter/vertical.id.js';

export type { DutyDraft, GoalDraft, Starter } from './partnership/starter/starter.js';

/** What a partnership of each type begins with. A door of its own, because only a browser that founds one loads it. */
export const starters: Record<Locale, Record<PartnershipType, Starter>> = {
  id: { horizontal: horizontalId, vertical: verticalId, strategic: strategicId, cluster: clusterId },
  en: { horizontal: horizontalEn, vertical: verticalEn, strategic: strategicEn, cluster: clusterEn },
};
