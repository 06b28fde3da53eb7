import { changePartnershipRefusal } from '@mufakat/domain/browser';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { textOf, useForm } from '@/lib/form';
import { usePartnership } from '@/lib/partnership';
import { Button, buttonLook } from '@/ui/button';
import { Panel } from '@/ui/card';
import { Dialog } from '@/ui/dialog';
import { ErrorSummary } from '@/ui/error-summary';
import { TextArea, TextField } from '@/ui/field';
import { useToast } from '@/ui/toast';
import { useLanguage, useWords } from '@/words/language-provider';
import { useChangePartnership } from './partnership.queries';

/** What this partnership is and is for; whoever may can say it better. */
export function AboutPartnership() {
  const words = useWords();
  const say = words.partnership;
  const { id, directory, seat } = usePartnership();
  const { partnership } = directory;
  const [isOpen, setOpen] = useState(false);
  const refusal = changePartnershipRefusal(seat);
  return (
    <Panel
      title={say.about}
      note={`${say.types[partnership.type].name} · ${say.zones[partnership.zone]}`}
      actions={
        <>
          <Link
            to="/k/$partnershipId/cara-kerja"
            params={{ partnershipId: id }}
            className={buttonLook({ small: true })}
          >
            {say.charter}
          </Link>
          <Button small onClick={() => setOpen(true)} whyNot={refusal ? words.refusals[refusal] : undefined}>
            {say.edit}
          </Button>
        </>
      }
    >
      {partnership.purpose && <p>{partnership.purpose}</p>}
      {isOpen && <EditDialog onClose={() => setOpen(false)} />}
    </Panel>
  );
}

function EditDialog({ onClose }: { onClose: () => void }) {
  const { partnership: say, frame } = useLanguage().words;
  const { id, directory } = usePartnership();
  const [first] = useState(directory.partnership);
  const toast = useToast();
  const change = useChangePartnership(id);
  const form = useForm({
    firstField: 'partnershipName',
    check: (values) => (textOf(values, 'partnershipName') ? [] : [{ field: 'partnershipName', says: say.nameMissing }]),
    send: async (values) => {
      await change.mutateAsync({
        name: textOf(values, 'partnershipName'),
        purpose: textOf(values, 'purpose'),
        version: directory.partnership.version,
      });
      toast({ says: say.changed });
      onClose();
    },
  });
  return (
    <Dialog open onClose={onClose} title={say.about} closeLabel={frame.close}>
      <form className="stack" onSubmit={form.onSubmit} noValidate>
        <ErrorSummary title={frame.errorSummary} faults={form.faults} attempt={form.attempt} />
        <TextField
          id="partnershipName"
          name="partnershipName"
          label={say.name}
          defaultValue={first.name}
          maxLength={120}
          error={form.faultOf('partnershipName')}
        />
        <TextArea
          id="purpose"
          name="purpose"
          label={say.purpose}
          hint={say.purposeHint}
          defaultValue={first.purpose}
          maxLength={1000}
        />
        <Button kind="primary" type="submit" busy={form.busy}>
          {frame.save}
        </Button>
      </form>
    </Dialog>
  );
}
