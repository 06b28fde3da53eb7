import type { TextNode } from '@mufakat/domain';

/** A word, the space between two, a sign, or something that stands in a line as a whole. */
export interface Token {
  /** Equal for tokens that say the same. */
  key: string;
  isWord: boolean;
  isSpace: boolean;
  /** The token as it stands; one word may have several looks and authors. */
  nodes: TextNode[];
}

/** Words stay whole with what joins them: "2,5", "sub-kontrak", "Jum'at". */
const words = /[\p{L}\p{N}\p{M}]+(?:[.,:/'’-][\p{L}\p{N}\p{M}]+)*|\s+|./gsu;
const isWord = /^[\p{L}\p{N}]/u;

/** The tokens of a line, also where one begins in one node and ends in another. */
export function tokensOf(line: readonly TextNode[]): Token[] {
  const tokens: Token[] = [];
  let run: TextNode[] = [];
  const cut = (): void => {
    tokens.push(...tokensOfRun(run));
    run = [];
  };
  for (const node of line) {
    if (node.type === 'text') {
      run.push(node);
      continue;
    }
    cut();
    const key = `\u0000${node.type} ${JSON.stringify(node.attrs ?? {})}`;
    tokens.push({ key, isWord: node.type === 'mention', isSpace: false, nodes: [node] });
  }
  cut();
  return tokens;
}

function tokensOfRun(run: readonly TextNode[]): Token[] {
  const whole = run.map(({ text = '' }) => text).join('');
  const cutter = new Cutter(run);
  return [...whole.matchAll(words)].map(([key]) => ({
    key,
    isWord: isWord.test(key),
    isSpace: key.trim() === '',
    nodes: cutter.take(key.length),
  }));
}

/** Cuts a run of nodes into pieces from its beginning on. */
class Cutter {
  private node = 0;
  private at = 0;

  constructor(private readonly run: readonly TextNode[]) {}

  take(length: number): TextNode[] {
    const pieces: TextNode[] = [];
    for (let missing = length; missing > 0;) {
      const node = this.run[this.node];
      if (!node) break;
      const text = (node.text ?? '').slice(this.at, this.at + missing);
      if (text) pieces.push({ ...node, text });
      missing -= text.length;
      this.at += text.length;
      if (this.at >= (node.text ?? '').length) {
        this.node += 1;
        this.at = 0;
      }
    }
    return pieces;
  }
}
