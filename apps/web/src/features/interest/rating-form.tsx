import type { GoalId, InterestRound, OwnInterest, Rating } from '@mufakat/domain';
import { useState } from 'react';
import { textOf, useForm } from '@/lib/form';
import { Button } from '@/ui/button';
import { ChoiceGroup } from '@/ui/choice';
import { ErrorSummary } from '@/ui/error-summary';
import { TextArea } from '@/ui/field';
import { Segmented } from '@/ui/segmented';
import { useToast } from '@/ui/toast';
import { useWords } from '@/words/language-provider';
import styles from './interest.module.css';
import { useAnswerInterests } from './interest.queries';

const aspects = ['importance', 'benefit', 'effort'] as const;
type Scores = Partial<Omit<Rating, 'goalId'>>;
const scale = ['0', '1', '2', '3', '4', '5'].map((value) => ({ value, label: value }));

type Props = { round: InterestRound; own: OwnInterest | null; onDone: () => void };

/** Three ratings for each goal, sealed together. */
export function RatingForm({ round, own, onDone }: Props) {
  const words = useWords();
  const said = words.interest.own;
  const toast = useToast();
  const { mutateAsync } = useAnswerInterests();
  const [given, setGiven] = useState(() => new Map<GoalId, Scores>(own?.ratings.map((each) => [each.goalId, each])));
  const set = (goalId: GoalId, scores: Scores) =>
    setGiven((before) => new Map(before).set(goalId, { ...before.get(goalId), ...scores }));
  const whole = round.goals.flatMap(({ goalId }) => wholeRating(goalId, given.get(goalId)));
  const form = useForm({
    firstField: `rate-${round.goals[0]?.goalId}`,
    check: () =>
      round.goals
        .filter(({ goalId }) => !whole.some((rating) => rating.goalId === goalId))
        .map(({ goalId, title }) => ({ field: `rate-${goalId}`, says: said.missing(title) })),
    send: async (values) => {
      await mutateAsync({ roundId: round.id, ratings: whole, note: textOf(values, 'interest-memo') });
      toast({ says: said.sent });
      onDone();
    },
  });
  return (
    <form className="stack" onSubmit={form.onSubmit} noValidate>
      <ErrorSummary title={words.frame.errorSummary} faults={form.faults} attempt={form.attempt} />
      <p className="muted small">{said.ends}</p>
      {round.goals.map(({ goalId, title }) => (
        <ChoiceGroup key={goalId} id={`rate-${goalId}`} legend={title} error={form.faultOf(`rate-${goalId}`)}>
          <div className={styles.aspects}>
            {aspects.map((aspect) => (
              <div key={aspect} className={styles.aspect}>
                <span aria-hidden="true">{said[aspect]}</span>
                <Segmented
                  label={`${title}: ${said[aspect]}`}
                  segments={scale}
                  value={given.get(goalId)?.[aspect]?.toString() ?? null}
                  onChange={(value) => set(goalId, { [aspect]: Number(value) })}
                />
              </div>
            ))}
          </div>
        </ChoiceGroup>
      ))}
      <TextArea
        id="interest-memo"
        name="interest-memo"
        label={said.memo}
        hint={said.memoHint}
        optional={words.frame.optional}
        defaultValue={own?.note}
        maxLength={600}
      />
      <div>
        <Button kind="primary" type="submit" busy={form.busy}>
          {said.send}
        </Button>
      </div>
    </form>
  );
}

function wholeRating(goalId: GoalId, { importance, benefit, effort }: Scores = {}): Rating[] {
  if (importance === undefined || benefit === undefined || effort === undefined) return [];
  return [{ goalId, importance, benefit, effort }];
}
