import type { Goal } from '@mufakat/domain';
import { day, today } from '@/lib/dates';
import { usePartnership } from '@/lib/partnership';
import { useLanguage } from '@/words/language-provider';
import styles from './goal-page.module.css';
import { measureOf, withUnit } from './measure';

/** On paper above the text: what this is, and that nobody has agreed to it. */
export function PrintNote() {
  const { words, language } = useLanguage();
  const { zone } = usePartnership();
  return (
    <div className={`print-only ${styles.printNote}`}>
      <b>{words.goal.page.printNote}</b> {words.goal.page.printedOn(day(today(zone), language, 'long'))}
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
