import type { Partner, Stage } from '@mufakat/domain';
import { OrganizationMark } from '@/ui/organization-mark';
import { useWords } from '@/words/language-provider';
import styles from './stage-lanes.module.css';

type Props = { stages: readonly Stage[]; partners: readonly Partner[] };

/** The chain from material to buyer, a lane a stage, with the partners who stand there. */
export function StageLanes({ stages, partners }: Props) {
  const { stages: say } = useWords().charter;
  const placed = new Set(stages.flatMap(({ partnerIds }) => partnerIds));
  const unplaced = partners.filter(({ id, standing }) => standing === 'full' && !placed.has(id));
  return (
    <>
      <ol className={styles.lanes}>
        {stages.map(({ id, name, partnerIds }, at) => (
          <li key={id} className={styles.lane}>
            <h3>
              <span className={styles.number}>{at + 1}</span> {name}
            </h3>
            <Firms firms={partners.filter((partner) => partnerIds.includes(partner.id))} none={say.nobody} />
          </li>
        ))}
      </ol>
      {unplaced.length > 0 && (
        <div className={styles.unplaced}>
          <h3>{say.unplaced}</h3>
          <Firms firms={unplaced} none="" />
        </div>
      )}
    </>
  );
}

/** Firms by their mark and name; a word where there is none. */
export function Firms({ firms, none }: { firms: readonly Partner[]; none: string }) {
  if (firms.length === 0) return <p className="small muted">{none}</p>;
  return (
    <ul className={styles.firms}>
      {firms.map(({ id, slot, organization: { name, letters } }) => (
        <li key={id}>
          <OrganizationMark {...{ name, letters, slot }} size="small" silent /> {name}
        </li>
      ))}
    </ul>
  );
}
