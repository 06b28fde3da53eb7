import type { EntityManager } from 'typeorm';

/** What the processes of one server tell each other through their database. */
export type Topic = 'access' | 'journal';

/**
 * Short news told inside a transaction: every process hears them after the commit, the teller included, and nobody
 * when it fails. While the line to the database is down nothing is heard, so whoever listens also has to look.
 */
export abstract class Notices {
  private readonly hearers = new Map<Topic, ((text: string) => void)[]>();
  private readonly watchers: (() => void)[] = [];

  /** Whether news arrive at this moment. */
  abstract readonly isUp: boolean;
  abstract close(): Promise<void>;
  /** Says that this process works under a name until it closes; false when another one here works under another name. */
  abstract claim(name: string): Promise<boolean>;

  async tell(db: Pick<EntityManager, 'query'>, topic: Topic, text: string): Promise<void> {
    await db.query('select pg_notify($1, $2)', [channelOf(topic), text]);
  }

  on(topic: Topic, hear: (text: string) => void): void {
    this.hearers.set(topic, [...(this.hearers.get(topic) ?? []), hear]);
  }

  /** Called when the line is up again after news may have been missed. */
  onReturn(look: () => void): void {
    this.watchers.push(look);
  }

  protected heard(topic: Topic, text: string): void {
    for (const hear of this.hearers.get(topic) ?? []) hear(text);
  }

  protected returned(): void {
    for (const look of this.watchers) look();
  }
}

export const topics: readonly Topic[] = ['access', 'journal'];

export const channelOf = (topic: Topic) => `mufakat_${topic}`;
