import type { ReactNode } from 'react';
import { Card } from '@/ui/card';
import { useWords } from '@/words/language-provider';
import { AgendasEditor } from './agendas-editor';
import type { StartDraft, WaysDraft } from './charter-draft';
import { CautionsEditor, DecisionEditor, IndicatorsEditor, RolesEditor } from './ways-editors';
import styles from './ways-step.module.css';

type Props = { draft: StartDraft; onChange: (draft: StartDraft) => void; faultOf: (field: string) => ReactNode };

/** How the partners will work, part by part; each opens when somebody wants to change it. */
export function WaysStep({ draft, onChange, faultOf }: Props) {
  const say = useWords().charter;
  const ways = draft.charter;
  const change = (part: Partial<WaysDraft>) => onChange({ ...draft, charter: { ...ways, ...part } });
  const props = { ways, onChange: change, faultOf };
  const minutes = ways.agendas.flatMap(({ points }) => points).reduce((sum, point) => sum + point.minutes, 0);
  const points = ways.agendas.reduce((sum, agenda) => sum + agenda.points.length, 0);
  return (
    <>
      <p className="muted">{say.steps.waysNote}</p>
      <Part
        title={say.decision.title}
        says={`${say.decision.rules[ways.decisionRule].name} · ${say.decision.quorum} ${ways.quorumPercent}%`}
        isFaulty={Boolean(faultOf('quorum'))}
      >
        <DecisionEditor {...props} />
      </Part>
      <Part
        title={say.roles.title}
        says={ways.roles.map(({ name }) => name).join(' · ')}
        isFaulty={Boolean(faultOf('roles'))}
      >
        <RolesEditor {...props} />
      </Part>
      <Part title={say.agendas.title} says={say.agendas.length(points, minutes)} isFaulty={Boolean(faultOf('agendas'))}>
        <AgendasEditor {...props} />
      </Part>
      <Part
        title={say.indicators.title}
        says={ways.indicators.map(({ label }) => label).join(' · ')}
        isFaulty={Boolean(faultOf('indicators'))}
      >
        <IndicatorsEditor {...props} />
      </Part>
      <Part title={say.cautions.title} says={ways.cautions.join(' ')}>
        <CautionsEditor {...props} />
      </Part>
    </>
  );
}

type PartProps = { title: string; says: string; isFaulty?: boolean; children: ReactNode };

function Part({ title, says, isFaulty = false, children }: PartProps) {
  return (
    <Card>
      <details className={styles.part} open={isFaulty || undefined}>
        <summary className={styles.summary}>
          <h3>{title}</h3>
          <span className={styles.says}>{says}</span>
        </summary>
        <div className={styles.fields}>{children}</div>
      </details>
    </Card>
  );
}
