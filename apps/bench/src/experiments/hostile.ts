import { wait, type Bench } from '../bench.ts';
import { LoadClient } from '../load/client.ts';
import { eachStamp, stampOf, Writer } from '../load/edits.ts';
import { attacks, ownAwareness, type Attack } from '../load/hostile-frames.ts';
import { memoryOf } from '../load/process-cost.ts';
import { read, textOf } from '../load/reading.ts';
import type { Section } from '../report/section.ts';
import { notMeasured, short } from '../report/table.ts';
import type { Contender } from '../servers/contender.ts';

interface Survived {
  isAlive: boolean;
  closedWith: number | null;
  /** Bytes of the attack that reached the others. */
  relayed: number;
  /** Until an edit in another document reached its reader, sent just after the attack, ms; null when it never did. */
  elsewhere: number | null;
  isTextChanged: boolean;
  grown: number;
}

const victimId = 4_242;
const patience = 4_000;
/** Less is what a server says by itself: that somebody is gone, for example. */
const someBytes = 30;

/** The named kinds of hostile frames; a million more are made by the fuzz test of the broker. */
export async function hostile(bench: Bench): Promise<Section> {
  const { ours, hocuspocus, yWebsocket, yCrossws } = bench.contenders;
  const all = bench.isQuick ? [ours, hocuspocus, yWebsocket] : [ours, hocuspocus, yWebsocket, yCrossws];
  const chosen = bench.isQuick ? attacks.filter((_, index) => index % 4 === 0) : attacks;
  const results = new Map<Contender, Survived[]>();
  for (const contender of all) {
    const survived: Survived[] = [];
    for (const attack of chosen) survived.push(await endure(bench, contender, attack));
    results.set(contender, survived);
    bench.say(`  ${contender.name}: done`);
  }
  const ourOwn = results.get(ours) ?? [];
  const rows = chosen.map(({ name }, index) => [
    name,
    ...all.map((contender) => verdict(results.get(contender)?.[index])),
  ]);
  const harmed = ourOwn.filter(
    ({ isAlive, isTextChanged, elsewhere }) => !isAlive || isTextChanged || elsewhere === null,
  );
  return {
    name: 'hostile',
    title: 'Hostile frames',
    how: 'An attacker and two honest people in a document, another pair in a second one. Told is what became of the attacker, whether the attack was passed on or changed the text a newcomer gets, how long an edit in the other document took just after it, and memory beyond 10 MB.',
    tables: [{ title: 'Outcome', head: ['', ...all.map(({ name }) => name)], rows }],
    aims: [
      {
        says: `of ${ourOwn.length} kinds: died, changed the text, or stopped others`,
        limit: 0,
        unit: '',
        value: harmed.length,
      },
    ],
    raw: all.map((contender) => ({ contender: contender.name, results: results.get(contender) })),
  };
}

async function endure(bench: Bench, contender: Contender, attack: Attack): Promise<Survived> {
  const running = await bench.running(contender);
  const [[attackerTarget, ...here] = [], elsewhere = []] = await running.places(2, 4);
  if (!attackerTarget) throw new Error('there are no places');
  const { dialect } = contender;
  const open = (target: (typeof here)[number]) => LoadClient.open(target, { dialect });
  const attacker = await open(attackerTarget);
  const honest = await Promise.all(here.slice(0, 2).map(open));
  const others = await Promise.all(elsewhere.slice(0, 2).map(open));
  await Promise.all([attacker, ...honest, ...others].map(({ synced }) => synced));
  await exchange(honest);
  const [victim] = honest;
  victim?.say(victim.dialect.awareness(victim.target.document, ownAwareness(victimId)));
  const other = await prepared(others);
  await wait(150);

  const memory = memoryOf(running.process.pid);
  const heard = honest.map(({ bytesHeard }) => bytesHeard);
  attack.send(attacker, victimId);
  const elsewhereAfter = await other();
  await wait(500);
  const relayed = Math.max(...honest.map(({ bytesHeard }, index) => bytesHeard - (heard[index] ?? 0)));
  const { isAlive } = running.process;
  const grown = memoryOf(running.process.pid) - memory;
  const newcomer = here[2];
  const text = isAlive && newcomer ? await newcomerText(newcomer, contender) : '';
  for (const client of [attacker, ...honest, ...others]) client.close();
  return {
    isAlive,
    closedWith: attacker.closedWith,
    relayed,
    elsewhere: elsewhereAfter,
    isTextChanged: text !== stampOf(1),
    grown,
  };
}

async function newcomerText(target: Parameters<typeof read>[0], { dialect }: Contender): Promise<string> {
  try {
    const text = textOf(await read(target, dialect, patience));
    return [...text.matchAll(/<#\w+>/g)].join('');
  } catch {
    return 'the newcomer was not served';
  }
}

/** One honest edit, seen by the other. */
async function exchange(pair: readonly LoadClient[]): Promise<void> {
  const send = await prepared(pair);
  if ((await send()) === null) throw new Error('two honest people do not see each other');
}

/** An edit that is ready to be sent; tells how long it took to the other, null when it did not come. */
async function prepared([writing, reading]: readonly LoadClient[]): Promise<() => Promise<number | null>> {
  if (!writing || !reading) throw new Error('there is no pair');
  const writer = new Writer();
  writing.send(writing.frame(writer.start()));
  const frame = writing.frame(writer.type([stampOf(1)]));
  await wait(50);
  return () => {
    const begun = performance.now();
    return new Promise((done) => {
      reading.onText = (message) => eachStamp(message, () => done(performance.now() - begun));
      setTimeout(() => done(null), patience).unref();
      writing.send(frame);
    });
  };
}

function verdict(survived: Survived | undefined): string {
  if (!survived) return notMeasured;
  const { isAlive, closedWith, relayed, isTextChanged, elsewhere, grown } = survived;
  if (!isAlive) return '**the process died**';
  return [
    closedWith === null ? 'kept' : `closed ${closedWith}`,
    ...(relayed > someBytes ? [`passed on ${relayed < 1024 ? `${relayed} B` : `${short(relayed / 1024)} kB`}`] : []),
    ...(isTextChanged ? ['**a newcomer did not get the text**'] : []),
    elsewhere === null ? `**others waited over ${patience / 1000} s**` : `${short(elsewhere)} ms`,
    ...(grown > 10 * 1024 ** 2 ? [`+${short(grown / 1024 ** 2)} MB`] : []),
  ].join(', ');
}
