import type { MySeat } from '@mufakat/domain';
import { useNavigate } from '@tanstack/react-router';
import { ChevronsUpDown, Handshake, Plus } from 'lucide-react';
import { Icon } from '@/ui/icon';
import { Lurik } from '@/ui/lurik';
import { Mark } from '@/ui/mark';
import { ChoiceMenu } from '@/ui/menu';
import { useWords } from '@/words/language-provider';
import styles from './partnership-switcher.module.css';

type Props = { seats: readonly MySeat[]; current: MySeat; look: 'card' | 'mark' };

/** The partnership one stands in, with its cloth; a press shows the others. */
export function PartnershipSwitcher({ seats, current, look }: Props) {
  const words = useWords().frame;
  const navigate = useNavigate();
  const choices = seats.map(({ partnershipId, partnershipName, threads }) => ({
    value: partnershipId,
    label: (
      <span className={styles.choice}>
        {partnershipName}
        <Lurik slots={threads} />
      </span>
    ),
  }));
  const after = [
    { label: words.allPartnerships, icon: Handshake, onSelect: () => void navigate({ to: '/kemitraan' }) },
    { label: words.startPartnership, icon: Plus, onSelect: () => void navigate({ to: '/kemitraan/baru' }) },
  ];
  return (
    <ChoiceMenu
      value={current.partnershipId}
      choices={choices}
      onChoose={(partnershipId) => void navigate({ to: '/k/$partnershipId', params: { partnershipId } })}
      title={words.partnerships}
      after={after}
    >
      <button type="button" className={look === 'card' ? styles.card : styles.mark}>
        <span className="hushed">
          {look === 'card' ? words.switchPartnership : words.switchPartnershipFrom(current.partnershipName)}
        </span>
        {look === 'card' ? <Card seat={current} /> : <Mark />}
      </button>
    </ChoiceMenu>
  );
}

function Card({ seat: { partnershipName, threads } }: { seat: MySeat }) {
  const words = useWords().frame;
  return (
    <>
      <span className={styles.row}>
        <span className={styles.name}>{partnershipName}</span>
        <Icon of={ChevronsUpDown} size={16} />
      </span>
      <Lurik slots={threads} />
      <span className={styles.note}>{words.partners(threads.length)}</span>
    </>
  );
}
