import { PeerFault } from './close-codes.js';
import type { DocumentState } from './document-state.js';
import type { Limits } from './limits.js';
import type { ClientIds } from './room-store.js';

/** Binds the client ids of one document to people, and remembers what the store answered. */
export class ClientOwners {
  /** Null: text without an owner stands under this id, so it is the server's. */
  private readonly owners = new Map<number, string | null>();

  constructor(
    private readonly documentId: string,
    private readonly store: ClientIds,
    private readonly limits: Limits,
  ) {}

  /**
   * Finds out to whom these ids belong. One that nobody has used goes to the person `claimant`, if there is one.
   * Answers a promise only when the store has to be asked, so that known ids cost nothing.
   */
  find(ids: readonly number[], state: DocumentState, claimant: string | null): Promise<void> | void {
    const unknown = ids.filter((id) => !this.owners.has(id));
    if (unknown.length === 0) return;
    if (unknown.length > this.limits.newClientIds) throw new PeerFault('tooLarge', 'too many new client ids');
    return this.ask(unknown, state, claimant);
  }

  /** Those of the ids that are known to be somebody else's. */
  others(ids: readonly number[], personId: string): number[] {
    return ids.filter((id) => this.owners.has(id) && this.owners.get(id) !== personId);
  }

  private async ask(ids: readonly number[], state: DocumentState, claimant: string | null): Promise<void> {
    await Promise.all(
      ids.map(async (id) => {
        const isFree = state.clockOf(id) === 0;
        const owner =
          isFree && claimant !== null
            ? await this.store.bind(this.documentId, id, claimant)
            : await this.store.owner(this.documentId, id);
        if (owner !== null || !isFree) this.owners.set(id, owner);
      }),
    );
  }
}
