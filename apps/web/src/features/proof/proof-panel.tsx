import { useQuery } from '@tanstack/react-query';
import { FileCheck, ReceiptText, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { addressOf } from '@/lib/api';
import { dayAndTime, time } from '@/lib/dates';
import { usePartnership } from '@/lib/partnership';
import { Banner } from '@/ui/banner';
import { Button, buttonLook } from '@/ui/button';
import { Card } from '@/ui/card';
import { Icon } from '@/ui/icon';
import { useLanguage, useWords } from '@/words/language-provider';
import type { Finding } from './check-space';
import styles from './proof-panel.module.css';
import { proofQuery, type Proof } from './proof.queries';
import { ReceiptList } from './receipt-list';

/** Whether the journal is still what it was, said by this device; and what a firm takes away to prove it. */
export function ProofPanel() {
  const words = useWords().proof;
  const { seat } = usePartnership();
  const [chosen, setOpen] = useState<boolean | null>(null);
  const check = useQuery(proofQuery(seat));
  const again = () => void check.refetch();
  const { data: proof } = check;
  // Who sees an alarm needs the downloads at once.
  const isOpen = chosen ?? Boolean(proof?.shared.fault ?? proof?.own.fault);
  return (
    <section aria-label={words.title} className="stack">
      {proof && <Alarms proof={proof} />}
      <Card className={styles.panel}>
        <div className={styles.says} role="status" aria-busy={check.isPending || undefined}>
          {check.isPending && <p className="muted">{words.checking}</p>}
          {check.isError && !proof && <p>{words.failed}</p>}
          {proof && <Whole name={words.shared} finding={proof.shared} />}
          {proof && <Whole name={words.own} finding={proof.own} />}
          {proof && <CheckedAt at={proof.at} />}
        </div>
        <div className={styles.actions}>
          <Button small busy={check.isFetching} onClick={again}>
            {words.again}
          </Button>
          <Button small icon={ReceiptText} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {words.receipts.show(proof?.receipts.length ?? 0)}
          </Button>
        </div>
        {isOpen && <Take />}
        {isOpen && proof && <ReceiptList receipts={proof.receipts} />}
      </Card>
    </section>
  );
}

function Whole({ name, finding: { head, against, fault } }: { name: string; finding: Finding }) {
  const words = useWords().proof;
  if (fault) return null;
  if (head.sequence === 0)
    return (
      <p className="muted">
        {name}: {words.nothingYet}
      </p>
    );
  const like = against?.what === 'device' ? words.likeDevice : words.likeReceipt;
  return (
    <p className={styles.whole}>
      <Icon of={ShieldCheck} size={20} />
      <span>
        <b>{name}.</b> {words.whole(head.sequence)}{' '}
        <span className="muted">{against ? like(against.sequence) : words.first}</span>
      </span>
    </p>
  );
}

function CheckedAt({ at }: { at: string }) {
  const { language, words } = useLanguage();
  const { zone } = usePartnership();
  return <p className="small muted">{words.proof.checkedAt(time(at, language, zone))}</p>;
}

/** What does not match, calmly and in red: first what this device found, then what others reported. */
function Alarms({ proof }: { proof: Proof }) {
  const { language, words } = useLanguage();
  const { partner, zone, seat } = usePartnership();
  const { alarm, reported, reportedWhat } = words.proof;
  const reports = proof.shared.reports.filter(({ partnerId }) => partnerId !== seat.partnerId);
  return (
    <>
      {([proof.shared, proof.own] as const).map(({ fault, spaceId }) => {
        if (!fault) return null;
        return (
          <Banner key={spaceId} tone="bad" title={spaceId === seat.spaces.own ? alarm.own : alarm.shared}>
            {alarm.says[fault.fault](fault.sequence)} {proof.isTold ? alarm.told : alarm.untold}
          </Banner>
        );
      })}
      {reports.slice(-3).map(({ id, partnerId, at, sequence }) => (
        <Banner key={id} tone="bad">
          {reported(partner(partnerId)?.organization.name ?? '', dayAndTime(at, language, zone), sequence)}{' '}
          {reportedWhat}
        </Banner>
      ))}
    </>
  );
}

/** The journal as a file, and the page that checks it far from this server. */
function Take() {
  const words = useWords().proof.take;
  const { id: partnershipId, seat } = usePartnership();
  const journal = (spaceId: typeof seat.spaces.own) => addressOf('downloadJournal', { partnershipId, spaceId });
  const look = buttonLook({ small: true });
  return (
    <div className={styles.take}>
      <p className="small muted">{words.note}</p>
      <div className={styles.actions}>
        <a className={look} href={journal(seat.spaces.shared)} download>
          {words.journal}
        </a>
        <a className={look} href={journal(seat.spaces.own)} download>
          {words.own}
        </a>
        <a className={look} href="/pemeriksa.html" download="mufakat-pemeriksa.html">
          <Icon of={FileCheck} size={16} />
          {words.verifier}
        </a>
      </div>
    </div>
  );
}
