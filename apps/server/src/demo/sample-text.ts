import type { DocumentNode } from '@mufakat/collab';

/** Who can be mentioned by the short name of the sample. */
export type Mentioned = (key: string) => { id: string; label: string };

type Line = { kind: 'heading' | 'bullet' | 'todo' | 'row' | 'paragraph'; text: string };

const kinds = [
  ['heading', '## '],
  ['bullet', '- '],
  ['todo', '[ ] '],
  ['row', '| '],
] as const;

/**
 * Reads the plain way the sample's texts are written down: "## " begins a heading, "- " a list item, "[ ] " something
 * to do, "| a | b" a row of a table, "@{hadi}" a mention; every other line is a paragraph.
 */
export function readSampleText(text: string, mentioned: Mentioned): DocumentNode[] {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(lineOf);
  const nodes: DocumentNode[] = [];
  for (let at = 0; at < lines.length;) {
    const kind = lines[at]?.kind;
    const run = lines.slice(at).findIndex((line) => line.kind !== kind);
    const together = lines.slice(at, run === -1 ? undefined : at + run);
    nodes.push(...blocksOf(together, mentioned));
    at += together.length;
  }
  return nodes;
}

function lineOf(text: string): Line {
  const [kind, begin] = kinds.find(([, sign]) => text.startsWith(sign)) ?? (['paragraph', ''] as const);
  return { kind, text: text.slice(begin.length) };
}

/** The blocks that lines of one kind make together. */
function blocksOf(lines: readonly Line[], mentioned: Mentioned): DocumentNode[] {
  const inline = ({ text }: Line) => wordsOf(text, mentioned);
  const paragraph = (line: Line): DocumentNode => ({ type: 'paragraph', content: inline(line) });
  switch (lines[0]?.kind) {
    case 'heading':
      return lines.map((line) => ({ type: 'heading', attrs: { level: 2 }, content: inline(line) }));
    case 'bullet':
      return [{ type: 'bulletList', content: lines.map((line) => ({ type: 'listItem', content: [paragraph(line)] })) }];
    case 'todo':
      return [
        {
          type: 'taskList',
          content: lines.map((line) => ({
            type: 'taskItem',
            attrs: { checked: false },
            content: [paragraph(line)],
          })),
        },
      ];
    case 'row':
      return [{ type: 'table', content: lines.map((line, index) => rowOf(line, index === 0, mentioned)) }];
    default:
      return lines.map(paragraph);
  }
}

function rowOf({ text }: Line, isHead: boolean, mentioned: Mentioned): DocumentNode {
  const cells = text.split('|').map((cell) => cell.trim());
  return {
    type: 'tableRow',
    content: cells.map((cell) => ({
      type: isHead ? 'tableHeader' : 'tableCell',
      content: [{ type: 'paragraph', content: wordsOf(cell, mentioned) }],
    })),
  };
}

function wordsOf(text: string, mentioned: Mentioned): DocumentNode[] {
  return text
    .split(/(@\{\w+\})/)
    .filter((part) => part !== '')
    .map((part) => {
      const key = /^@\{(\w+)\}$/.exec(part)?.[1];
      return key ? { type: 'mention', attrs: { ...mentioned(key) } } : { type: 'text', text: part };
    });
}
