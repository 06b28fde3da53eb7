import { PeerFault } from './close-codes.js';
import type { DocumentState } from './document-state.js';
import type { Limits } from './limits.js';
import type { ClientIds } from './room-store.js';

/** Who brings text under a client id. */
type Claimant = { personId: string; mayWrite: boolean };

/** Binds the client ids of one document to people, and remembers what the store answered. */
export class ClientOwners {
  /** Null: text without an owner stands under this id, so it is the server's. */
  private readonly owners = new Map<number, string | null>();

  constructor(
    private readonly documentId: string,
    private readonly store: ClientIds,
    private readonly limits: Limits,
    /** Who shows himself under a client id at this moment, whether or not he has written. */
    private readonly shownBy: (clientId: number) => string | null,
  ) {}

  /**
   * Finds out to whom these ids belong. One that nobody has used goes to the person, if he may write.
   * Answers a promise only when the store has to be asked, so that known ids cost nothing.
   */
  find(ids: readonly number[], state: DocumentState, claimant: Claimant): Promise<void> | void {
    const unknown = ids.filter((id) => !this.owners.has(id));
    if (unknown.length === 0) return;
    if (unknown.length > this.limits.newClientIds) throw new PeerFault('tooLarge', 'too many new client ids');
    return this.ask(unknown, state, claimant);
  }

  /** Those of the ids that are known to be somebody else's. */
  others(ids: readonly number[], personId: string): number[] {
    return ids.filter((id) => this.owners.has(id) && this.owners.get(id) !== personId);
  }

  private async ask(ids: readonly number[], state: DocumentState, { personId, mayWrite }: Claimant): Promise<void> {
    await Promise.all(
      ids.map(async (id) => {
        const isFree = state.clockOf(id) === 0;
        if (isFree && (this.shownBy(id) ?? personId) !== personId)
          throw new PeerFault('clash', 'another shows this id');
        const owner =
          isFree && mayWrite
            ? await this.store.bind(this.documentId, id, personId)
            : await this.store.owner(this.documentId, id);
        if (owner !== null || !isFree) this.owners.set(id, owner);
      }),
    );
  }
}
