import type { Charter } from '@mufakat/domain';
import { changeCharterRefusal, isBiggerParty } from '@mufakat/domain/browser';
import { type ReactNode, useState } from 'react';
import { dayOf } from '@/lib/dates';
import { Later, useLater } from '@/lib/later';
import { usePartnership } from '@/lib/partnership';
import { Button } from '@/ui/button';
import { Panel } from '@/ui/card';
import { useLanguage, useWords } from '@/words/language-provider';
import type { CharterPart } from './charter-dialog';
import styles from './charter-page.module.css';
import { PriceTalk } from './price-talk';
import { Firms, StageLanes } from './stage-lanes';

const dialog = new Later(() => import('./charter-dialog'), ['charter']);

/** How the partners work, part by part; whoever may can change each. */
export function CharterPage({ charter }: { charter: Charter }) {
  const { charter: say, refusals } = useWords();
  const { seat } = usePartnership();
  const [part, setPart] = useState<CharterPart | null>(null);
  const loaded = useLater(dialog, part !== null);
  const refusal = changeCharterRefusal(seat);
  const change = (which: CharterPart, title: string) => (
    <span className="no-print">
      <Button
        small
        aria-label={say.changeOf(title)}
        whyNot={refusal ? refusals[refusal] : undefined}
        onClick={() => setPart(which)}
      >
        {say.change}
      </Button>
    </span>
  );
  return (
    <div className="stack">
      <TypePart charter={charter} change={change} />
      <Ways charter={charter} change={change} />
      {part && loaded && <loaded.CharterDialog charter={charter} part={part} onClose={() => setPart(null)} />}
    </div>
  );
}

type PartProps = { charter: Charter; change: (part: CharterPart, title: string) => ReactNode };

/** What only this type of partnership has; it comes first. */
function TypePart({ charter, change }: PartProps) {
  const say = useWords().charter;
  const { directory } = usePartnership();
  const partners = directory.partners.filter(({ leftAt }) => !leftAt);
  const { type } = directory.partnership;
  if (type === 'vertical') {
    return (
      <Panel title={say.stages.title} note={say.stages.note} actions={change('stages', say.stages.title)}>
        {charter.stages.length > 0 ? <StageLanes stages={charter.stages} partners={partners} /> : <Nothing />}
      </Panel>
    );
  }
  if (type === 'strategic') {
    const bigger = partners.filter(({ organization }) => isBiggerParty(organization));
    return (
      <Panel title={say.bigger.title} note={say.bigger.note} actions={change('bigger', say.bigger.title)}>
        <div className="stack">
          <Lines lines={charter.biggerDuties} />
          <Firms firms={bigger} none={say.bigger.notHere} />
        </div>
      </Panel>
    );
  }
  if (type === 'cluster') return <Place charter={charter} change={change} />;
  return (
    <div className="stack">
      <PriceTalk />
      {charter.priceTalkRead && <Read read={charter.priceTalkRead} />}
    </div>
  );
}

function Read({ read }: { read: NonNullable<Charter['priceTalkRead']> }) {
  const say = useWords().charter.priceTalk;
  const { language } = useLanguage();
  const { member, zone } = usePartnership();
  return <p className="small muted">{say.readBy(member(read.by)?.name ?? '', dayOf(read.at, language, zone))}</p>;
}

function Place({ charter, change }: PartProps) {
  const say = useWords().charter.place;
  return (
    <Panel title={say.title} note={charter.place} actions={change('place', say.title)}>
      {charter.facilities.length === 0 ? (
        <p className="muted">{say.none}</p>
      ) : (
        <dl className={styles.pairs}>
          {charter.facilities.map(({ name, note }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{note}</dd>
            </div>
          ))}
        </dl>
      )}
    </Panel>
  );
}

function Ways({ charter, change }: PartProps) {
  const { decision, roles, agendas, indicators, cautions } = useWords().charter;
  return (
    <>
      <Panel title={decision.title} actions={change('decision', decision.title)}>
        <p>
          <b>{decision.rules[charter.decisionRule].name}.</b> {decision.rules[charter.decisionRule].says}
        </p>
        <p>{decision.quorumSays(charter.quorumPercent)}</p>
        {charter.exceptions.length > 0 && (
          <>
            <h3 className={styles.under}>{decision.exceptions}</h3>
            <dl className={styles.pairs}>
              {charter.exceptions.map(({ about, rule }) => (
                <div key={about}>
                  <dt>{about}</dt>
                  <dd>{decision.rules[rule].name}</dd>
                </div>
              ))}
            </dl>
          </>
        )}
      </Panel>
      <Panel title={roles.title} actions={change('roles', roles.title)}>
        {charter.roles.length === 0 && <Nothing />}
        <dl className={styles.pairs}>
          {charter.roles.map(({ name, duty }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{duty}</dd>
            </div>
          ))}
        </dl>
      </Panel>
      <Agendas {...{ charter, change }} title={agendas.title} />
      <Panel title={indicators.title} note={indicators.note} actions={change('indicators', indicators.title)}>
        {charter.indicators.length === 0 && <Nothing />}
        <dl className={styles.pairs}>
          {charter.indicators.map(({ label, unit, direction, isPrivate }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                {[unit, indicators.directions[direction], ...(isPrivate ? [indicators.privateSays] : [])]
                  .filter(Boolean)
                  .join(' · ')}
              </dd>
            </div>
          ))}
        </dl>
      </Panel>
      <Panel title={cautions.title} actions={change('cautions', cautions.title)}>
        <Lines lines={charter.cautions} />
      </Panel>
    </>
  );
}

function Agendas({ charter, change, title }: PartProps & { title: string }) {
  const say = useWords().charter.agendas;
  return (
    <Panel title={title} note={say.note} actions={change('agendas', title)}>
      {charter.agendas.length === 0 && <Nothing />}
      <div className={styles.agendas}>
        {charter.agendas.map(({ occasion, title: meeting, points }) => (
          <section key={occasion}>
            <h3>{meeting}</h3>
            <p className="small muted">
              {say.length(
                points.length,
                points.reduce((sum, { minutes }) => sum + minutes, 0),
              )}
            </p>
            <ol>
              {points.map((point) => (
                <li key={point.title}>{point.title}</li>
              ))}
            </ol>
          </section>
        ))}
      </div>
    </Panel>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return <Nothing />;
  return (
    <ul className={styles.lines}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function Nothing() {
  return <p className="muted">{useWords().charter.nothing}</p>;
}
