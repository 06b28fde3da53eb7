import type { CallOutput, InvitationId, Role, Seat, Standing } from '@mufakat/domain';
import { inviteRefusal } from '@mufakat/domain/browser';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { v7 as newId } from 'uuid';
import { usePartnership } from '@/lib/partnership';
import { textOf, useForm } from '@/lib/form';
import { Button } from '@/ui/button';
import { Checkbox, ChoiceGroup, Radio } from '@/ui/choice';
import { Dialog } from '@/ui/dialog';
import { ErrorSummary } from '@/ui/error-summary';
import { Select, TextField } from '@/ui/field';
import { useLanguage, useWords } from '@/words/language-provider';
import { call } from '@/lib/api';
import { InvitationSheet } from './invitation-sheet';
import { useInvite } from './partnership.queries';

export type InviteKind = 'organization' | 'colleague';

type Props = { kind: InviteKind; onClose: () => void };

/** Why this seat cannot invite, in its language; undefined when it can. */
export function useInviteWhyNot(seat: Seat, kind: InviteKind): string | undefined {
  const words = useWords();
  const refusal = inviteRefusal(seat, { kind });
  return refusal ? words.refusals[refusal] : undefined;
}

/** Who is invited as what; then the link, the QR code and the PIN, once. */
export function InviteDialog({ kind, onClose }: Props) {
  const { words } = useLanguage();
  const { partnership: say, frame } = words;
  const { id, directory } = usePartnership();
  const [made, setMade] = useState<CallOutput<'createInvitation'> | null>(null);
  if (made) {
    return (
      <Dialog open onClose={onClose} title={say.invitationReady} note={say.invitationOnce} closeLabel={frame.close}>
        <InvitationSheet made={made} partnershipName={directory.partnership.name} onDone={onClose} />
      </Dialog>
    );
  }
  return (
    <Dialog open onClose={onClose} title={say.inviteTitle[kind]} note={say.inviteNote} closeLabel={frame.close}>
      <InviteForm kind={kind} partnershipId={id} onMade={setMade} />
    </Dialog>
  );
}

type FormProps = {
  kind: InviteKind;
  partnershipId: Parameters<typeof useInvite>[0];
  onMade: (made: CallOutput<'createInvitation'>) => void;
};

function InviteForm({ kind, partnershipId, onMade }: FormProps) {
  const { partnership: say, account, frame } = useLanguage().words;
  const { seat } = usePartnership();
  const invite = useInvite(partnershipId);
  const sendsMail = useQuery({ queryKey: ['about'], queryFn: () => call('about', {}) }).data?.sendsMail ?? false;
  const invitationId = useRef(newId() as InvitationId);
  const isFirm = kind === 'organization';
  const form = useForm({
    firstField: isFirm ? 'invitedFirm' : 'role',
    send: async (values) => {
      const standing = (textOf(values, 'standing') || 'full') as Standing;
      const email = textOf(values, 'email');
      onMade(
        await invite.mutateAsync({
          id: invitationId.current,
          kind,
          organizationName: textOf(values, 'invitedFirm'),
          standing,
          role: isFirm ? roleAt[standing] : ((textOf(values, 'role') || seat.role) as Role),
          isSignatory: isFirm ? standing === 'full' : values.has('signatory'),
          maxUses: Number(textOf(values, 'uses') || 1),
          ...(email && { email }),
        }),
      );
    },
  });
  const hasRoles = !isFirm && seat.role === 'partner-admin';
  return (
    <form className="stack" onSubmit={form.onSubmit} noValidate>
      <ErrorSummary title={frame.errorSummary} faults={form.faults} attempt={form.attempt} />
      {isFirm && (
        <>
          <TextField
            id="invitedFirm"
            name="invitedFirm"
            label={say.invitedFirmName}
            optional={frame.optional}
            maxLength={120}
          />
          <ChoiceGroup legend={say.standing}>
            {(['full', 'observer', ...(seat.role === 'facilitator' ? (['facilitator'] as const) : [])] as const).map(
              (each) => (
                <Radio
                  key={each}
                  name="standing"
                  value={each}
                  label={say.standings[each]}
                  hint={say.standingSays[each]}
                  defaultChecked={each === 'full'}
                />
              ),
            )}
          </ChoiceGroup>
        </>
      )}
      {hasRoles && (
        <ChoiceGroup legend={say.role} id="role">
          {(['member', 'partner-admin'] as const).map((each) => (
            <Radio
              key={each}
              name="role"
              value={each}
              label={account.roles[each]}
              hint={say.roleHint[each]}
              defaultChecked={each === 'member'}
            />
          ))}
          <Checkbox name="signatory" label={say.signatory} hint={say.signatoryHint} />
        </ChoiceGroup>
      )}
      {!isFirm && (
        <Select id="uses" name="uses" label={say.uses} defaultValue="1">
          {[1, 2, 5, 10, 20].map((uses) => (
            <option key={uses}>{uses}</option>
          ))}
        </Select>
      )}
      {sendsMail && (
        <TextField
          id="email"
          name="email"
          type="email"
          label={say.mailTo}
          optional={frame.optional}
          error={form.faultOf('email')}
        />
      )}
      <Button kind="primary" type="submit" busy={form.busy}>
        {say.makeInvitation}
      </Button>
    </form>
  );
}

/** The role of the first person of an invited organization. */
const roleAt: Record<Standing, Role> = { full: 'partner-admin', observer: 'observer', facilitator: 'facilitator' };
