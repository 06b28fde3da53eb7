import type { CallOutput, Goal, GoalContent, Revision } from '@mufakat/domain';
import { differencesBetween } from '@mufakat/domain/browser';
import { useQuery } from '@tanstack/react-query';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useAddressWord } from '@/lib/address';
import { usePartnership } from '@/lib/partnership';
import { Button } from '@/ui/button';
import { Panel } from '@/ui/card';
import { DataTable } from '@/ui/data-table';
import { Select } from '@/ui/field';
import { useLanguage } from '@/words/language-provider';
import { revisionsQuery } from './agreement.queries';
import styles from './goal-difference.module.css';
import { aimOf, dutyOf, tellDifference } from './tell-differences';

type Read = CallOutput<'readDifference'>;
type Props = { goal: Goal; difference: Read; text: ReactNode };

/** What changed, first as sentences, then in the text word by word, then targets and obligations side by side. */
export function GoalDifference({ goal, difference, text }: Props) {
  const { words, language } = useLanguage();
  const said = words.signing.difference;
  const partnership = usePartnership();
  const { before, after } = difference;
  const changes = before ? differencesBetween(before.content, after.content) : [];
  return (
    <>
      <Choice goal={goal} />
      <div className={styles.parts}>
        {before && (
          <Panel title={changes.length === 0 ? said.nothing : said.count(changes.length)}>
            <ul className={styles.sentences}>
              {changes.map((change, at) => (
                <li key={at}>{tellDifference(change, { words, language, partnership })}</li>
              ))}
            </ul>
          </Panel>
        )}
        <Panel title={said.text} actions={before && <Steps />}>
          <div data-compared>{text}</div>
        </Panel>
        <Numbers before={before?.content ?? null} after={after.content} />
      </div>
    </>
  );
}

/** Which two are compared; both stand in the address. */
function Choice({ goal }: { goal: Goal }) {
  const { words } = useLanguage();
  const said = words.signing.difference;
  const [from, setFrom] = useAddressWord('dari');
  const [to, setTo] = useAddressWord('ke');
  const { data = [] } = useQuery(revisionsQuery(goal));
  const revisions = data.filter(({ kind }) => kind === 'content');
  const option = ({ id, number, outcome }: Revision) => (
    <option key={id} value={number}>
      {said.version(number, said.outcomes[outcome])}
    </option>
  );
  return (
    <div className={`${styles.choice} no-print`}>
      <Select label={said.from} value={from ?? ''} onChange={({ target }) => setFrom(target.value || null)}>
        <option value="">{said.none}</option>
        {revisions.map(option)}
      </Select>
      <Select label={said.to} value={to ?? ''} onChange={({ target }) => setTo(target.value || null)}>
        {revisions.map(option)}
        <option value="">{said.draft}</option>
      </Select>
    </div>
  );
}

const nextKey = 'c';

/** From change to change in the text: by the buttons, or with Alt+Shift+C and Alt+Shift+X. */
function Steps() {
  const said = useLanguage().words.signing.difference;
  const place = useRef(-1);
  const step = (by: number) => {
    const all = [...document.querySelectorAll<HTMLElement>('[data-compared] :is(ins, del)')];
    if (all.length === 0) return;
    place.current = (place.current + by + all.length) % all.length;
    const change = all[place.current];
    if (!change) return;
    change.tabIndex = -1;
    change.focus({ preventScroll: true });
    change.scrollIntoView({ block: 'center' });
  };
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!event.altKey || !event.shiftKey) return;
      const key = event.code.replace('Key', '').toLowerCase();
      if (key !== nextKey && key !== 'x') return;
      event.preventDefault();
      step(key === nextKey ? 1 : -1);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
  return (
    <span className={`${styles.steps} no-print`}>
      <Button small icon={ChevronUp} onClick={() => step(-1)} aria-keyshortcuts="Alt+Shift+X">
        {said.previous}
      </Button>
      <Button small icon={ChevronDown} onClick={() => step(1)} aria-keyshortcuts="Alt+Shift+C">
        {said.next}
      </Button>
    </span>
  );
}

type Content = Read['after']['content'];
type Row = { key: string; what: string; before: string; after: string };

/** Targets and obligations of both sides in one table; of a version alone, just what it says. */
function Numbers({ before, after }: { before: Content | null; after: Content }) {
  const { words, language } = useLanguage();
  const said = words.signing.difference;
  const { partner } = usePartnership();
  const nameOf = ({ partnerId }: GoalContent['obligations'][number]) => partner(partnerId)?.organization.name ?? '';
  const rows: Row[] = [
    ...pairs(before?.targets ?? [], after.targets).map(({ id, was, is }) => ({
      key: id,
      what: (is ?? was)?.label ?? '',
      before: was ? aimOf(was, { language }) : '',
      after: is ? aimOf(is, { language }) : '',
    })),
    ...pairs(before?.obligations ?? [], after.obligations).map(({ id, was, is }) => ({
      key: id,
      what: was || is ? nameOf((is ?? was) as GoalContent['obligations'][number]) : '',
      before: was ? dutyOf(was, { words, language }) : '',
      after: is ? dutyOf(is, { words, language }) : '',
    })),
  ];
  if (rows.length === 0) return null;
  const cell = (row: Row, side: 'before' | 'after') => {
    if (!before || row.before === row.after) return row[side];
    return side === 'before' ? <del>{row.before}</del> : <ins>{row.after}</ins>;
  };
  const both = { key: 'before', head: said.columns.before, cell: (row: Row) => cell(row, 'before') };
  return (
    <Panel title={said.numbers}>
      <DataTable
        caption={said.numbers}
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { key: 'what', head: said.columns.what, cell: ({ what }) => what, names: true },
          ...(before ? [both] : []),
          { key: 'after', head: said.columns.after, cell: (row) => cell(row, 'after') },
        ]}
      />
    </Panel>
  );
}

function pairs<Thing extends { id: string }>(before: readonly Thing[], after: readonly Thing[]) {
  const known = new Set(before.map(({ id }) => id));
  return [
    ...before.map((was) => ({ id: was.id, was, is: after.find(({ id }) => id === was.id) })),
    ...after.filter(({ id }) => !known.has(id)).map((is) => ({ id: is.id, was: undefined, is })),
  ];
}
