import type { Goal, GoalContent, GoalId, Revision, SignOffId, Verdict } from '@mufakat/domain';
import { differencesBetween, signable } from '@mufakat/domain/browser';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { v7 } from 'uuid';
import { isRefused } from '@/lib/api';
import { textOf, useForm } from '@/lib/form';
import { usePartnership } from '@/lib/partnership';
import { Button, buttonLook } from '@/ui/button';
import { Checkbox, ChoiceGroup, Radio } from '@/ui/choice';
import { Dialog } from '@/ui/dialog';
import { ErrorSummary, type FormFault } from '@/ui/error-summary';
import { Select, TextArea } from '@/ui/field';
import { SkeletonRows } from '@/ui/skeleton';
import { useToast } from '@/ui/toast';
import { useLanguage } from '@/words/language-provider';
import { revisionQuery, revisionsQuery, useSignOff } from './agreement.queries';
import { goalsQuery } from './goal.queries';
import styles from './answering.module.css';
import { SignedDuties } from './signed-duties';
import { SignedEnding } from './signed-ending';
import { tellDifference } from './tell-differences';

type Props = { goal: Goal; revision: Revision; verdict: Verdict; onClose: () => void };

/**
 * Signing shows what changed since the firm last agreed, and what the firm takes on, before it asks for the answer.
 * The answer carries the hash of the very content that was shown.
 */
export function SignDialog({ goal, revision: first, verdict: wish, onClose }: Props) {
  const { words } = useLanguage();
  const said = words.signing.sign;
  const { id: partnershipId, seat, partner } = usePartnership();
  const [shown, setShown] = useState(first);
  const at = { partnershipId, goalId: goal.id, revisionId: shown.id };
  const { data } = useQuery(revisionQuery(at));
  const firm = partner(seat.partnerId)?.organization.name ?? '';
  const newest = signable(goal, seat.partnerId);
  const isBehind = newest !== null && newest.id !== shown.id;
  return (
    <Dialog
      open
      onClose={onClose}
      title={said.title(goal.title)}
      note={said.note(shown.number, firm)}
      closeLabel={words.frame.close}
    >
      {isBehind ? (
        <Behind newest={newest} onReview={() => setShown(newest)} />
      ) : data ? (
        <div className="stack">
          {data.content.format === 'mufakat.goal/1' ? (
            <>
              <Changes goal={goal} revision={shown} content={data.content} />
              <SignedDuties content={data.content} firm={firm} />
            </>
          ) : (
            <SignedEnding goal={goal} content={data.content} />
          )}
          <Answer key={shown.id} {...{ goal, firm, wish, onClose }} revision={data.revision} />
        </div>
      ) : (
        <SkeletonRows label={words.frame.loading} />
      )}
    </Dialog>
  );
}

/** A newer version came between reading and signing: nothing is recorded, and the newer one is shown. */
function Behind({ newest, onReview }: { newest: Revision; onReview: () => void }) {
  const said = useLanguage().words.signing.sign;
  const { member } = usePartnership();
  return (
    <div className="stack" role="alert">
      <p>
        <b>{said.refused}</b> {said.replacedBy(member(newest.proposedBy)?.name ?? '', newest.number)}
      </p>
      <Button kind="primary" onClick={onReview}>
        {said.review(newest.number)}
      </Button>
    </div>
  );
}

type ContentProps = { goal: Goal; revision: Revision; content: GoalContent };

/** What changed since the last revision this firm agreed to, otherwise since what is in force. */
function Changes({ goal, revision, content }: ContentProps) {
  const { words, language } = useLanguage();
  const said = words.signing.sign;
  const partnership = usePartnership();
  const { data: revisions } = useQuery(revisionsQuery(goal));
  const own = revisions?.find(
    ({ id, kind, signOffs }) =>
      id !== revision.id &&
      kind === 'content' &&
      signOffs.some(({ partnerId, state }) => partnerId === partnership.seat.partnerId && state === 'standing'),
  );
  const base = own ?? (goal.agreement.inForce?.id === revision.id ? undefined : goal.agreement.inForce);
  const before = useQuery({
    ...revisionQuery({ partnershipId: partnership.id, goalId: goal.id, revisionId: base?.id ?? revision.id }),
    enabled: base !== undefined && base !== null,
  }).data?.content;
  const at = { partnershipId: partnership.id, goalId: goal.id };
  const whole = (
    <Link
      to="/k/$partnershipId/tujuan/$goalId/perubahan"
      params={at}
      search={{ ...(base && { dari: base.number }), ke: revision.number }}
      className={buttonLook({ kind: 'quiet', small: true })}
    >
      {said.whole}
    </Link>
  );
  if (!base || before?.format !== 'mufakat.goal/1')
    return (
      <p>
        {said.first} {whole}
      </p>
    );
  return (
    <section>
      <h3>{own ? said.sinceLast : said.sinceInForce(base.number)}</h3>
      <ul className={styles.changes}>
        {differencesBetween(before, content).map((difference, place) => (
          <li key={place}>{tellDifference(difference, { words, language, partnership })}</li>
        ))}
      </ul>
      {whole}
    </section>
  );
}

