import type { Goal, Obligation, Partner, PartnerId, SeatId } from '@mufakat/domain';
import { useId, useRef, useState } from 'react';
import { v7 } from 'uuid';
import { textOf, useForm } from '@/lib/form';
import { usePartnership } from '@/lib/partnership';
import { Button } from '@/ui/button';
import { ChoiceGroup, Radio } from '@/ui/choice';
import { Dialog } from '@/ui/dialog';
import { ErrorSummary } from '@/ui/error-summary';
import { Select, TextArea, TextField } from '@/ui/field';
import { useLanguage } from '@/words/language-provider';
import { useAddObligation, useChangeObligation } from './agreement.queries';
import styles from './goal-page.module.css';
import { firmsOf } from './firms';

type Props = { goal: Goal; obligation: Obligation | null; firm: Partner | undefined; onClose: () => void };
type Kind = Obligation['kind'];

/** Writes down what a firm takes on, or why it takes on nothing. */
export function ObligationDialog({ goal, obligation, firm, onClose }: Props) {
  const { words } = useLanguage();
  const said = words.signing.obligations;
  const partnership = usePartnership();
  const firms = firmsOf(partnership);
  const formId = useId();
  const first = useRef<HTMLTextAreaElement>(null);
  const [obligationId] = useState(() => obligation?.id ?? (v7() as Obligation['id']));
  const [kind, setKind] = useState<Kind>(obligation?.kind ?? 'duty');
  const [firmId, setFirmId] = useState(
    firms.find(({ id }) => id === (obligation?.partnerId ?? firm?.id))?.id ?? firms[0]?.id,
  );
  const add = useAddObligation(goal);
  const change = useChangeObligation(goal);
  const form = useForm({
    firstField: 'duty-text',
    check: (values) => (textOf(values, 'duty-text') ? [] : [{ field: 'duty-text', says: said.textMissing }]),
    send: async (values) => {
      await (obligation ? change : add).mutateAsync({
        obligationId,
        partnerId: firmId as PartnerId,
        kind,
        text: textOf(values, 'duty-text'),
        ownerId: (textOf(values, 'duty-owner') || null) as SeatId | null,
        dueOn: textOf(values, 'duty-due') || null,
        every: (textOf(values, 'duty-every') || null) as Obligation['every'],
        state: obligation?.state ?? 'open',
      });
      onClose();
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={obligation ? said.formEdit : said.formAdd}
      closeLabel={words.frame.close}
      focusFirst={first}
      actions={
        <>
          <Button onClick={onClose}>{words.frame.cancel}</Button>
          <Button kind="primary" type="submit" form={formId} busy={form.busy}>
            {words.frame.save}
          </Button>
        </>
      }
    >
      <form id={formId} className="stack" onSubmit={form.onSubmit} noValidate>
        <ErrorSummary title={words.frame.errorSummary} faults={form.faults} attempt={form.attempt} />
        <Select
          label={said.firm}
          name="duty-firm"
          value={firmId}
          onChange={({ target }) => setFirmId(target.value as PartnerId)}
        >
          {firms.map(({ id, organization }) => (
            <option key={id} value={id}>
              {organization.name}
            </option>
          ))}
        </Select>
        <ChoiceGroup legend={said.kind}>
          {(['duty', 'none'] as const).map((each) => (
            <Radio
              key={each}
              name="duty-kind"
              value={each}
              checked={each === kind}
              onChange={() => setKind(each)}
              label={said.kinds[each].name}
              hint={said.kinds[each].says}
            />
          ))}
        </ChoiceGroup>
        <TextArea
          ref={first}
          id="duty-text"
          name="duty-text"
          label={kind === 'duty' ? said.text : said.why}
          hint={kind === 'duty' ? said.textHint : said.whyHint}
          defaultValue={obligation?.text}
          error={form.faultOf('duty-text')}
          maxLength={400}
        />
        {kind === 'duty' && <When obligation={obligation} firmId={firmId} />}
      </form>
    </Dialog>
  );
}

/** Who of the firm sees to it, by when, and how often. */
function When({ obligation, firmId }: { obligation: Obligation | null; firmId: PartnerId | undefined }) {
  const { words } = useLanguage();
  const said = words.signing.obligations;
  const { directory } = usePartnership();
  const people = directory.members.filter(({ partnerId, endedAt }) => partnerId === firmId && !endedAt);
  return (
    <>
      <Select key={firmId} label={said.owner} name="duty-owner" defaultValue={obligation?.ownerId ?? ''}>
        <option value="">{said.noOwner}</option>
        {people.map(({ seatId, name }) => (
          <option key={seatId} value={seatId}>
            {name}
          </option>
        ))}
      </Select>
      <div className={styles.pair}>
        <TextField
          type="date"
          name="duty-due"
          label={said.dueOn}
          optional={words.frame.optional}
          defaultValue={obligation?.dueOn ?? ''}
        />
        <Select label={said.every} name="duty-every" defaultValue={obligation?.every ?? ''}>
          <option value="">{said.once}</option>
          {Object.entries(said.recurrences).map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </Select>
      </div>
    </>
  );
}
