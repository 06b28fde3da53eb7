import { Link } from '@tanstack/react-router';
import { Bell, ChevronRight, Search } from 'lucide-react';
import { Fragment, type ReactNode } from 'react';
import { useSaved } from '@/lib/saved';
import { type Crumb, useShownScreen } from '@/lib/screen';
import { Icon } from '@/ui/icon';
import { CountDot, IconButton, iconButtonLook } from '@/ui/icon-button';
import { Kbd } from '@/ui/kbd';
import { SavedChip } from '@/ui/saved-chip';
import { useWords } from '@/words/language-provider';
import styles from './top-bar.module.css';

type Props = {
  /** On a phone: the mark which switches the partnership. */
  mark: ReactNode;
  /** On a phone: the name over the saved state. */
  place: string;
  here: ReactNode;
  unread: number;
  partnershipId: string | null;
  onSearch: () => void;
};

/** Where one is, whether it is saved, who is here, what is new. */
export function TopBar({ mark, place, here, unread, partnershipId, onSearch }: Props) {
  const words = useWords().frame;
  return (
    <header className={styles.top}>
      <div className={styles.mark}>{mark}</div>
      <div className={styles.way}>
        <Crumbs />
        <b className={styles.place}>{place}</b>
        <div className={styles.savedUnder}>
          <Saved compact />
        </div>
      </div>
      <div className={styles.savedBeside}>
        <Saved />
      </div>
      <div className={styles.here}>{here}</div>
      <button type="button" className={styles.search} onClick={onSearch}>
        <Icon of={Search} size={16} />
        <span className={styles.searchWord}>{words.search}</span>
        <Kbd>Ctrl K</Kbd>
      </button>
      <IconButton icon={Search} label={words.searchShort} className={styles.searchIcon} onClick={onSearch} />
      {partnershipId && (
        <Link
          to="/k/$partnershipId/pemberitahuan"
          params={{ partnershipId }}
          className={iconButtonLook}
          aria-label={words.inbox(unread)}
        >
          <Icon of={Bell} />
          <CountDot count={unread} />
        </Link>
      )}
    </header>
  );
}

function Saved({ compact = false }: { compact?: boolean }) {
  const { saved } = useWords().frame;
  const { state, pending } = useSaved();
  const words = { ...saved, local: { word: saved.local.word(pending), means: saved.local.means } };
  return <SavedChip state={state} words={words} label={saved.label} compact={compact} />;
}

function Crumbs() {
  const words = useWords().frame;
  const { title, crumbs } = useShownScreen();
  const way: readonly Crumb[] = [...crumbs, { label: title }];
  return (
    <nav className={styles.crumbs} aria-label={words.crumbs}>
      <ol>
        {way.map(({ label, to }, at) => (
          <Fragment key={label}>
            {at > 0 && (
              <li aria-hidden="true">
                <Icon of={ChevronRight} size={14} />
              </li>
            )}
            <li aria-current={to ? undefined : 'page'} className={to ? undefined : styles.now}>
              {to ? <Link to={to}>{label}</Link> : label}
            </li>
          </Fragment>
        ))}
      </ol>
    </nav>
  );
}
