import type { TextNode } from '@mufakat/domain';
import { joined } from './joined.js';

/**
 * Moves the seams between the words of two people to where they were typed. An editor that sees a text before and after
 * a letter came cannot tell which of two equal letters is new: "bata " put before "buah" is stored as "ata b" inside of
 * it. Both say the same, so the one in which nobody's word is torn is shown.
 */
export function gatherWords(words: readonly TextNode[]): TextNode[] {
  const runs = joined(words);
  for (let at = 1; at + 1 < runs.length; at += 1) {
    const [before, own, after] = runs.slice(at - 1, at + 2);
    if (!before || !own || !after || !isBetween(own, before, after)) continue;
    const earlier = runs[at - 2];
    const slide = slideOf(before.text ?? '', own.text ?? '', earlier !== undefined && isAlike(earlier, own));
    if (slide === 0) continue;
    const moved = (before.text ?? '').slice(-slide);
    runs[at - 1] = { ...before, text: (before.text ?? '').slice(0, -slide) };
    runs[at] = { ...own, text: moved + (own.text ?? '').slice(0, -slide) };
    runs[at + 1] = { ...after, text: moved + (after.text ?? '') };
  }
  return joined(runs.filter(({ text }) => text !== ''));
}

/** Words of one person inside of words of another one that look the same. */
function isBetween(own: TextNode, before: TextNode, after: TextNode): boolean {
  const looksAlike = JSON.stringify(own.marks ?? []) === JSON.stringify(before.marks ?? []);
  return own.type === 'text' && looksAlike && isAlike(before, after) && own.author !== before.author;
}

const isAlike = (one: TextNode, other: TextNode) =>
  one.type === 'text' && one.author === other.author && JSON.stringify(one.marks) === JSON.stringify(other.marks);

/** How far the words have to go back to begin where a word begins, or where their author wrote before; 0 if nowhere. */
function slideOf(before: string, own: string, followsOwn: boolean): number {
  const most = Math.min(before.length, own.length);
  for (let slide = 0; slide <= most; slide += 1) {
    if (slide > 0 && before.at(-slide) !== own.at(-slide)) return 0;
    if (slide === before.length ? followsOwn : /\s/.test(before.at(-1 - slide) ?? '')) return slide;
  }
  return 0;
}
