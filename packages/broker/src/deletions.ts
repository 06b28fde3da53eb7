import * as encoding from 'lib0/encoding';

/** A stretch of one client's clock. */
export interface Range {
  client: number;
  clock: number;
  length: number;
}

type Span = [start: number, end: number];

/** What is deleted in a document: per client id, sorted stretches that do not touch. */
export class Deletions {
  private readonly spans = new Map<number, Span[]>();

  covers({ client, clock, length }: Range): boolean {
    const spans = this.spans.get(client);
    if (!spans) return length === 0;
    const span = spans[firstEndingAfter(spans, clock)];
    return !!span && span[0] <= clock && span[1] >= clock + length;
  }

  add({ client, clock, length }: Range): void {
    const spans = this.spans.get(client) ?? [];
    this.spans.set(client, spans);
    const from = firstEndingAfter(spans, clock - 1);
    const joined: Span = [clock, clock + length];
    let to = from;
    for (let next = spans[to]; next && next[0] <= joined[1]; next = spans[to]) {
      joined[0] = Math.min(joined[0], next[0]);
      joined[1] = Math.max(joined[1], next[1]);
      to += 1;
    }
    spans.splice(from, to - from, joined);
  }

  /** An update that only deletes, for somebody who has all the text. */
  asUpdate(): Uint8Array {
    return encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, 0);
      encoding.writeVarUint(encoder, this.spans.size);
      for (const [client, spans] of this.spans) {
        encoding.writeVarUint(encoder, client);
        encoding.writeVarUint(encoder, spans.length);
        for (const [start, end] of spans) {
          encoding.writeVarUint(encoder, start);
          encoding.writeVarUint(encoder, end - start);
        }
      }
    });
  }
}

function firstEndingAfter(spans: readonly Span[], clock: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.[1] ?? Infinity) > clock) high = middle;
    else low = middle + 1;
  }
  return low;
}
