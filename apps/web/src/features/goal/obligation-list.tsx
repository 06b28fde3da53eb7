import type { Goal, Obligation, Partner } from '@mufakat/domain';
import { goalChangeRefusal, inNamingOrder, obligationStateRefusal } from '@mufakat/domain/browser';
import { CircleCheck, CircleDashed, Ellipsis, Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Later, useLater } from '@/lib/later';
import { usePartnership } from '@/lib/partnership';
import { Button } from '@/ui/button';
import { Panel } from '@/ui/card';
import { Chip } from '@/ui/chip';
import { Icon } from '@/ui/icon';
import { IconButton } from '@/ui/icon-button';
import { Menu, type MenuAction } from '@/ui/menu';
import { OrganizationMark } from '@/ui/organization-mark';
import { useToast } from '@/ui/toast';
import { useLanguage, useWords } from '@/words/language-provider';
import { useSentence } from '@/words/sentence';
import { useChangeObligation, useRemoveObligation } from './agreement.queries';
import styles from './obligation-list.module.css';
import { firmsOf } from './firms';
import { dutyOf } from './tell-differences';

const dialog = new Later(() => import('./obligation-dialog'), ['signing']);

/** What each firm takes upon itself, firm by firm in joining order, bigger parties before small firms; a firm that has said nothing is named. */
export function ObligationPanel({ goal }: { goal: Goal }) {
  const words = useWords();
  const said = words.signing.obligations;
  const partnership = usePartnership();
  const { seat, directory } = partnership;
  const { type } = directory.partnership;
  const [form, setForm] = useState<{ obligation: Obligation | null; firm: Partner | undefined } | null>(null);
  const loaded = useLater(dialog, form !== null);
  const refusal = goalChangeRefusal(seat, goal);
  const whyNot = refusal === null ? undefined : words.refusals[refusal];
  const now = firmsOf(partnership);
  const gone = directory.partners.filter(
    ({ id }) => !now.some((firm) => firm.id === id) && goal.obligations.some(({ partnerId }) => partnerId === id),
  );
  const add = (firm: Partner | undefined) => setForm({ obligation: null, firm });
  return (
    <Panel
      title={said.title}
      actions={
        <span className="no-print">
          <Button small icon={Plus} whyNot={whyNot} onClick={() => add(partnership.partner(seat.partnerId))}>
            {said.add}
          </Button>
        </span>
      }
    >
      <p className={styles.says}>{said.says}</p>
      <ul className={styles.firms}>
        {inNamingOrder(type, [...now, ...gone]).map((firm) => (
          <li key={firm.id}>
            <OrganizationMark
              name={firm.organization.name}
              letters={firm.organization.letters}
              slot={firm.slot}
              size="small"
              silent
            />
            <div>
              <h3>{firm.organization.name}</h3>
              <ul>
                {goal.obligations
                  .filter(({ partnerId }) => partnerId === firm.id)
                  .map((obligation) => (
                    <Duty
                      key={obligation.id}
                      goal={goal}
                      obligation={obligation}
                      canWrite={refusal === null}
                      onEdit={() => setForm({ obligation, firm })}
                    />
                  ))}
              </ul>
              {!goal.obligations.some(({ partnerId }) => partnerId === firm.id) && (
                <p className={styles.missing}>
                  <Icon of={CircleDashed} size={16} /> {said.missing}
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
      {form && loaded && (
        <loaded.ObligationDialog
          goal={goal}
          obligation={form.obligation}
          firm={form.firm}
          onClose={() => setForm(null)}
        />
      )}
    </Panel>
  );
}

type DutyProps = { goal: Goal; obligation: Obligation; canWrite: boolean; onEdit: () => void };

function Duty({ goal, obligation, canWrite, onEdit }: DutyProps) {
  const { words, language } = useLanguage();
  const said = words.signing.obligations;
  const { seat, member } = usePartnership();
  const toast = useToast();
  const sentence = useSentence();
  const onError = (error: unknown) => toast({ says: sentence(error), tone: 'refused' });
  const { mutate: change } = useChangeObligation(goal);
  const { mutate: remove } = useRemoveObligation(goal);
  const { id: obligationId, ...fields } = obligation;
  const isMet = obligation.state === 'met';
  const mark: MenuAction = {
    label: isMet ? said.open : said.met,
    icon: isMet ? CircleDashed : CircleCheck,
    onSelect: () => change({ obligationId, ...fields, state: isMet ? 'open' : 'met' }, { onError }),
    whyNot: obligationStateRefusal(seat, obligation) ? words.refusals['obligation.not-your-firm'] : undefined,
  };
  const edit: MenuAction = { label: said.edit, icon: Pencil, onSelect: onEdit };
  const drop: MenuAction = {
    label: said.remove,
    icon: Trash2,
    danger: true,
    onSelect: () => remove(obligationId, { onSuccess: () => toast({ says: said.removed }), onError }),
  };
  return (
    <li className={styles.duty}>
      <span>
        {dutyOf(obligation, { words, language })}
        {obligation.ownerId && <span className="dim"> · {member(obligation.ownerId)?.name}</span>}
      </span>
      {isMet && <Chip tone="ok">{said.isMet}</Chip>}
      {canWrite && (
        <span className="push no-print">
          <Menu groups={[obligation.kind === 'duty' ? [mark, edit] : [edit], [drop]]}>
            <IconButton icon={Ellipsis} label={said.menu(obligation.text)} />
          </Menu>
        </span>
      )}
    </li>
  );
}
