import type { CallOutput } from '@mufakat/domain';
import { useQuery } from '@tanstack/react-query';
import { Copy, MessageCircle, MessageSquareText } from 'lucide-react';
import { copy } from '@/lib/copy';
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
  const message = say.shareText(partnershipName, made.link);
  const put = (text: string) =>
    void copy(text).then((isCopied) =>
      toast(isCopied ? { says: say.copied } : { says: say.notCopied, tone: 'refused' }),
    );
  return (
    <div className="stack">
      <QrCode text={made.link} label={say.qr} />
      <p className={styles.link}>{made.link}</p>
      <div className="row">
        <Button icon={Copy} onClick={() => put(made.link)}>
          {say.copyLink}
        </Button>
        <Button icon={MessageSquareText} onClick={() => put(message)}>
          {say.copyMessage}
        </Button>
        <a
          className={buttonLook()}
          href={`https://wa.me/?text=${encodeURIComponent(message)}`}
          target="_blank"
          rel="noopener noreferrer"
        >
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
