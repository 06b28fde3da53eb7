import type { AwarenessEntry, StoredNews } from '@mufakat/broker';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/** What one process tells the others about a document. */
export type RoomNews =
  | ({ kind: 'stored' } & StoredNews)
  | { kind: 'accepted'; documentId: string; updates: readonly Uint8Array[] }
  | { kind: 'shown'; documentId: string; entries: readonly AwarenessEntry[] }
  | { kind: 'asked'; documentId: string };

const kinds = ['stored', 'shown', 'asked', 'accepted'] as const;

export function encodeNews(from: string, news: RoomNews): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarString(encoder, from);
    encoding.writeVarUint(encoder, kinds.indexOf(news.kind));
    encoding.writeVarString(encoder, news.documentId);
    if (news.kind === 'stored') encoding.writeVarUint(encoder, news.sequence);
    if (news.kind === 'stored' || news.kind === 'accepted') {
      encoding.writeVarUint(encoder, news.updates.length);
      for (const update of news.updates) encoding.writeVarUint8Array(encoder, update);
    }
    if (news.kind === 'shown') {
      encoding.writeVarUint(encoder, news.entries.length);
      for (const { clientId, clock, json } of news.entries) {
        encoding.writeVarUint(encoder, clientId);
        encoding.writeVarUint(encoder, clock);
        encoding.writeVarString(encoder, json);
      }
    }
  });
}

export function decodeNews(message: Uint8Array): { from: string; news: RoomNews } {
  const decoder = decoding.createDecoder(message);
  const from = decoding.readVarString(decoder);
  const kind = kinds[decoding.readVarUint(decoder)];
  const documentId = decoding.readVarString(decoder);
  const many = <T>(read: () => T): T[] => Array.from({ length: decoding.readVarUint(decoder) }, read);
  // Copies, because the message belongs to whoever received it.
  const updates = () => many(() => new Uint8Array(decoding.readVarUint8Array(decoder)));
  switch (kind) {
    case 'stored':
      return { from, news: { kind, documentId, sequence: decoding.readVarUint(decoder), updates: updates() } };
    case 'accepted':
      return { from, news: { kind, documentId, updates: updates() } };
    case 'shown': {
      const entries = many(() => ({
        clientId: decoding.readVarUint(decoder),
        clock: decoding.readVarUint(decoder),
        json: decoding.readVarString(decoder),
      }));
      return { from, news: { kind, documentId, entries } };
    }
    case 'asked':
      return { from, news: { kind, documentId } };
    default:
      throw new RangeError('a kind of news that nobody knows');
  }
}
