import type { HistoryItem, JournalEntry } from '@mufakat/domain';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { day, dayAndTime } from '@/lib/dates';
import { usePartnership } from '@/lib/partnership';
import { spokenName } from '@/lib/spoken-name';
import { type Names, tellChange } from '@/lib/tell-change/tell-change';
import { useLanguage } from '@/words/language-provider';

/** What an entry is about, and where it can be looked at. */
export type Subject = {
  kind: 'goal' | 'task' | 'meeting' | 'interest' | 'partnership' | 'proof';
  id: string;
  title: string;
};

/** The subject of an entry; entries about the same thing share the id. */
export function subjectOf({ name, data }: JournalEntry): Subject {
  if (name === 'proof.key-used' || name === 'proof.mismatch-found') return { kind: 'proof', id: name, title: '' };
  const id = 'seatId' in data ? data.seatId : data.id;
  if (name === 'text.version-named' || name === 'text.restored')
    return { kind: data.kind, id: data.id, title: data.title };
  const kind = name.split('.')[0];
  if ('title' in data && (kind === 'goal' || kind === 'task' || kind === 'meeting'))
    return { kind, id, title: data.title };
  if (kind === 'interest') return { kind, id, title: '' };
  return { kind: 'partnership', id, title: partnershipTitle(data) };
}

function partnershipTitle(data: JournalEntry['data']): string {
  if ('organization' in data) return data.organization.name;
  if ('organizationName' in data) return data.organizationName;
  return 'name' in data ? data.name : '';
}

/** How the partnership of this screen names people, firms and moments, as they are spoken of. */
export function useNames(): Names {
  const { language } = useLanguage();
  const { member, partner, zone } = usePartnership();
  return useMemo(
    () => ({
      seat: (seatId) => {
        const found = member(seatId);
        return found ? spokenName(found) : null;
      },
      partner: (partnerId) => (partnerId ? (partner(partnerId)?.organization.name ?? null) : null),
      day: (date) => day(date, language),
      moment: (at) => dayAndTime(at, language, zone),
      language,
    }),
    [member, partner, zone, language],
  );
}

type Props = { item: HistoryItem; withFirm?: boolean };

/** A change as a sentence: the person in bold, the thing a link to where it can be seen, what differs behind it. */
export function ToldChange({ item, withFirm = false }: Props) {
  const { words } = useLanguage();
  const { partnerOf } = usePartnership();
  const { who, did, details } = tellChange(item, words.change, useNames());
  const firm = partnerOf(item.entry.by)?.organization.name;
  return (
    <>
      <b>{who}</b>
      {withFirm && firm && <span className="muted"> ({firm})</span>}{' '}
      <Linked did={did} subject={subjectOf(item.entry)} />
      {details.length > 0 && <span className="muted">. {details.join('; ')}</span>}
    </>
  );
}

/** The deed with the name of its subject as the link; where it does not name it, the whole deed leads there. */
function Linked({ did, subject }: { did: string; subject: Subject }) {
  const at = subject.title ? did.indexOf(subject.title) : -1;
  if (at < 0) return <SubjectLink subject={subject}>{did}</SubjectLink>;
  return (
    <>
      {did.slice(0, at)}
      <SubjectLink subject={subject}>
        <b>{subject.title}</b>
      </SubjectLink>
      {did.slice(at + subject.title.length)}
    </>
  );
}

type LinkProps = { subject: Subject; children: ReactNode; className?: string | undefined; onOpen?: () => void };

/** Goes to where a subject can be seen. */
export function SubjectLink({ subject, children, className, onOpen }: LinkProps) {
  const { id: partnershipId } = usePartnership();
  const rest = { className, onClick: onOpen, children };
  if (subject.kind === 'goal')
    return <Link to="/k/$partnershipId/tujuan/$goalId" params={{ partnershipId, goalId: subject.id }} {...rest} />;
  if (subject.kind === 'meeting')
    return <Link to="/k/$partnershipId/rapat/$meetingId" params={{ partnershipId, meetingId: subject.id }} {...rest} />;
  if (subject.kind === 'interest')
    return <Link to="/k/$partnershipId/kepentingan" params={{ partnershipId }} {...rest} />;
  if (subject.kind === 'task')
    return (
      <Link to="/k/$partnershipId/tugas" params={{ partnershipId }} search={{ buka: subject.id } as never} {...rest} />
    );
  if (subject.kind === 'proof') return <Link to="/k/$partnershipId/riwayat" params={{ partnershipId }} {...rest} />;
  return <Link to="/k/$partnershipId/mitra" params={{ partnershipId }} {...rest} />;
}
