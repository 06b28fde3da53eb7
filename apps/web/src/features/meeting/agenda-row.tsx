import type { AgendaItem } from '@mufakat/domain';
import { ArrowDown, ArrowUp, Circle, CircleCheckBig, Clock, Ellipsis, Pencil, RotateCcw, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';
import { classes } from '@/lib/classes';
import { usePartnership } from '@/lib/partnership';
import { Button } from '@/ui/button';
import { IconButton } from '@/ui/icon-button';
import { Menu, type MenuAction } from '@/ui/menu';
import { OrganizationMark } from '@/ui/organization-mark';
import { useWords } from '@/words/language-provider';
import styles from './agenda.module.css';
import { useItemDrag } from './use-item-drag';

type Props = {
  item: AgendaItem;
  at: number;
  of: number;
  /** The id of the sentence that tells how to move an item by keys. */
  how: string;
  whyNot: string | undefined;
  onState: (state: AgendaItem['state']) => void;
  onEdit: () => void;
  onPlace: (to: number) => void;
  onRemove: () => void;
  onDropped: (itemId: string, to: number) => void;
};

/** One item of the agenda; it moves by hand, by Alt with an arrow, and by menu. */
export function AgendaRow({ item, at, of, how, whyNot, onState, onEdit, onPlace, onRemove, onDropped }: Props) {
  const words = useWords().meeting;
  const element = useRef<HTMLLIElement>(null);
  const edge = useItemDrag(element, { id: item.id, at, isHeld: whyNot !== undefined, onDropped });
  const press = (event: KeyboardEvent) => {
    if (!event.altKey || whyNot || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onPlace(at + (event.key === 'ArrowUp' ? -1 : 1));
  };
  const isDone = item.state === 'done';
  return (
    <li
      ref={element}
      data-agenda={item.id}
      data-edge={edge ?? undefined}
      className={classes(styles.item, item.state !== 'open' && styles.settled)}
    >
      <Button
        kind="quiet"
        className={classes(styles.tick, isDone && styles.ticked)}
        icon={isDone ? CircleCheckBig : Circle}
        whyNot={whyNot}
        onClick={() => onState(isDone ? 'open' : 'done')}
      >
        <span className="hushed">{isDone ? words.item.untick(item.title) : words.item.tick(item.title)}</span>
      </Button>
      <div className={styles.words}>
        <button
          type="button"
          className={styles.title}
          data-agenda-title
          aria-describedby={how}
          aria-disabled={whyNot !== undefined || undefined}
          onClick={() => whyNot === undefined && onEdit()}
          onKeyDown={press}
        >
          {at + 1}. {item.title}
        </button>
        <ItemFacts item={item} />
      </div>
      <Menu
        title={item.title}
        groups={actionsOf({ item, at, of, whyNot, onState, onEdit, onPlace, onRemove }, words.item)}
      >
        <IconButton icon={Ellipsis} label={words.item.more(item.title)} className="no-print" />
      </Menu>
    </li>
  );
}

function ItemFacts({ item }: { item: AgendaItem }) {
  const words = useWords().meeting;
  const { partner } = usePartnership();
  const presenter = item.presenterId ? partner(item.presenterId) : undefined;
  return (
    <div className={styles.facts}>
      <span className="num">{words.total(item.minutes)}</span>
      <span>{words.kinds[item.kind]}</span>
      {presenter && (
        <span className={styles.presenter}>
          <OrganizationMark
            name={presenter.organization.name}
            letters={presenter.organization.letters}
            slot={presenter.slot}
            size="small"
            silent
          />
          {presenter.organization.name}
        </span>
      )}
      {item.state !== 'open' && <b>{words.itemStates[item.state]}</b>}
    </div>
  );
}

type Acts = Omit<Props, 'how' | 'onDropped'>;

function actionsOf(
  { item, at, of, whyNot, onState, onEdit, onPlace, onRemove }: Acts,
  words: ReturnType<typeof useWords>['meeting']['item'],
): MenuAction[][] {
  const states: MenuAction[] =
    item.state === 'open'
      ? [
          { label: words.done, icon: CircleCheckBig, onSelect: () => onState('done'), whyNot },
          { label: words.postpone, icon: Clock, onSelect: () => onState('postponed'), whyNot },
        ]
      : [{ label: words.reopen, icon: RotateCcw, onSelect: () => onState('open'), whyNot }];
  const places: MenuAction[] = [];
  if (at > 0) places.push({ label: words.up, icon: ArrowUp, onSelect: () => onPlace(at - 1), whyNot, keys: 'Alt ↑' });
  if (at < of - 1)
    places.push({ label: words.down, icon: ArrowDown, onSelect: () => onPlace(at + 1), whyNot, keys: 'Alt ↓' });
  return [
    [{ label: words.edit, icon: Pencil, onSelect: onEdit, whyNot }, ...states],
    ...(places.length > 0 ? [places] : []),
    [{ label: words.remove, icon: Trash2, onSelect: onRemove, whyNot, danger: true }],
  ];
}
