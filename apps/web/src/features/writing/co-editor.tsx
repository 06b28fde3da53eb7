import { lazy, type ReactNode, type Ref, Suspense, useEffect, useMemo } from 'react';
import { classes } from '@/lib/classes';
import { Later, useLater } from '@/lib/later';
import { type PartnershipView, usePartnership } from '@/lib/partnership';
import { useDocument } from '@/lib/use-document';
import { Card } from '@/ui/card';
import { Skeleton, Waiting } from '@/ui/skeleton';
import { useToast } from '@/ui/toast';
import type { Words } from '@/words/id';
import { withWords } from '@/words/language';
import { useWords } from '@/words/language-provider';
import type { AnchorMark } from './anchor';
import type { Nameable } from './extensions';
import styles from './text.module.css';

export type { AnchorMark } from './anchor';

/** Selected words, and where they stand: a Yjs relative position in base64, which stays true while others write. */
export type WrittenSelection = { text: string; anchor: string };

/** What a screen can ask of a text. Answers whether the place was found. */
export type WritingHandle = { scrollToAnchor: (anchor: string) => boolean };

export type CoEditorProps = {
  documentId: string;
  /** The name of the text for a screen reader. */
  label?: string;
  /** Why it can only be read here, such as the sentence for observers or for an archived goal. */
  whyReadOnly?: string | undefined;
  /** Buttons for selected words, such as "make it a task". */
  actions?: (selection: WrittenSelection) => ReactNode;
  /** Places of the text to which something points; each gets a small button at the end of its line. */
  marks?: readonly AnchorMark[];
  handle?: Ref<WritingHandle>;
  /** The way to the older versions of the text. */
  versions?: ReactNode;
};

const fetchEditor = withWords(() => import('./editor'), ['writing']);
const TextEditor = lazy(async () => ({ default: (await fetchEditor()).TextEditor }));
const offering = new Later(() => import('./unsent-words'), ['writing']);

/** A text which several people write at once. It reports to the frame whether it is saved. */
export function CoEditor({ documentId, whyReadOnly, ...rest }: CoEditorProps) {
  const words = useWords().writing;
  const partnership = usePartnership();
  const { open, status } = useDocument(documentId, partnership.seat.personId);
  // The editor travels while the text is still on its way.
  useEffect(() => void fetchEditor(), []);
  const offers = useLater(offering, status.unsent.length > 0);
  const toast = useToast();
  useEffect(() => {
    if (status.repairs > 0) toast({ says: words.repaired, tone: 'refused' });
  }, [toast, status.repairs, words]);
  const nameables = useMemo(() => nameablesOf(partnership, words.naming.firm), [partnership, words]);
  const closed = status.closedWith === null ? undefined : closedSentence(status.closedWith, words.closed);
  const isThere = open !== null && (status.synced || open.doc.getXmlFragment('default').length > 0);
  const mayWrite = isThere && !closed && whyReadOnly === undefined;
  return (
    <Card className={classes(styles.card)}>
      {offers && open && status.unsent.length > 0 && (
        <offers.UnsentWords
          unsent={status.unsent}
          onAppend={mayWrite ? (lines) => open.append(lines) : undefined}
          onDone={() => void open.provider.forgetUnsent()}
        />
      )}
      {isThere ? (
        <Suspense fallback={<TextWaiting label={words.loading} />}>
          <TextEditor {...rest} open={open} nameables={nameables} whyReadOnly={closed ?? whyReadOnly} />
        </Suspense>
      ) : (
        <>
          {(closed ?? (status.keptHere && !navigator.onLine)) && (
            <p className={styles.note} role="status">
              {closed ?? words.loadingOffline}
            </p>
          )}
          {!closed && <TextWaiting label={words.loading} />}
        </>
      )}
    </Card>
  );
}

function TextWaiting({ label }: { label: string }) {
  return (
    <Waiting label={label}>
      <div className={styles.waiting}>
        {['30%', '92%', '84%', '61%', '26%', '88%', '70%'].map((width, at) => (
          <Skeleton key={at} width={width} height="14px" />
        ))}
      </div>
    </Waiting>
  );
}

/** Everybody who sits here now, and every firm. */
function nameablesOf({ directory, partner }: PartnershipView, firm: string): Nameable[] {
  const people = directory.members
    .filter(({ endedAt }) => endedAt === null)
    .map(({ personId, name, partnerId }) => {
      const own = partner(partnerId);
      return { id: `person:${personId}`, label: name, note: own?.organization.name ?? '', slot: own?.slot ?? null };
    });
  const firms = directory.partners
    .filter(({ leftAt }) => leftAt === null)
    .map(({ organization: { id, name, letters }, slot }) => ({
      id: `organization:${id}`,
      label: name,
      note: firm,
      slot,
      letters,
    }));
  return [...people, ...firms];
}

function closedSentence(code: number, words: Words['writing']['closed']): string {
  if (code === 4401) return words.session;
  if (code === 4403) return words.rights;
  if (code === 4404) return words.gone;
  return code === 4413 ? words.large : words.other;
}
