import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { FileCheck, type Receipt } from '@mufakat/proof';
import { runOrExplain, StartRefusal } from '../platform/start-refusal.js';

const usage = new StartRefusal('Usage: pnpm verify <journal.jsonl> [receipts.json …]');
const mostShown = 20;

const sentences = {
  gap: 'an entry before it is missing',
  chain: 'does not follow the one before it',
  hash: 'does not say what was hashed',
  text: 'its words are not those that were hashed',
  head: 'the chain stops here, which is not its head',
  seen: 'is not the one that was seen',
  receipt: 'is not the one on a receipt, or the receipt is not signed with a key of the chain',
  revision: 'the version it proposed is lost or says something else (0: a version nobody proposed)',
};

/** `pnpm verify`: checks a downloaded journal, with receipts that a firm kept, needing no server and no database. */
await runOrExplain(async () => {
  const [file, ...kept] = process.argv.slice(2);
  if (!file || file.startsWith('-')) throw usage;
  const began = performance.now();
  const held = (await Promise.all(kept.map(receiptsIn))).flat();
  const check = new FileCheck(held);
  for await (const line of linesOf(file)) check.add(line);
  const { journal, entries, revisions, receipts, head, faults, brokenLine } = check.end();
  if (!journal || brokenLine !== null) throw new StartRefusal(`${file}: line ${brokenLine} is no line of a journal.`);

  console.log(`${journal.partnership}, downloaded ${journal.madeAt}, space ${journal.spaceId}`);
  console.log(`${entries} entries, ${revisions} frozen versions, ${receipts} receipts (${held.length} kept elsewhere)`);
  console.log(`Head: #${head.sequence} ${head.hash}`);
  for (const { sequence, fault } of faults.slice(0, mostShown)) console.log(`✗ entry ${sequence}: ${sentences[fault]}`);
  if (faults.length > mostShown) console.log(`… and ${faults.length - mostShown} more`);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  if (faults.length > 0) throw new StartRefusal(`The journal does not match: ${faults.length} faults (${seconds} s).`);
  console.log(`In order: every entry, version and receipt is what the chain says (${seconds} s).`);
});

async function receiptsIn(file: string): Promise<Receipt[]> {
  const held: unknown = await readFile(file, 'utf8').then(JSON.parse, () => undefined);
  if (!Array.isArray(held) || !held.every((each: Partial<Receipt>) => typeof each?.statement?.sequence === 'number'))
    throw new StartRefusal(`${file} holds no receipts as Mufakat gives them.`);
  return held as Receipt[];
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const source = createReadStream(file);
  try {
    yield* createInterface({ input: source, crlfDelay: Infinity });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new StartRefusal(`There is no file ${file}.`);
    throw error;
  }
}
