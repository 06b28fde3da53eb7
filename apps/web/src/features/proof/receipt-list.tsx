import type { Receipt } from '@mufakat/domain';
import { Download, Printer } from 'lucide-react';
import { dayAndTime } from '@/lib/dates';
import { usePartnership } from '@/lib/partnership';
import { saveFile } from '@/lib/save-file';
import { Button } from '@/ui/button';
import { useLanguage, useWords } from '@/words/language-provider';
import styles from './proof-panel.module.css';

/** The receipts of the own firm, each to print and to keep. */
export function ReceiptList({ receipts }: { receipts: readonly Receipt[] }) {
  const words = useWords().proof.receipts;
  return (
    <div className={styles.receipts}>
      <h2>{words.title}</h2>
      <p className="small muted">{receipts.length > 0 ? words.note : words.none}</p>
      {receipts.length > 0 && (
        <div className={styles.actions}>
          <Button small icon={Printer} onClick={() => print()}>
            {words.print}
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

function One({ receipt }: { receipt: Receipt }) {
  const { language, words } = useLanguage();
  const { zone } = usePartnership();
  const said = words.proof.receipts;
  const { statement, signature } = receipt;
  const { sequence, name, at, hash, contentHash, keyId } = statement;
  return (
    <li className={styles.receipt}>
      <div>
        <b>{said.did[name]}</b> · {said.entry(sequence)} · <time dateTime={at}>{dayAndTime(at, language, zone)}</time>
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
      <div className="no-print">
        <Button
          small
          icon={Download}
          aria-label={said.saveOne(sequence)}
          onClick={() => save([receipt], `mufakat-tanda-terima-${sequence}.json`)}
        >
          {said.save}
        </Button>
      </div>
    </li>
  );
}

/** As the offline verifier reads them. */
function save(receipts: readonly Receipt[], name: string): void {
  saveFile(new Blob([JSON.stringify(receipts, null, 2)], { type: 'application/json' }), name);
}
