import { Mark, PasteRule } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { Later } from '@/lib/later';
import { isSafeLink } from './safe-link';

/** What knows an address when it sees one, fetched when somebody writes. */
export const linkFinder = new Later(() => import('./link-finder'));

/** Tells the finder of addresses that a person has decided about this one. */
const byHand = 'preventAutolink';

/** A link of the text. Addresses become links as they are typed or pasted. */
export const Link = Mark.create({
  name: 'link',
  priority: 1000,
  keepOnSplit: false,
  exitable: true,
  inclusive: true,
  addAttributes: () => ({
    href: { default: null },
    target: { default: '_blank' },
    rel: { default: 'noopener noreferrer nofollow' },
    class: { default: null },
    title: { default: null },
  }),
  parseHTML: () => [
    { tag: 'a[href]', getAttrs: (element) => (isSafeLink(element.getAttribute('href')) ? null : false) },
  ],
  renderHTML: ({ HTMLAttributes: said }) => ['a', isSafeLink(said['href']) ? said : { ...said, href: '' }, 0],
  addCommands() {
    return {
      setLink:
        (link) =>
        ({ chain }) =>
          chain().setMark(this.name, link).setMeta(byHand, true).run(),
      unsetLink:
        () =>
        ({ chain }) =>
          chain().unsetMark(this.name, { extendEmptyMarkRange: true }).setMeta(byHand, true).run(),
    };
  },
  addPasteRules() {
    const finding = () => linkFinder.current()?.findingIn(this.editor);
    return [
      new PasteRule({
        find: (text, event) => finding()?.pasted.match(text, event) ?? [],
        handler: (found) => finding()?.pasted.link(found),
      }),
    ];
  },
  addProseMirrorPlugins() {
    const finding = () => linkFinder.current()?.findingIn(this.editor);
    return [
      new Plugin({
        appendTransaction: (...steps) => finding()?.typed(...steps),
        props: { handlePaste: (...paste) => finding()?.pastedOver(...paste) ?? false },
      }),
    ];
  },
});
