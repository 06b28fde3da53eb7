import { Schema, type MarkSpec, type NodeSpec } from 'prosemirror-model';

/** What a mention points at. Its id in the text is `<kind>:<uuid>`, because Tiptap's mention has no attribute of its own for it. */
export interface MentionTarget {
  kind: 'person' | 'organization';
  id: string;
}

const mentionId = /^(person|organization):([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;
const safeHref = /^(https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu;

/** Whom a mention names, or null when its id is not one of ours. */
export function mentionTarget(id: unknown): MentionTarget | null {
  const found = typeof id === 'string' ? mentionId.exec(id) : null;
  return found ? { kind: found[1] as MentionTarget['kind'], id: found[2] as string } : null;
}

/** Whether a link may stand in a text: the web and mail only, never a script. */
export function isSafeHref(href: unknown): boolean {
  return typeof href === 'string' && href.length <= 2048 && safeHref.test(href);
}

function must(rule: string, holds: (value: unknown) => boolean): (value: unknown) => void {
  return (value) => {
    if (!holds(value)) throw new RangeError(rule);
  };
}

const isText = (most: number) => (value: unknown) => typeof value === 'string' && value.length <= most;
const isCount = (most: number) => (value: unknown) =>
  Number.isInteger(value) && (value as number) >= 1 && (value as number) <= most;
const isNullOr = (holds: (value: unknown) => boolean) => (value: unknown) => value === null || holds(value);
const isWidths = (value: unknown) => Array.isArray(value) && value.length <= 100 && value.every(isCount(10_000));

const cell: NodeSpec = {
  content: 'block+',
  isolating: true,
  attrs: {
    colspan: { default: 1, validate: must('colspan is 1 to 100', isCount(100)) },
    rowspan: { default: 1, validate: must('rowspan is 1 to 1000', isCount(1000)) },
    colwidth: { default: null, validate: must('colwidth is a list of pixels', isNullOr(isWidths)) },
    align: { default: null, validate: must('align is a short word', isNullOr(isText(10))) },
  },
};

const nodes: Record<string, NodeSpec> = {
  paragraph: { content: 'inline*', group: 'block' },
  mention: {
    group: 'inline',
    inline: true,
    atom: true,
    selectable: false,
    attrs: {
      id: { default: null, validate: must('a mention names a person or an organization', (id) => !!mentionTarget(id)) },
      label: { default: null, validate: must('a mention has a label', isText(200)) },
      mentionSuggestionChar: { default: '@', validate: must('a mention starts with one sign', isText(1)) },
    },
  },
  blockquote: { content: 'block+', group: 'block', defining: true },
  bulletList: { content: 'listItem+', group: 'block list' },
  doc: { content: 'block+' },
  hardBreak: { group: 'inline', inline: true, selectable: false, linebreakReplacement: true },
  heading: {
    content: 'inline*',
    group: 'block',
    defining: true,
    attrs: { level: { default: 1, validate: must('a heading has level 1 to 3', isCount(3)) } },
  },
  horizontalRule: { group: 'block' },
  listItem: { content: 'paragraph block*', defining: true },
  orderedList: {
    content: 'listItem+',
    group: 'block list',
    attrs: {
      start: { default: 1, validate: must('a list starts at a whole number', (start) => Number.isSafeInteger(start)) },
      type: { default: null, validate: must('a list type is one sign', isNullOr(isText(1))) },
    },
  },
  text: { group: 'inline' },
  taskList: { content: 'taskItem+', group: 'block list' },
  taskItem: {
    content: 'paragraph block*',
    defining: true,
    attrs: { checked: { default: false, validate: 'boolean' } },
  },
  table: { content: 'tableRow+', group: 'block', isolating: true, tableRole: 'table' },
  tableCell: { ...cell, tableRole: 'cell' },
  tableHeader: { ...cell, tableRole: 'header_cell' },
  tableRow: { content: '(tableCell | tableHeader)*', tableRole: 'row' },
};

const marks: Record<string, MarkSpec> = {
  link: {
    inclusive: true,
    attrs: {
      href: { default: null, validate: must('a link is http, https or mailto', isSafeHref) },
      target: { default: '_blank', validate: must('a link opens in a named window', isNullOr(isText(20))) },
      rel: { default: 'noopener noreferrer nofollow', validate: must('rel is short', isNullOr(isText(100))) },
      class: { default: null, validate: must('a link has no class', (value) => value === null) },
      title: { default: null, validate: must('a title is short', isNullOr(isText(500))) },
    },
  },
  bold: {},
  italic: {},
  strike: {},
  underline: {},
};

/** The one shape of a co-edited text: names, content and attributes are those the editor in the browser makes. */
export const editorSchema = new Schema({ topNode: 'doc', nodes, marks });