type AnswerProps = { goal: Goal; revision: Revision; firm: string; wish: Verdict; onClose: () => void };

function Answer({ goal, revision, firm, wish, onClose }: AnswerProps) {
  const { words } = useLanguage();
  const said = words.signing.sign;
  const formId = useId();
  const toast = useToast();
  const [id] = useState(() => v7() as SignOffId);
  const [verdict, setVerdict] = useState(wish);
  const { mutateAsync } = useSignOff(goal);
  const form = useForm({
    firstField: 'sign-note',
    check: (values) => faultsOf(values, verdict, { said: words.signing, hasDuties: revision.kind === 'content' }),
    send: async (values) => {
      try {
        await mutateAsync({
          id,
          revisionId: revision.id,
          hash: revision.hash,
          verdict,
          note: textOf(values, 'sign-note'),
          change: textOf(values, 'sign-change'),
          harmedGoalId: (textOf(values, 'sign-harmed') || null) as GoalId | null,
        });
      } catch (error) {
        // The screen now shows what came between, and asks again.
        if (isRefused(error, 'revision.replaced')) return;
        throw error;
      }
      toast({ says: said.done });
      onClose();
    },
  });
  return (
    <form id={formId} className="stack" onSubmit={form.onSubmit} noValidate>
      <ErrorSummary title={words.frame.errorSummary} faults={form.faults} attempt={form.attempt} />
      <ChoiceGroup legend={said.answer}>
        {(['agree', 'agree-with-note', 'object'] as const).map((each) => (
          <Radio
            key={each}
            name="sign-verdict"
            value={each}
            checked={each === verdict}
            onChange={() => setVerdict(each)}
            label={said.verdicts[each].name}
            hint={said.verdicts[each].says}
          />
        ))}
      </ChoiceGroup>
      {verdict !== 'agree' && (
        <TextArea
          id="sign-note"
          name="sign-note"
          label={verdict === 'object' ? said.reason : said.noteLabel}
          error={form.faultOf('sign-note')}
          maxLength={2000}
        />
      )}
      {verdict === 'object' && (
        <>
          <TextArea
            id="sign-change"
            name="sign-change"
            label={said.change}
            error={form.faultOf('sign-change')}
            maxLength={2000}
          />
          <HarmedGoal goal={goal} />
        </>
      )}
      {verdict !== 'object' && revision.kind === 'content' && (
        <Checkbox
          id="sign-duties"
          name="sign-duties"
          label={said.duties}
          aria-invalid={!!form.faultOf('sign-duties')}
        />
      )}
      <div className="row">
        <Button kind="primary" type="submit" busy={form.busy}>
          {verdict === 'object' ? said.do.object(firm) : said.do.agree(firm)}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {words.frame.cancel}
        </Button>
      </div>
    </form>
  );
}

function HarmedGoal({ goal }: { goal: Goal }) {
  const said = useLanguage().words.signing.sign;
  const { id } = usePartnership();
  const { data: goals = [] } = useQuery(goalsQuery(id));
  return (
    <Select name="sign-harmed" label={said.harmed} defaultValue="">
      <option value="">{said.noHarm}</option>
      {goals
        .filter((each) => each.id !== goal.id)
        .map((each) => (
          <option key={each.id} value={each.id}>
            {each.title}
          </option>
        ))}
    </Select>
  );
}

type Checking = { said: ReturnType<typeof useLanguage>['words']['signing']; hasDuties: boolean };

function faultsOf(values: FormData, verdict: Verdict, { said, hasDuties }: Checking): FormFault[] {
  const lacking = (field: string) => (textOf(values, field) === '' ? [{ field, says: said.record.missing }] : []);
  if (verdict === 'object') return [...lacking('sign-note'), ...lacking('sign-change')];
  return [
    ...(verdict === 'agree-with-note' ? lacking('sign-note') : []),
    ...(!hasDuties || values.has('sign-duties') ? [] : [{ field: 'sign-duties', says: said.sign.dutiesMissing }]),
  ];
}
