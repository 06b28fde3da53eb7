import type { HeldReceipt, Receipt } from '@mufakat/domain';
import { Download, Printer } from 'lucide-react';
import { useRef } from 'react';
import { dayAndTime } from '@/lib/dates';
import { usePartnership } from '@/lib/partnership';
import { saveFile } from '@/lib/save-file';
import { Button } from '@/ui/button';
import { IconButton } from '@/ui/icon-button';
import { useLanguage, useWords } from '@/words/language-provider';
import { printOnly } from './print-only';
import styles from './proof-panel.module.css';

/** The receipts of the own firm, each to print and to keep. */
export function ReceiptList({ receipts }: { receipts: readonly HeldReceipt[] }) {
  const words = useWords().proof.receipts;
  const list = useRef<HTMLDivElement>(null);
  return (
    <div className={styles.receipts} ref={list}>
      <h2>{words.title}</h2>
      <p className="small muted">{receipts.length > 0 ? words.note : words.none}</p>
      {receipts.length > 0 && (
        <div className={styles.actions}>
          <Button small icon={Printer} onClick={() => printOnly(list.current)}>
            {words.printAll}
          </Button>
          <Button small icon={Download} onClick={() => save(receipts, 'mufakat-tanda-terima.json')}>
            {words.saveAll}
          </Button>
        </div>
      )}
      <ol>
        {receipts.map((receipt) => (
          <One key={receipt.statement.sequence} receipt={receipt} />
        ))}
      </ol>
    </div>
  );
}

function One({ receipt }: { receipt: HeldReceipt }) {
  const { language, words } = useLanguage();
  const { zone, partner } = usePartnership();
  const row = useRef<HTMLLIElement>(null);
  const said = words.proof.receipts;
  const { statement, signature, signedFor, goalTitle } = receipt;
  const { sequence, name, at, hash, contentHash, keyId } = statement;
  const firm = (signedFor && partner(signedFor)?.organization.name) || said.aFirm;
  return (
    <li className={styles.receipt} ref={row}>
      <div>
        <b>{said.did[name](firm, goalTitle)}</b>
        <p className="small muted">
          {said.entry(sequence)} · <time dateTime={at}>{dayAndTime(at, language, zone)}</time>
        </p>
        <dl>
          <dt>{said.hash}</dt>
          <dd>{hash}</dd>
          <dt>{said.content}</dt>
          <dd>{contentHash}</dd>
          <dt>{said.key}</dt>
          <dd>{keyId}</dd>
          <dt>{said.signature}</dt>
          <dd>{signature}</dd>
        </dl>
      </div>
      <div className={styles.takes}>
        <IconButton icon={Printer} label={said.print(sequence)} onClick={() => printOnly(row.current)} />
        <IconButton
          icon={Download}
          label={said.save(sequence)}
          onClick={() => save([receipt], `mufakat-tanda-terima-${sequence}.json`)}
        />
      </div>
    </li>
  );
}

/** As the offline verifier reads them: what was signed, and the signature. */
function save(receipts: readonly Receipt[], name: string): void {
  const kept = receipts.map(({ statement, publicKey, signature }) => ({ statement, publicKey, signature }));
  saveFile(new Blob([JSON.stringify(kept, null, 2)], { type: 'application/json' }), name);
}
