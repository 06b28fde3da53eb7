import { Link } from '@tanstack/react-router';
import { LogOut, Server } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from '@/ui/icon';
import { IconButton } from '@/ui/icon-button';
import { Mark } from '@/ui/mark';
import { PersonMark, type Slot } from '@/ui/person-mark';
import { useWords } from '@/words/language-provider';
import { personalPlaces, placeName, places } from './navigation';
import styles from './side-bar.module.css';

/** The signed-in person at the foot of the side bar. */
export type SideMe = { name: string; note: string; slot: Slot };

type Props = {
  partnershipId: string | null;
  switcher: ReactNode;
  me: SideMe;
  isOperator: boolean;
  onSignOut: () => void;
};

/** Where a person can go: names on a wide screen, drawings with their names on a middle one. */
export function SideBar({ partnershipId, switcher, me, isOperator, onSignOut }: Props) {
  const words = useWords();
  return (
    <div className={styles.side}>
      <Link to="/" className={styles.brand}>
        <Mark />
        <span className={styles.name}>{words.frame.product}</span>
      </Link>
      {switcher}
      {partnershipId && (
        <nav className={styles.nav} aria-label={words.frame.navigation}>
          {places.map(({ id, to, icon }) => (
            <Link
              key={id}
              to={to}
              params={{ partnershipId }}
              activeOptions={{ exact: id === 'today', includeSearch: false }}
              title={placeName(words, id)}
            >
              <Icon of={icon} />
              <span className={styles.name}>{placeName(words, id)}</span>
            </Link>
          ))}
        </nav>
      )}
      <div className={styles.foot}>
        <nav className={styles.nav} aria-label={words.frame.accountNavigation}>
          {personalPlaces.map(({ id, to, icon }) => (
            <Link key={id} to={to} title={placeName(words, id)}>
              <Icon of={icon} />
              <span className={styles.name}>{placeName(words, id)}</span>
            </Link>
          ))}
          {isOperator && (
            <Link to="/operator" title={words.frame.operator}>
              <Icon of={Server} />
              <span className={styles.name}>{words.frame.operator}</span>
            </Link>
          )}
        </nav>
        <div className={styles.me}>
          <PersonMark name={me.name} slot={me.slot} silent />
          <span className={styles.name}>
            <b>{me.name}</b>
            <span className={styles.note}>{me.note}</span>
          </span>
          <IconButton icon={LogOut} label={words.frame.signOut} title={words.frame.signOut} onClick={onSignOut} />
        </div>
      </div>
    </div>
  );
}
