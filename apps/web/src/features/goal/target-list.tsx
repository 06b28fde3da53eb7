import type { Goal, Target } from '@mufakat/domain';
import { expectedProgress, goalChangeRefusal, targetProgress } from '@mufakat/domain/browser';
import { Ellipsis, Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { v7 } from 'uuid';
import { day, today } from '@/lib/dates';
import { Later, useLater } from '@/lib/later';
import { percent } from '@/lib/numbers';
import { usePartnership } from '@/lib/partnership';
import { Bullet } from '@/ui/bullet';
import { Button } from '@/ui/button';
import { Panel } from '@/ui/card';
import { EmptyState } from '@/ui/empty-state';
import { IconButton } from '@/ui/icon-button';
import { Menu } from '@/ui/menu';
import { useToast } from '@/ui/toast';
import { useLanguage, useWords } from '@/words/language-provider';
import { useSentence } from '@/words/sentence';
import { useAddTarget, useRemoveTarget, useReportTarget } from './goal.queries';
import styles from './goal-page.module.css';
import { measureOf, withUnit } from './measure';
import { ReportForm } from './report-form';

const targetForm = new Later(() => import('./target-dialog'), ['goal']);

/** The targets of a goal: where each stands, reporting its value, adding and changing them. */
export function TargetPanel({ goal }: { goal: Goal }) {
  const words = useWords();
  const said = words.goal.targets;
  const { seat } = usePartnership();
  const [form, setForm] = useState<{ target: Target | null } | null>(null);
  const loaded = useLater(targetForm, form !== null);
  const refusal = goalChangeRefusal(seat, goal);
  const whyNot =
    refusal !== null
      ? words.refusals[refusal]
      : goal.targets.length >= 12
        ? words.refusals['target.too-many']
        : undefined;
  const add = (
    <Button small icon={Plus} onClick={() => setForm({ target: null })} whyNot={whyNot}>
      {said.add}
    </Button>
  );
  return (
    <Panel title={said.title} actions={goal.targets.length > 0 && <span className="no-print">{add}</span>}>
      {goal.targets.length === 0 ? (
        <EmptyState title={said.empty.title} actions={add}>
          {said.empty.says}
        </EmptyState>
      ) : (
        <ul>
          {goal.targets.map((target) => (
            <TargetRow
              key={target.id}
              goal={goal}
              target={target}
              canWrite={refusal === null}
              onEdit={() => setForm({ target })}
            />
          ))}
        </ul>
      )}
      {form && loaded && <loaded.TargetDialog goal={goal} target={form.target} onClose={() => setForm(null)} />}
    </Panel>
  );
}

type RowProps = { goal: Goal; target: Target; canWrite: boolean; onEdit: () => void };

function TargetRow({ goal, target, canWrite, onEdit }: RowProps) {
  const { words, language } = useLanguage();
  const said = words.goal.targets;
  const { zone } = usePartnership();
  const [reports, setReports] = useState(false);
  const remove = useRemove(goal, target);
  const expected = target.direction === 'keep' ? null : expectedProgress(goal, today(zone));
  const measure = measureOf(target, said, language);
  const agreed = goal.agreement.measured?.targets.find(({ id }) => id === target.id);
  const isChanged = agreed && (agreed.target !== target.target || agreed.lowerBound !== target.lowerBound);
  return (
    <li className={styles.target}>
      <div className={styles.line}>
        <span>{target.label}</span>
        <b className="num">{measure}</b>
      </div>
      <Bullet value={targetProgress(target)} pace={expected ?? undefined} label={said.bullet(target.label, measure)} />
      <div className={styles.under2}>
        <span>{underOf(target, expected, said, language)}</span>
        {isChanged && <span>{said.agreed(measureOf(agreed, said, language))}</span>}
        {target.dueOn && (
          <time dateTime={target.dueOn}>{words.goal.page.until(day(target.dueOn, language, 'short'))}</time>
        )}
        {canWrite && (
          <span className="push row no-print">
            {!reports && (
              <button type="button" className={styles.link} onClick={() => setReports(true)}>
                <span>{said.report}</span>
                <span className="hushed">{target.label}</span>
              </button>
            )}
            <Menu
              groups={[
                [
                  { label: said.edit, icon: Pencil, onSelect: onEdit },
                  { label: said.remove, icon: Trash2, danger: true, onSelect: remove },
                ],
              ]}
            >
              <IconButton icon={Ellipsis} label={said.menu(target.label)} />
            </Menu>
          </span>
        )}
      </div>
      <Firms target={target} />
      {reports && <ReportForm goal={goal} target={target} onDone={() => setReports(false)} />}
    </li>
  );
}

/** Who measures it, and who carries which part; nothing where nobody was named. */
function Firms({ target: { measurerId, splits, unit } }: { target: Target }) {
  const { words, language } = useLanguage();
  const said = words.goal.targets;
  const { partner } = usePartnership();
  const nameOf = (partnerId: string) => partner(partnerId)?.organization.name ?? '';
  const parts = splits.map(({ partnerId, share }) => `${nameOf(partnerId)} ${withUnit(share, unit, language)}`);
  const lines = [
    measurerId && said.measuredBy(nameOf(measurerId)),
    parts.length > 0 && said.sharesOf(parts.join(', ')),
  ];
  const told = lines.filter(Boolean).join(' · ');
  return told ? <p className="muted small">{told}</p> : null;
}

/** Removes at once; the message offers to put the same target back, with its value. */
function useRemove(goal: Goal, target: Target): () => void {
  const { words } = useLanguage();
  const toast = useToast();
  const sentence = useSentence();
  const refused = { onError: (error: unknown) => toast({ says: sentence(error), tone: 'refused' }) };
  const { mutate: remove } = useRemoveTarget(goal);
  const { mutateAsync: add } = useAddTarget(goal);
  const { mutate: report } = useReportTarget(goal);
  const back = () => {
    const { id: _, current, ...fields } = target;
    const targetId = v7() as Target['id'];
    add({ ...fields, targetId }).then(
      () => current !== fields.baseline && report({ id: targetId, current }, refused),
      refused.onError,
    );
  };
  const says = words.goal.targets.removed(target.label);
  return () =>
    remove(target.id, {
      onSuccess: () => toast({ says, undo: { label: words.frame.undo, run: back } }),
      ...refused,
    });
}

type Said = ReturnType<typeof useLanguage>['words']['goal']['targets'];

function underOf(target: Target, expected: number | null, said: Said, language: 'id' | 'en'): string {
  if (target.direction === 'keep') return targetProgress(target) === 1 ? said.inBand : said.outOfBand;
  const from = said.from(withUnit(target.baseline, target.unit, language));
  const reached = said.reached(percent(targetProgress(target), language));
  return expected === null ? `${reached}, ${from}` : `${reached}, ${said.should(percent(expected, language))}`;
}
