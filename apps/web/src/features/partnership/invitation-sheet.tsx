import type { CallOutput } from '@mufakat/domain';
import { useQuery } from '@tanstack/react-query';
import { Copy, MessageCircle } from 'lucide-react';
import { Button, buttonLook } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { useToast } from '@/ui/toast';
import { useWords } from '@/words/language-provider';
import styles from './invitation-sheet.module.css';

type Props = { made: CallOutput<'createInvitation'>; partnershipName: string; onDone: () => void };

/** The way in, to be sent, shown or written on paper; it is never shown again. */
export function InvitationSheet({ made, partnershipName, onDone }: Props) {
  const say = useWords().partnership;
  const toast = useToast();
  const copy = () => void navigator.clipboard.writeText(made.link).then(() => toast({ says: say.copied }));
  const message = encodeURIComponent(say.shareText(partnershipName, made.link));
  return (
    <div className="stack">
      <QrCode text={made.link} label={say.qr} />
      <p className={styles.link}>{made.link}</p>
      <div className="row">
        <Button icon={Copy} onClick={copy}>
          {say.copyLink}
        </Button>
        <a className={buttonLook()} href={`https://wa.me/?text=${message}`} target="_blank" rel="noopener noreferrer">
          <Icon of={MessageCircle} size={16} />
          {say.share}
        </a>
      </div>
      <dl className={styles.secrets}>
        <div>
          <dt>{say.paperCode}</dt>
          <dd>{made.code}</dd>
        </div>
        <div>
          <dt>PIN</dt>
          <dd>{made.pin}</dd>
        </div>
      </dl>
      <p className="small muted">{say.paperNote}</p>
      <Button kind="primary" onClick={onDone}>
        {say.done}
      </Button>
    </div>
  );
}

/** A QR code as one path; the library comes with the first one. */
function QrCode({ text, label }: { text: string; label: string }) {
  const code = useQuery({
    queryKey: ['qr', text],
    queryFn: async () => (await import('uqr')).encode(text, { border: 0 }),
    staleTime: Infinity,
    gcTime: 0,
  }).data;
  if (!code) return null;
  const path = code.data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg className={styles.qr} viewBox={`0 0 ${code.size} ${code.size}`} role="img" aria-label={label}>
      <path d={path} fill="currentColor" />
    </svg>
  );
}
