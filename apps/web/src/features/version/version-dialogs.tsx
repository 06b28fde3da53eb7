import type { DocumentId, TextVersion, TextVersionId } from '@mufakat/domain';
import { useId, useRef, useState } from 'react';
import { v7 as newId } from 'uuid';
import { useAddressWord } from '@/lib/address';
import { textOf, useForm } from '@/lib/form';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { ErrorSummary } from '@/ui/error-summary';
import { TextField } from '@/ui/field';
import { useToast } from '@/ui/toast';
import { useWords } from '@/words/language-provider';
import { useSentence } from '@/words/sentence';
import styles from './version-reading.module.css';
import { type Chosen, useNameVersion, useRestoreVersion } from './version.queries';

const longestName = 80;

type NameProps = { documentId: DocumentId; of: Chosen; onClose: () => void };

/** Asks for a name under which the version stays for ever. */
export function NameDialog({ documentId, of, onClose }: NameProps) {
  const { version: words, frame } = useWords();
  const form = useId();
  const first = useRef<HTMLInputElement>(null);
  const [id] = useState(() => newId() as TextVersionId);
  const [, choose] = useAddressWord('versi');
  const toast = useToast();
  const keep = useNameVersion(documentId);
  const { faults, attempt, busy, onSubmit, faultOf } = useForm({
    firstField: 'name',
    check: (values) => (textOf(values, 'name') ? [] : [{ field: 'name', says: words.nameMissing }]),
    send: async (values) => {
      const name = textOf(values, 'name');
      await keep.mutateAsync({ id, name, of });
      toast({ says: words.nameKept(name) });
      choose(id);
      onClose();
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.giveName}
      note={words.nameNote}
      closeLabel={frame.close}
      size="small"
      focusFirst={first}
      actions={
        <>
          <Button onClick={onClose}>{frame.cancel}</Button>
          <Button kind="primary" type="submit" form={form} busy={busy}>
            {frame.save}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={onSubmit} noValidate>
        <ErrorSummary title={frame.errorSummary} faults={faults} attempt={attempt} />
        <TextField
          ref={first}
          id="name"
          name="name"
          label={words.name}
          hint={words.nameHint}
          maxLength={longestName}
          autoComplete="off"
          error={faultOf('name')}
        />
      </form>
    </Dialog>
  );
}

type RestoreProps = { version: TextVersion; title: string; onClose: () => void };

/** Says what restoring will do before it is done. */
export function RestoreDialog({ version, title, onClose }: RestoreProps) {
  const { version: words, frame } = useWords();
  const sentence = useSentence();
  const toast = useToast();
  const [, choose] = useAddressWord('versi');
  const restore = useRestoreVersion(version.documentId);
  const act = () =>
    restore.mutate(version.id, {
      onSuccess: () => {
        toast({ says: words.restored });
        choose('sekarang');
        onClose();
      },
      onError: (error) => toast({ says: sentence(error), tone: 'refused' }),
    });
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.restoreTitle(title)}
      note={words.restoreNote}
      closeLabel={frame.close}
      size="small"
      actions={
        <>
          <Button onClick={onClose}>{frame.cancel}</Button>
          <Button kind="primary" busy={restore.isPending} onClick={act}>
            {words.restore}
          </Button>
        </>
      }
    >
      <ul className={styles.means}>
        {words.restoreMeans.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Dialog>
  );
}
