import type { Running } from '../../server/test/workspace.js';
import { type Cause, seatCast } from './causes.js';
import { until } from './cluster.js';
import { LiveLine } from './live-line.js';
import { DocumentScreen } from './screen.js';
import { beginGoal } from './seated.js';

/** What taking a right away did to the two lines of somebody who had both open. */
export type Sample = {
  /** For how many milliseconds after the answer to the act each line lived on; null for a document that stays open. */
  live: number;
  document: number | null;
  /** The codes with which the document was closed, and closed again when its client came back with words. */
  codes: number[];
  /** Whether the journal may be followed again. */
  followsAgain: boolean;
  /** What the person wrote after the act is in the log. */
  isKept: boolean;
};

/** Patient, so that a busy machine shows as a long time in the figures and not as a failure without one. */
const happens = (what: string, isTrue: () => boolean | Promise<boolean>) => until(isTrue, 25_000, what);

const lateWords = 'Ditulis setelah hak dicabut.';
const othersWords = 'Ditulis oleh yang lain.';

/** Where the right is taken away, where the lines are open, and what happens just before. */
export type Stage = { actAt: Running; openAt: Running; before?: () => Promise<void> };

/** Opens both lines, takes the right away, and looks at what follows. */
export async function revoke(cause: Cause, { actAt, openAt, before }: Stage): Promise<Sample> {
  const cast = await seatCast(actAt);
  const documentId = await beginGoal(actAt, cast.admin);
  const line = await LiveLine.follow(openAt, cast.victim, cast.victim.shared);
  const screen = new DocumentScreen(openAt.url, cast.victim, documentId);
  const witness = new DocumentScreen(actAt.url, cast.admin, documentId);
  try {
    await Promise.all([screen.synced(), witness.synced()]);
    screen.write('Ditulis dengan hak.');
    await happens('writing with the right', () => witness.text.includes('dengan hak'));

    await before?.();
    await cause.strike(actAt, cast);
    const answeredAt = performance.now();
    await happens('the end of the line', () => line.endedAt !== null);
    if (cause.closes) await happens('the end of the document', () => screen.closed.length > 0);
    const live = Math.max(0, (line.endedAt ?? 0) - answeredAt);
    const document = cause.closes ? Math.max(0, screen.closedAt - answeredAt) : null;

    witness.write(othersWords);
    await happens('writing by the other', () => witness.durable > 0);
    if (cause.closes && screen.text.includes(othersWords)) throw new Error('words arrived after the end');
    const isKept = await bringWords(screen, witness);
    const isLogged = () => isInLog(actAt, documentId, lateWords);
    if (isKept) await happens('storing what was written', isLogged);
    else if (await isLogged()) throw new Error('the log keeps what was written without a right');
    const followsAgain = await LiveLine.mayFollow(openAt, cast.victim, cast.victim.shared);
    return { live, document, codes: [...screen.closed], followsAgain, isKept };
  } finally {
    for (const each of [screen, witness]) each.destroy();
    line.end();
  }
}

/** Writes on, as a screen does that is offline, and comes back with it. Answers whether the others get to see it. */
async function bringWords(screen: DocumentScreen, witness: DocumentScreen): Promise<boolean> {
  const closings = screen.closed.length;
  screen.write(lateWords);
  screen.provider.connect();
  const isSeen = () => witness.text.includes(lateWords);
  await happens('an answer to late words', () => isSeen() || screen.closed.length > closings);
  return isSeen();
}

async function isInLog(at: Running, documentId: string, words: string): Promise<boolean> {
  const found = await at.sql(
    `select 1 from document_update where document_id = $1 and position(convert_to($2, 'UTF8') in data) > 0`,
    [documentId, words],
  );
  return found.length > 0;
}
