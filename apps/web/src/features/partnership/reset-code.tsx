import type { CallInput, CallOutput, Member, Organization } from '@mufakat/domain';
import { may } from '@mufakat/domain/browser';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '@/lib/api';
import { useConfirmed } from '@/lib/confirm';
import { dayAndTime } from '@/lib/dates';
import { usePartnership } from '@/lib/partnership';
import { Dialog } from '@/ui/dialog';
import { useToast } from '@/ui/toast';
import { useLanguage } from '@/words/language-provider';
import { useSentence } from '@/words/sentence';
import styles from './invitation-sheet.module.css';

/** A code with which a colleague, not oneself, chooses a new password; shown once, told in person. */
export function useResetCodeFor(member: Member, firm: Organization) {
  const { words, language } = useLanguage();
  const say = words.partnership;
  const { seat, zone } = usePartnership();
  const confirmed = useConfirmed();
  const toast = useToast();
  const sentence = useSentence();
  const [made, setMade] = useState<CallOutput<'issueResetCode'> | null>(null);
  const issue = useMutation({
    mutationFn: (input: CallInput<'issueResetCode'>) => confirmed(() => call('issueResetCode', input)),
    onSuccess: setMade,
    onError: (error) => toast({ says: sentence(error), tone: 'refused' }),
  });
  return {
    isAllowed:
      may(seat, 'colleague.change') && member.partnerId === seat.partnerId && member.personId !== seat.personId,
    ask: () => issue.mutate({ organizationId: firm.id, personId: member.personId }),
    dialog: made && (
      <Dialog
        open
        onClose={() => setMade(null)}
        title={say.resetCodeFor(member.name)}
        note={say.resetCodeNote(dayAndTime(made.expiresAt, language, zone))}
        closeLabel={words.frame.close}
        size="small"
      >
        <p className={styles.link}>{made.code}</p>
      </Dialog>
    ),
  };
}
