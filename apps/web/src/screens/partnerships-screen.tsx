import { Link, useLocation } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { PartnershipCard } from '@/features/partnership/partnership-card';
import { useMe } from '@/lib/me';
import { useScreen } from '@/lib/screen';
import { Banner } from '@/ui/banner';
import { buttonLook } from '@/ui/button';
import { ScreenHead } from '@/ui/card';
import { EmptyState } from '@/ui/empty-state';
import { Icon } from '@/ui/icon';
import { useWords } from '@/words/language-provider';

/** Every table this person sits at. */
export function PartnershipsScreen() {
  const { partnership: words, frame } = useWords();
  const seats = useMe()?.seats ?? [];
  const { seatEndedAt } = useLocation().state;
  useScreen(frame.partnerships);
  const start = (
    <Link to="/kemitraan/baru" className={buttonLook({ kind: 'primary' })}>
      <Icon of={Plus} size={16} />
      {frame.startPartnership}
    </Link>
  );
  return (
    <>
      <ScreenHead title={frame.partnerships} actions={seats.length > 0 && start} />
      {seatEndedAt && (
        <Banner tone="bad" title={words.seatEnded.title(seatEndedAt)}>
          {words.seatEnded.says}
        </Banner>
      )}
      {seats.length === 0 ? (
        <EmptyState title={words.noneTitle} actions={start}>
          {words.noneSays}
        </EmptyState>
      ) : (
        <ul className="stack">
          {seats.map((seat) => (
            <li key={seat.seatId}>
              <PartnershipCard seat={seat} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
