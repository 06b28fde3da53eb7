import type { TextNode } from '@mufakat/domain';

/** Joins neighbouring words that differ in nothing but where they were cut. */
export function joined(nodes: readonly TextNode[]): TextNode[] {
  const whole: TextNode[] = [];
  for (const node of nodes) {
    const last = whole.at(-1);
    if (last?.type === 'text' && node.type === 'text' && lookOf(last) === lookOf(node))
      whole[whole.length - 1] = { ...last, text: `${last.text ?? ''}${node.text ?? ''}` };
    else whole.push(node);
  }
  return whole;
}

const lookOf = ({ marks, author, change }: TextNode) => JSON.stringify([marks ?? [], author, change]);
