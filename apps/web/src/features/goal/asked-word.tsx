import type { Goal, SignOff } from '@mufakat/domain';
import { confirmationDays } from '@mufakat/domain/browser';
import { dayAndTime, dayOf } from '@/lib/dates';
import { usePartnership } from '@/lib/partnership';
import { Button } from '@/ui/button';
import { useToast } from '@/ui/toast';
import { useLanguage } from '@/words/language-provider';
import { useSentence } from '@/words/sentence';
import { useConfirmSignOff } from './agreement.queries';
import styles from './answering.module.css';

/** The word of the person's own firm that the facilitator wrote down and the firm has not confirmed. */
export function AskedWord({ goal }: { goal: Goal }) {
  const { seat } = usePartnership();
  const word = goal.agreement.proposed?.signOffs.find(
    ({ partnerId, state }) => partnerId === seat.partnerId && state === 'awaiting',
  );
  return word?.call && seat.isSignatory ? <Question goal={goal} word={word} call={word.call} /> : null;
}

type Props = { goal: Goal; word: SignOff; call: NonNullable<SignOff['call']> };

function Question({ goal, word, call }: Props) {
  const { words, language } = useLanguage();
  const said = words.agreement.asked;
  const { zone, member } = usePartnership();
  const toast = useToast();
  const sentence = useSentence();
  const { mutate, isPending } = useConfirmSignOff(goal);
  const answer = (isRight: boolean) =>
    mutate(
      { revisionId: word.revisionId, signOffId: word.id, hash: word.hash, isRight },
      {
        onSuccess: () => toast({ says: isRight ? said.confirmed : said.denied }),
        onError: (error) => toast({ says: sentence(error), tone: 'refused' }),
      },
    );
  const lapses = new Date(Date.parse(word.signedAt) + confirmationDays * 86_400_000).toISOString();
  const verdict = words.agreement.strip.strands;
  return (
    <div className={styles.asked} role="group" aria-label={said.title}>
      <h3>{said.title}</h3>
      <p>{said.says(member(word.signedBy)?.name ?? '', dayAndTime(call.at, language, zone), call.spokeWith)}</p>
      <blockquote>
        <b>
          {word.verdict === 'agree'
            ? verdict.agreed(goal.agreement.proposed?.number ?? 0)
            : verdict[word.verdict === 'object' ? 'objected' : 'agreed-with-note']}
        </b>
        {word.note && <p>{word.note}</p>}
        {word.change && (
          <p>
            {words.agreement.strip.wouldAgree}: {word.change}
          </p>
        )}
        <p className="dim">{said.evidence(call.evidence)}</p>
      </blockquote>
      <p className="dim">{said.until(dayOf(lapses, language, zone))}</p>
      <div className={`${styles.actions} no-print`}>
        <Button kind="primary" busy={isPending} onClick={() => answer(true)}>
          {said.right}
        </Button>
        <Button onClick={() => answer(false)}>{said.wrong}</Button>
      </div>
    </div>
  );
}
