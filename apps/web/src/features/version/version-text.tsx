import type { PersonId, TextNode } from '@mufakat/domain';
import { type ReactNode, createElement, Fragment } from 'react';
import { classes } from '@/lib/classes';
import { useWords } from '@/words/language-provider';
import { type Author, useAuthors } from './authors';
import styles from './version-text.module.css';

type Show = {
  /** Marks each run of words with the firm of its author. */
  withAuthors: boolean;
  /** Whose words alone are marked; null for everybody's. */
  only: PersonId | null;
};

/** A text for reading, as it stood: what changed in it, or who wrote which words. */
export function VersionText({ text, ...show }: { text: TextNode } & Show) {
  const words = useWords().version;
  return (
    <div className={classes(styles.text, show.withAuthors && styles.authored)} role="document" aria-label={words.text}>
      <Blocks of={text} show={show} />
    </div>
  );
}

type BlockProps = { of: TextNode; show: Show };

function Blocks({ of, show }: BlockProps) {
  return (of.content ?? []).map((node, at) => <Block key={at} of={node} show={show} />);
}

/** The elements of those that hold other blocks and have nothing else about them. */
const plain: Record<string, string> = { bulletList: 'ul', listItem: 'li', blockquote: 'blockquote', tableRow: 'tr' };
const changes = { added: styles.added, removed: styles.removed };

function Block({ of: node, show }: BlockProps) {
  const className = node.change && changes[node.change];
  const inside = <Blocks of={node} show={show} />;
  const tag = plain[node.type];
  if (tag) return createElement(tag, { className }, inside);
  switch (node.type) {
    case 'paragraph':
      return (
        <p className={className}>
          <Line of={node} show={show} />
        </p>
      );
    case 'heading':
      return createElement(
        `h${Math.min(6, Number(node.attrs?.['level'] ?? 1) + 2)}`,
        { className, 'data-level': node.attrs?.['level'] },
        <Line of={node} show={show} />,
      );
    case 'horizontalRule':
      return <hr className={className} />;
    case 'orderedList':
      return (
        <ol className={className} start={Number(node.attrs?.['start'] ?? 1)}>
          {inside}
        </ol>
      );
    case 'taskList':
      return <ul className={classes(className, styles.ticks)}>{inside}</ul>;
    case 'taskItem':
      return <Tick of={node} show={show} />;
    case 'table':
      return <Table className={className}>{inside}</Table>;
    default:
      return createElement(
        node.type === 'tableHeader' ? 'th' : 'td',
        { className, colSpan: node.attrs?.['colspan'] ?? 1, rowSpan: node.attrs?.['rowspan'] ?? 1 },
        inside,
      );
  }
}

/** Wider than the screen it scrolls by itself, also by keys. */
function Table({ className, children }: { className: string | undefined; children: ReactNode }) {
  const words = useWords().version;
  return (
    <div className={styles.table} role="region" tabIndex={0} aria-label={words.table}>
      <table className={className}>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

function Tick({ of: node, show }: BlockProps) {
  const words = useWords().version;
  const isDone = node.attrs?.['checked'] === true;
  return (
    <li className={node.change && changes[node.change]}>
      <span role="img" aria-label={isDone ? words.ticked : words.unticked}>
        {isDone ? '☑' : '☐'}
      </span>
      <div>
        <Blocks of={node} show={show} />
      </div>
    </li>
  );
}

/** The words of a block: neighbours that changed alike are one change, neighbours of one person are one run. */
function Line({ of: { content = [] }, show }: BlockProps) {
  const authorOf = useAuthors();
  let letters: string | null = null;
  return groups(content, ({ change, author }) => `${change} ${show.withAuthors ? author : ''}`).map((nodes, at) => {
    const said = nodes.map((node, index) => <Words key={index} of={node} />);
    const author = authorOf(nodes[0]?.author);
    const isNew = author !== null && author.letters !== letters && nodes.some(saysSomething);
    if (isNew) letters = author.letters;
    const isMarked = show.withAuthors && author && (show.only === null || show.only === author.personId);
    const run = isMarked ? (
      <Run by={author} isNew={isNew}>
        {said}
      </Run>
    ) : (
      <span data-author={author?.personId}>{said}</span>
    );
    const change = nodes[0]?.change;
    if (!change) return <Fragment key={at}>{run}</Fragment>;
    return createElement(change === 'added' ? 'ins' : 'del', { key: at }, run);
  });
}

/** A dot or a space alone is not worth a mark of its own. */
const saysSomething = ({ type, text = '' }: TextNode) => type === 'mention' || /[\p{L}\p{N}]/u.test(text);

/** Words of one person in the colour of the firm; its letters stand before them, and a screen reader hears who it is. */
function Run({ by, isNew, children }: { by: Author; isNew: boolean; children: ReactNode }) {
  const words = useWords().version;
  return (
    <span className={styles.run} data-slot={by.slot ?? 'none'} data-author={by.personId}>
      <span className="hushed">{words.by(by.name, by.firm)}</span>
      {isNew && (
        <span className={styles.letters} aria-hidden="true">
          {by.letters}
        </span>
      )}
      {children}
    </span>
  );
}

const looks: Record<string, string> = { bold: 'b', italic: 'i', strike: 's', underline: 'u' };

function Words({ of: node }: { of: TextNode }) {
  if (node.type === 'hardBreak') return <br />;
  if (node.type === 'mention')
    return <span className={styles.mention}>{`@${String(node.attrs?.['label'] ?? '')}`}</span>;
  return (node.marks ?? []).reduce<ReactNode>((said, { type, attrs }) => {
    const look = looks[type];
    if (look) return createElement(look, {}, said);
    return (
      <a href={String(attrs?.['href'] ?? '')} target="_blank" rel="noreferrer noopener nofollow">
        {said}
      </a>
    );
  }, node.text);
}

/** Neighbours with the same key together. */
function groups(nodes: readonly TextNode[], keyOf: (node: TextNode) => string): TextNode[][] {
  const found: TextNode[][] = [];
  let key: string | null = null;
  for (const node of nodes) {
    const own = keyOf(node);
    if (own === key) found.at(-1)?.push(node);
    else found.push([node]);
    key = own;
  }
  return found;
}
