import type { Goal } from '@mufakat/domain';
import { day, today } from '@/lib/dates';
import { usePartnership } from '@/lib/partnership';
import { useLanguage } from '@/words/language-provider';
import styles from './goal-page.module.css';
import { measureOf, withUnit } from './measure';

/** On paper above the text: which version this is, whether it binds, and by what it can be known again. */
export function PrintNote({ goal }: { goal: Goal }) {
  const { words, language } = useLanguage();
  const said = words.goal.page;
  const { zone } = usePartnership();
  const { proposed, inForce, isChanged, isAhead } = goal.agreement;
  const shown = proposed && !isAhead ? proposed : inForce && !isChanged ? inForce : null;
  const standing =
    shown && shown === proposed
      ? said.printProposed(shown.number)
      : shown
        ? said.printInForce(shown.number)
        : inForce
          ? said.printChanged(inForce.number)
          : said.printDraft;
  return (
    <div className={`print-only ${styles.printNote}`}>
      <b>{standing}</b> {said.printedOn(day(today(zone), language, 'long'))}
      {shown && <div className={styles.printCode}>{said.printCode(shown.hash)}</div>}
    </div>
  );
}

/** On paper below the targets: what each firm takes on. */
export function PrintObligations({ goal }: { goal: Goal }) {
  const { words, language } = useLanguage();
  const said = words.goal.page;
  const { partner } = usePartnership();
  if (goal.obligations.length === 0) return null;
  return (
    <div className={`print-only ${styles.print}`}>
      <h2>{said.obligations}</h2>
      <table>
        <thead>
          <tr>
            {[said.printDuty.firm, said.printDuty.what, said.printDuty.when].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {goal.obligations.map(({ id, partnerId, text, dueOn }) => (
            <tr key={id}>
              <th scope="row">{partner(partnerId)?.organization.name}</th>
              <td>{text}</td>
              <td>{dueOn && day(dueOn, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** On paper below the text: the targets as a table. */
export function PrintTargets({ goal }: { goal: Goal }) {
  const { words, language } = useLanguage();
  const said = words.goal.targets;
  if (goal.targets.length === 0) return null;
  return (
    <div className={`print-only ${styles.print}`}>
      <h2>{said.title}</h2>
      <table>
        <thead>
          <tr>
            {[said.label, said.direction, said.baseline, said.goal, said.current, said.dueOn].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {goal.targets.map((target) => (
            <tr key={target.id}>
              <th scope="row">{target.label}</th>
              <td>{said.directions[target.direction].name}</td>
              <td>{withUnit(target.baseline, target.unit, language)}</td>
              <td>{withUnit(target.target, target.unit, language)}</td>
              <td>{measureOf(target, said, language)}</td>
              <td>{target.dueOn && day(target.dueOn, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
