import { PeerFault } from './close-codes.js';
import type { DocumentState } from './document-state.js';
import type { Limits } from './limits.js';
import type { ClientIds } from './room-store.js';
import type { UpdateFacts } from './update-reader.js';

/** Binds the client ids of one document to people, and remembers what the store answered. */
export class ClientOwners {
  private readonly owners = new Map<number, string | null>();

  constructor(
    private readonly documentId: string,
    private readonly store: ClientIds,
    private readonly limits: Limits,
  ) {}

  /**
   * Makes sure every client id with new text belongs to this person, or throws.
   * Answers a promise only when the store has to be asked, so that known ids cost nothing.
   */
  claim(facts: UpdateFacts, state: DocumentState, personId: string): Promise<void> | void {
    const writing = [...facts.structs].filter(([client, list]) => {
      const last = list.at(-1);
      return last && last.id.clock + last.length > state.clockOf(client);
    });
    for (const [client, list] of writing) this.refuseLeap(state.clockOf(client), list.at(-1));
    const ids = writing.map(([client]) => client);
    const fresh = ids.filter((id) => !this.owners.has(id));
    if (fresh.length > this.limits.newClientIds) throw new PeerFault('tooLarge', 'too many new client ids');
    if (fresh.length === 0) return this.refuseForeign(ids, personId);
    return this.learn(fresh, state, personId).then(() => this.refuseForeign(ids, personId));
  }

  private async learn(fresh: readonly number[], state: DocumentState, personId: string): Promise<void> {
    const answers = await Promise.all(
      fresh.map((id) =>
        state.clockOf(id) > 0 ? this.store.owner(this.documentId, id) : this.store.bind(this.documentId, id, personId),
      ),
    );
    for (const [index, id] of fresh.entries()) this.owners.set(id, answers[index] ?? null);
  }

  private refuseLeap(known: number, last: { id: { clock: number }; length: number } | undefined): void {
    if (last && last.id.clock + last.length - known > this.limits.advance) {
      throw new PeerFault('malformed', 'clock leaps');
    }
  }

  private refuseForeign(ids: readonly number[], personId: string): void {
    if (ids.some((id) => this.owners.get(id) !== personId)) throw new PeerFault('clash', 'foreign client id');
  }
}
