import type { Goal, Partner, Revision } from '@mufakat/domain';
import { agreedCount } from '@mufakat/domain/browser';
import { CircleDashed } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from '@/lib/classes';
import { dayAndTime, dayOf } from '@/lib/dates';
import { usePartnership } from '@/lib/partnership';
import { shownRevision } from '@/lib/goal-threads';
import { Card } from '@/ui/card';
import { PaceWord } from '@/ui/chip';
import { Thread } from '@/ui/lurik';
import { OrganizationMark } from '@/ui/organization-mark';
import { useLanguage } from '@/words/language-provider';
import { looks, strandIn } from './strands';
import styles from './sign-off-strip.module.css';

type Props = {
  goal: Goal;
  /** What the person can do here now. */
  actions?: ReactNode;
  /** Something the person is asked, below the threads. */
  children?: ReactNode;
};

/** One thread for each firm that must agree; its weave and its words say how the firm stands. */
export function SignOffStrip({ goal, actions, children }: Props) {
  const { words } = useLanguage();
  const said = words.agreement.strip;
  const revision = shownRevision(goal);
  return (
    <Card className={styles.strip}>
      <section aria-labelledby="goal-strip">
        <div className={styles.head}>
          <div>
            <h2 id="goal-strip">
              {revision?.ending
                ? said.titleEnding(words.goal.states[revision.ending])
                : revision
                  ? said.titleOf(revision.number)
                  : said.title}
            </h2>
            <p aria-live="polite">{useSummary(goal)}</p>
          </div>
          <div className={`${styles.actions} no-print`}>{actions}</div>
        </div>
        <ul className={styles.firms}>
          {useFirms(revision).map((partner) => (
            <FirmStrand key={partner.id} goal={goal} partner={partner} revision={revision} />
          ))}
        </ul>
        {children}
      </section>
    </Card>
  );
}

/** The firms in joining order: those who must sign this revision, with those who joined since; for a draft, all. */
function useFirms(revision: Revision | null): Partner[] {
  const { directory } = usePartnership();
  return directory.partners.filter(
    ({ id, standing, leftAt }) => revision?.signers.includes(id) || (standing === 'full' && leftAt === null),
  );
}

function useSummary(goal: Goal): string {
  const { words, language } = useLanguage();
  const said = words.agreement.strip;
  const { zone } = usePartnership();
  const { proposed, inForce, isAhead } = goal.agreement;
  if (proposed) {
    const of = proposed.signers.length;
    return [
      said.proposed(agreedCount(proposed), of),
      proposed.ending ? said.endsWhen(of) : inForce && said.inForceMeanwhile(inForce.number, of),
      isAhead && said.ahead(proposed.number),
    ]
      .filter(Boolean)
      .join(' ');
  }
  if (!inForce) return said.draft;
  return said.inForce(inForce.number, dayOf(inForce.outcomeAt ?? inForce.proposedAt, language, zone));
}

type StrandProps = { goal: Goal; partner: Partner; revision: Revision | null };

function FirmStrand({ goal, partner, revision }: StrandProps) {
  const { words, language } = useLanguage();
  const said = words.agreement.strip;
  const { seat, zone, member } = usePartnership();
  const { id, organization, slot } = partner;
  const { strand, word } = strandIn(goal, id);
  const { weave, icon, tone } = looks[strand];
  const isOwn = id === seat.partnerId;
  const state =
    revision === null
      ? said.strands.draft
      : strand === 'agreed'
        ? revision.ending
          ? said.strands.agreedToEnd
          : said.strands.agreed(revision.number)
        : said.strands[strand];
  const isBeside = revision !== null && !revision.signers.includes(id);
  const by = word && member(word.confirmedBy ?? word.signedBy)?.name;
  const when = word && dayAndTime(word.signedAt, language, zone);
  return (
    <li data-slot={slot} className={classes(isOwn && styles.own)}>
      <Thread slot={slot} weave={weave} />
      <span className={styles.name}>
        <OrganizationMark name={organization.name} letters={organization.letters} slot={slot} silent />
        <span>
          {organization.name} {isOwn && <span className="dim">{said.you}</span>}
        </span>
      </span>
      <span className={styles.state}>
        <PaceWord tone={tone} icon={revision ? icon : CircleDashed}>
          {state}
        </PaceWord>
      </span>
      {word && by && when && (
        <span className={styles.by}>{word.call ? said.byPhone(word.call.spokeWith, when) : said.by(by, when)}</span>
      )}
      {isBeside && <span className={styles.by}>{said.beside}</span>}
      {word && word.note && <Word word={word} />}
    </li>
  );
}

/** What a firm added to its word: a note, or why it objects and what would change that. */
function Word({ word }: { word: Revision['signOffs'][number] }) {
  const said = useLanguage().words.agreement.strip;
  return (
    <span className={styles.word}>
      <q>{word.note}</q>
      {word.change && (
        <span>
          {said.wouldAgree}: {word.change}
        </span>
      )}
    </span>
  );
}
