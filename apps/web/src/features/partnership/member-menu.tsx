import type { CallInput, Member, Organization, Refusal } from '@mufakat/domain';
import { seatChangeRefusal } from '@mufakat/domain/browser';
import { Ellipsis, KeyRound, PenLine, UserMinus, UserRound } from 'lucide-react';
import { useState } from 'react';
import { usePartnership } from '@/lib/partnership';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { IconButton } from '@/ui/icon-button';
import { Menu } from '@/ui/menu';
import { useToast } from '@/ui/toast';
import { useWords } from '@/words/language-provider';
import { useSentence } from '@/words/sentence';
import { useChangeSeat } from './partnership.queries';
import { useResetCodeFor } from './reset-code';

type Props = { member: Member; firm: Organization; colleagues: readonly Member[] };
type Change = Pick<CallInput<'changeSeat'>, 'role' | 'isSignatory'>;

/** What may be done with a seat; what may not says why. */
export function MemberMenu({ member, firm, colleagues }: Props) {
  const words = useWords();
  const say = words.partnership;
  const { id, seat } = usePartnership();
  const toast = useToast();
  const sentence = useSentence();
  const change = useChangeSeat(id);
  const resetCode = useResetCodeFor(member, firm);
  const [isEnding, setEnding] = useState(false);
  const refusalOf = (of: Change & { ends?: boolean }) => seatChangeRefusal(seat, member, of, colleagues);
  const whyNot = (of: Change & { ends?: boolean }) => {
    const refusal = refusalOf(of);
    return refusal ? words.refusals[refusal] : undefined;
  };
  // Told also when the row has left the list before the answer comes.
  const send = (to: Change, ends: boolean, says: string) =>
    void change.mutateAsync({ seatId: member.seatId, version: member.version, to, ends }).then(
      () => toast({ says }),
      (error: unknown) => toast({ says: sentence(error), tone: 'refused' }),
    );
  if (member.endedAt || isForeign(refusalOf({ ends: true }))) return null;
  const isAdmin = member.role === 'partner-admin';
  const role: Change = { role: isAdmin ? 'member' : 'partner-admin' };
  const signatory: Change = { isSignatory: !member.isSignatory };
  const groups = [
    [
      ...(member.role === 'partner-admin' || member.role === 'member'
        ? [
            {
              label: isAdmin ? say.makeMember : say.makeAdmin,
              icon: UserRound,
              onSelect: () => send(role, false, say.changed),
              whyNot: whyNot(role),
            },
            {
              label: member.isSignatory ? say.endSignatory : say.makeSignatory,
              icon: PenLine,
              onSelect: () => send(signatory, false, say.changed),
              whyNot: whyNot(signatory),
            },
          ]
        : []),
      ...(resetCode.isAllowed ? [{ label: say.resetCode, icon: KeyRound, onSelect: resetCode.ask }] : []),
    ],
    [
      {
        label: say.removeSeat,
        icon: UserMinus,
        danger: true,
        onSelect: () => setEnding(true),
        whyNot: whyNot({ ends: true }),
      },
    ],
  ];
  return (
    <>
      <Menu groups={groups} title={say.manage(member.name)}>
        <IconButton icon={Ellipsis} label={say.manage(member.name)} />
      </Menu>
      {resetCode.dialog}
      <Dialog
        open={isEnding}
        onClose={() => setEnding(false)}
        title={say.removeTitle(member.name)}
        note={say.removeSays}
        closeLabel={words.frame.close}
        size="small"
        actions={
          <>
            <Button onClick={() => setEnding(false)}>{words.frame.cancel}</Button>
            <Button
              kind="danger"
              onClick={() => {
                setEnding(false);
                send({}, true, say.removed(member.name));
              }}
            >
              {say.removeGo(member.name, firm.name)}
            </Button>
          </>
        }
      />
    </>
  );
}

/** Nothing to offer: this seat is of another firm, or one governs no seats. */
function isForeign(refusal: Refusal | null): boolean {
  return refusal === 'seat.role-needed' || refusal === 'seat.not-your-firm';
}
