import * as Y from 'yjs';

/** Words of this person that could not be put into the document. */
export interface Unsent {
  id: string;
  /** The closing code after which they were set aside; 0 when the document's history was replaced. */
  code: number;
  /** How many changes they are. */
  changes: number;
  /** What can be read of them: one line for each paragraph in which something was written. */
  lines: readonly string[];
  /** All of them as one Yjs update. */
  update: Uint8Array;
}

type Part = Y.ContentType['type'];
type Stretch = { from: number; to: number };

/** The words that these updates put into a document and that still stand in it, one line for each paragraph. */
export function linesOf(doc: Y.Doc, updates: readonly Uint8Array[]): string[] {
  const reader = new OwnWords(updates);
  for (const type of doc.share.values()) reader.read(type);
  const trimmed = reader.lines.map((runs) => runs.map((run) => run.trim()).filter((run) => run !== ''));
  return trimmed.filter((runs) => runs.length > 0).map((runs) => runs.join(' … '));
}

/** Walks a document and keeps the words of some updates, as runs within a line. */
class OwnWords {
  readonly lines: string[][] = [];
  private readonly own = new Map<number, Stretch[]>();

  constructor(updates: readonly Uint8Array[]) {
    for (const { id, length } of updates.flatMap((update) => Y.decodeUpdate(update).structs)) {
      const stretches = this.own.get(id.client) ?? [];
      const last = stretches.at(-1);
      if (last?.to === id.clock) last.to += length;
      else stretches.push({ from: id.clock, to: id.clock + length });
      this.own.set(id.client, stretches);
    }
  }

  /** Text stands in the line of its paragraph; everything else begins a line of its own. */
  read(type: Part): void {
    if (!(type instanceof Y.XmlText)) this.lines.push([]);
    let runsOn = false;
    for (let item = type._start; item; item = item.right) {
      if (item.deleted) continue;
      if (item.content instanceof Y.ContentType) this.read(item.content.type);
      if (item.content instanceof Y.ContentString) runsOn = this.add(item.id, item.content.str, runsOn);
    }
  }

  /** Answers whether the text is own to its end, so that what follows belongs to the same run. */
  private add({ client, clock }: Y.ID, text: string, runsOn: boolean): boolean {
    let end = runsOn ? 0 : -1;
    for (const { from, to } of this.own.get(client) ?? []) {
      const [start, stop] = [Math.max(from - clock, 0), Math.min(to - clock, text.length)];
      if (start >= stop) continue;
      const line = this.lines.at(-1);
      const words = text.slice(start, stop);
      if (start === end && line?.length) line.push(`${line.pop() ?? ''}${words}`);
      else line?.push(words);
      end = stop;
    }
    return end === text.length;
  }
}
