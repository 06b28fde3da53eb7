import type { Goal, PartnerId } from '@mufakat/domain';
import {
  endingRefusal,
  proposalGaps,
  proposeRefusal,
  recordCallRefusal,
  signable,
  signOffRefusal,
  strandOf,
  withdrawProposalRefusal,
} from '@mufakat/domain/browser';
import { Link } from '@tanstack/react-router';
import { Check, Ellipsis, FilePen, Flag, ListTodo, Phone, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { Later, useLater } from '@/lib/later';
import { type PartnershipView, usePartnership } from '@/lib/partnership';
import { Button, buttonLook } from '@/ui/button';
import { IconButton } from '@/ui/icon-button';
import { Menu, type MenuAction } from '@/ui/menu';
import { useToast } from '@/ui/toast';
import { useLanguage, useWords } from '@/words/language-provider';
import { useSentence } from '@/words/sentence';
import { useWithdrawProposal, useWithdrawSignOff } from './agreement.queries';
import styles from './answering.module.css';
import { firmsOf } from './firms';

const proposing = new Later(() => import('./propose-dialog'), ['agreement', 'goal', 'signing']);
const signing = new Later(() => import('./sign-dialog'), ['signing']);
const ending = new Later(() => import('./end-dialog'), ['signing']);
const recording = new Later(() => import('./record-dialog'), ['signing']);

type Doing =
  { what: 'propose' } | { what: 'end' } | { what: 'agree' | 'object' } | { what: 'record'; firm: PartnerId } | null;

/** What this person can do about the agreement now: propose, sign, object, take back, or see who may. */
export function SignOffActions({ goal }: { goal: Goal }) {
  const { words } = useLanguage();
  const said = words.agreement.do;
  const partnership = usePartnership();
  const { seat, me } = partnership;
  const [doing, setDoing] = useState<Doing>(null);
  const loaded = {
    propose: useLater(proposing, doing?.what === 'propose'),
    sign: useLater(signing, doing?.what === 'agree' || doing?.what === 'object'),
    end: useLater(ending, doing?.what === 'end'),
    record: useLater(recording, doing?.what === 'record'),
  };
  const done = () => setDoing(null);
  const revision = signable(goal, seat.partnerId);
  const strand = strandOf(goal.agreement, seat.partnerId);
  const waits = revision !== null && (strand === 'none' || strand === 'again' || strand === 'awaiting');
  const maySign = revision !== null && signOffRefusal(seat, goal, revision) === null;
  const firm = partnership.partner(me.partnerId)?.organization.name ?? '';
  const more = useMore(goal, partnership, setDoing);
  return (
    <>
      {waits && !maySign && seat.role !== 'observer' && <Signatories firm={seat.partnerId} />}
      {revision && waits && maySign && (
        <>
          <Button className="wide-only" onClick={() => setDoing({ what: 'object' })}>
            {said.object}
          </Button>
          <Button kind="primary" icon={Check} onClick={() => setDoing({ what: 'agree' })}>
            <span className="wide-only">{said.sign(firm)}</span>
            <span className="phone-only">{said.signShort(revision.number)}</span>
          </Button>
        </>
      )}
      <ProposeButton goal={goal} isFirst={!(waits && maySign)} onPropose={() => setDoing({ what: 'propose' })} />
      <ChangesLink goal={goal} />
      {more.length > 0 && (
        <Menu groups={[more]}>
          <IconButton icon={Ellipsis} label={said.more} />
        </Menu>
      )}
      {doing?.what === 'propose' && loaded.propose && <loaded.propose.ProposeDialog goal={goal} onClose={done} />}
      {doing?.what === 'end' && loaded.end && <loaded.end.EndDialog goal={goal} onClose={done} />}
      {(doing?.what === 'agree' || doing?.what === 'object') && loaded.sign && revision && (
        <loaded.sign.SignDialog goal={goal} revision={revision} verdict={doing.what} onClose={done} />
      )}
      {doing?.what === 'record' && loaded.record && (
        <loaded.record.RecordDialog goal={goal} firm={doing.firm} onClose={done} />
      )}
    </>
  );
}

/** Who can answer for a firm, for a colleague who cannot. */
function Signatories({ firm }: { firm: PartnerId }) {
  const said = useLanguage().words.agreement.strip;
  const { directory } = usePartnership();
  const names = directory.members
    .filter(({ partnerId, isSignatory, endedAt }) => partnerId === firm && isSignatory && !endedAt)
    .map(({ name }) => name);
  return <span className={styles.who}>{said.signatories(names)}</span>;
}

type ProposeProps = { goal: Goal; isFirst: boolean; onPropose: () => void };

/** A draft is proposed; what was changed since is proposed again. What it still lacks is told where it is proposed. */
function ProposeButton({ goal, isFirst, onPropose }: ProposeProps) {
  const words = useWords();
  const said = words.agreement.do;
  const partnership = usePartnership();
  const { agreement } = goal;
  const firms = firmsOf(partnership);
  const isNew =
    agreement.proposed?.kind === 'content' ? agreement.isAhead : agreement.inForce ? agreement.isChanged : true;
  if (!isNew) return null;
  const refusal = proposeRefusal(partnership.seat, goal);
  if (refusal === 'goal.over' || refusal === 'goal.archived') return null;
  const lacks = proposalGaps(
    goal,
    firms.map(({ id }) => id),
  ).length;
  const last = agreement.proposed ?? agreement.inForce;
  const label = last
    ? said.proposeChange(last.number + 1)
    : lacks > 0
      ? words.goal.strip.lacks(lacks)
      : said.proposeTo(firms.length);
  return (
    <Button
      kind={isFirst ? 'primary' : 'plain'}
      icon={lacks > 0 ? ListTodo : FilePen}
      onClick={onPropose}
      whyNot={refusal && lacks === 0 ? words.refusals[refusal] : undefined}
    >
      {label}
    </Button>
  );
}

function ChangesLink({ goal }: { goal: Goal }) {
  const said = useLanguage().words.agreement.do;
  const { id } = usePartnership();
  const { proposed, inForce, isChanged } = goal.agreement;
  if (!inForce || proposed?.ending || (!proposed && !isChanged)) return null;
  return (
    <Link
      to="/k/$partnershipId/tujuan/$goalId/perubahan"
      params={{ partnershipId: id, goalId: goal.id }}
      search={{ dari: inForce.number, ...(proposed && { ke: proposed.number }) }}
      className={buttonLook()}
    >
      {said.changes}
    </Link>
  );
}

/** What is seldom done: taking back, and writing down what firms said by phone. */
function useMore(goal: Goal, partnership: PartnershipView, setDoing: (doing: Doing) => void): MenuAction[] {
  const { words } = useLanguage();
  const said = words.agreement.do;
  const { seat } = partnership;
  const toast = useToast();
  const sentence = useSentence();
  const { mutate: withdraw } = useWithdrawSignOff(goal);
  const { mutate: withdrawProposal } = useWithdrawProposal(goal);
  const { proposed } = goal.agreement;
  const end =
    endingRefusal(seat, goal) === null && proposed?.kind !== 'ending'
      ? [{ label: said.end, icon: Flag, onSelect: () => setDoing({ what: 'end' }) }]
      : [];
  if (!proposed) return end;
  const told = (says: string) => ({
    onSuccess: () => toast({ says }),
    onError: (error: unknown) => toast({ says: sentence(error), tone: 'refused' as const }),
  });
  const own = proposed.signOffs.find(({ partnerId, state }) => partnerId === seat.partnerId && state === 'standing');
  const waiting = firmsOf(partnership).filter(
    ({ id }) =>
      recordCallRefusal(seat, goal, id) === null && !proposed.signOffs.some(({ partnerId }) => partnerId === id),
  );
  return [
    ...end,
    ...(own && seat.isSignatory
      ? [
          {
            label: said.withdraw,
            icon: Undo2,
            onSelect: () => withdraw({ revisionId: proposed.id, signOffId: own.id }, told(said.withdrawn)),
          },
        ]
      : []),
    ...waiting.map(({ id, organization }) => ({
      label: said.record(organization.name),
      icon: Phone,
      onSelect: () => setDoing({ what: 'record', firm: id }),
    })),
    ...(withdrawProposalRefusal(seat, goal) === null
      ? [
          {
            label: said.withdrawProposal,
            danger: true,
            onSelect: () => withdrawProposal(proposed.id, told(said.proposalWithdrawn)),
          },
        ]
      : []),
  ];
}
