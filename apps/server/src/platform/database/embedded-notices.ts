import type { Embedded } from './embedded.js';
import { channelOf, Notices, topics } from './notices.js';

/** The embedded database belongs to one process, which hears its own news. */
export class EmbeddedNotices extends Notices {
  readonly isUp = true;

  static async open(embedded: Embedded): Promise<EmbeddedNotices> {
    const notices = new EmbeddedNotices();
    for (const topic of topics) await embedded.listen(channelOf(topic), (text) => notices.heard(topic, text));
    return notices;
  }

  /** Nobody else can be there. */
  claim(): Promise<boolean> {
    return Promise.resolve(true);
  }

  /** The line ends with the database. */
  close(): Promise<void> {
    return Promise.resolve();
  }
}
