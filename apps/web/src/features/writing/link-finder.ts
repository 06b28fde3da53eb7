import { type Editor, getExtensionField, type PasteRule } from '@tiptap/core';
import { Link as WholeLink } from '@tiptap/extension-link';
import type { Plugin } from '@tiptap/pm/state';
import { isSafeLink } from './safe-link';

type Finding = {
  typed: OmitThisParameter<NonNullable<Plugin['spec']['appendTransaction']>>;
  pasted: { match: Extract<PasteRule['find'], (...given: never[]) => unknown>; link: PasteRule['handler'] };
  /** An address which is pasted over words becomes their link. */
  pastedOver: OmitThisParameter<NonNullable<Plugin['props']['handlePaste']>>;
};

/** A safe link, or what becomes one with https before it. */
const isAddress = (typed: string) => isSafeLink(typed) || /^[\w.-]+\.[a-z]{2,}(\/|$)/i.test(typed);

const link = WholeLink.configure({
  openOnClick: false,
  defaultProtocol: 'https',
  protocols: [],
  isAllowedUri: isAddress,
  shouldAutoLink: isAddress,
});

const found = new WeakMap<Editor, Finding>();

/** How addresses are found in this text: what Tiptap's own link does, without its mark. */
export function findingIn(editor: Editor): Finding {
  const known = found.get(editor) ?? make(editor);
  found.set(editor, known);
  return known;
}

function make(editor: Editor): Finding {
  const { name, options, storage } = link;
  const context = { name, options, storage, editor, type: editor.schema.marks['link'] };
  const plugins = getExtensionField<() => Plugin[]>(link, 'addProseMirrorPlugins', context)();
  const [rule] = getExtensionField<() => PasteRule[]>(link, 'addPasteRules', context)();
  const typed = plugins.find(({ spec }) => spec.appendTransaction)?.spec.appendTransaction;
  const pastedOver = plugins.find(({ props }) => props.handlePaste)?.props.handlePaste;
  if (!typed || !pastedOver || !rule || rule.find instanceof RegExp)
    throw new Error('Tiptap finds links in another way');
  return { typed, pastedOver, pasted: { match: rule.find, link: rule.handler } };
}
