/** @jest-environment jsdom */
import { afterAll, describe, expect, it } from '@jest/globals';
import { Broker, foldHere } from '@mufakat/broker';
import { documentJson, mendDocument, schemaFault } from '@mufakat/collab';
import * as Y from 'yjs';
import { allEdits, editSomehow, wordEdits } from '@/testing/edit-text';
import { dice } from '../../../packages/broker/src/hostile-frames.js';
import { limits } from '../../../packages/broker/src/limits.js';
import { ManualClock, settle } from '../../../packages/broker/src/manual-clock.js';
import { MemoryRoomStore } from '../../../packages/broker/src/memory-room-store.js';
import type { LoggedUpdate, StoredNews } from '../../../packages/broker/src/room-store.js';
import { print, proofLine } from '../../../scripts/proof-line.mjs';
import { WritingScreen } from './writing-screen.js';

const isByCommand = process.env['SEEDS'] !== undefined;
const seeds = Number(process.env['SEEDS'] ?? 60);
const first = Number(process.env['SEED'] ?? 1);
const turns = Number(process.env['TURNS'] ?? 120);

/** A log which outlives its processes; what a dying one had not stored is gone with it. */
class SharedLog extends MemoryRoomStore {
  constructor(private readonly clock: ManualClock) {
    super();
  }

  override async append(documentId: string, updates: readonly LoggedUpdate[]): Promise<number> {
    await new Promise<void>((done) => this.clock.after(3, done));
    return super.append(documentId, updates);
  }

  /** The log as one process sees it, until it is killed. */
  forProcess(): { log: SharedLog; kill: () => void } {
    let isAlive = true;
    const mine = new Proxy<SharedLog>(this, {
      get: (log, key) => {
        if (key !== 'append') return Reflect.get(log, key) as unknown;
        return async (documentId: string, updates: readonly LoggedUpdate[]) => {
          await new Promise<void>((done) => this.clock.after(3, done));
          if (!isAlive) return new Promise<number>(() => undefined);
          return MemoryRoomStore.prototype.append.call(log, documentId, updates);
        };
      },
    });
    return { log: mine, kill: () => (isAlive = false) };
  }
}

/** Two processes on one log, with a line between them that loses some of the news. */
function openProcesses(roll: (sides: number) => number) {
  const clock = new ManualClock();
  const log = new SharedLog(clock);
  log.create('doc');
  const problems: unknown[] = [];
  const running: { broker: Broker; kill: () => void }[] = [];
  const start = () => {
    const { log: store, kill } = log.forProcess();
    const broker: Broker = new Broker({
      ...{ store, clock, folder: foldHere(mendDocument), onProblem: (problem) => problems.push(problem) },
      limits: { ...limits, tail: 30, heavyPerSecond: 1e6, framesPerSecond: 1e6 },
      onAccepted: (documentId, updates) => {
        for (const other of running)
          if (other.broker !== broker && roll(5) > 0) other.broker.hearEarly(documentId, updates);
      },
      onStored: (news: StoredNews) => {
        for (const other of running) if (other.broker !== broker && roll(5) > 0) other.broker.hear(news);
      },
    });
    return { broker, kill };
  };
  running.push(start(), start());
  const restart = (index: number) => {
    running[index]?.kill();
    running[index] = start();
  };
  const heads = async () => {
    const stored = await log.load('doc');
    for (const { broker } of running) broker.compareHeads(new Map([['doc', stored?.lastSequence ?? 0]]));
  };
  return { clock, log, problems, running, restart, heads };
}

async function play(seed: number, edits: typeof allEdits) {
  const roll = dice(seed);
  const world = openProcesses(roll);
  const { clock, running } = world;
  let made = 0;
  const token = () => `k${seed}x${(made += 1)} `;
  const screens = Array.from({ length: 2 + roll(3) }, (_none, index) => new WritingScreen(`p${index}`, roll));
  const connect = (screen: WritingScreen) => screen.connect(running[roll(2)]!.broker);
  screens.forEach(connect);
  for (let turn = 0; turn < turns; turn += 1) {
    const screen = screens[roll(screens.length)]!;
    const chance = roll(60);
    if (chance === 0) world.restart(roll(2));
    if (chance === 0) screens.forEach((each) => each.disconnect());
    else if (chance < 3) screen.disconnect();
    else if (chance < 8) connect(screen);
    else editSomehow(edits, { editor: screen.editor, roll, token });
    for (const each of screens) each.carry(roll(6));
    if (roll(3) === 0) await clock.pass(roll(40));
  }
  await rest(world, screens);
  return { ...world, screens, made };
}

/** Everybody comes back, and everything on its way arrives. */
async function rest(
  { clock, heads, running }: ReturnType<typeof openProcesses>,
  screens: readonly WritingScreen[],
): Promise<void> {
  screens.forEach((screen, index) => screen.connect(running[index % 2]!.broker));
  for (let round = 0; round < 200; round += 1) {
    for (const screen of screens) screen.carry(50);
    await clock.pass(50);
    await heads();
    await settle();
    if (round > 5 && screens.every(({ isQuiet }) => isQuiet)) {
      await clock.pass(2_000);
      if (screens.every(({ isQuiet }) => isQuiet)) return;
    }
  }
}

const contentOf = (doc: Y.Doc) => documentJson(Y.encodeStateAsUpdate(doc));
const vectorOf = (doc: Y.Doc) => Object.fromEntries(Y.decodeStateVector(Y.encodeStateVector(doc)));

describe('texts that several people write at once, over lines and servers that fail', () => {
  const began = performance.now();
  const met = { same: 0, words: 0 };
  afterAll(() => {
    if (!isByCommand) return;
    const [counts, result] = [`${seeds} seeds, ${met.words} words`, `${met.same} of ${seeds} end the same`];
    print(proofLine({ proof: 'convergence', seeds: [first, first + seeds - 1], counts, began, result }));
  });

  for (let seed = first; seed < first + seeds; seed += 1) {
    const isWordsOnly = seed % 3 === 0;
    it(`end the same for everybody (seed ${seed}${isWordsOnly ? ', words only' : ''})`, async () => {
      const { screens, log, problems, made } = await play(seed, isWordsOnly ? wordEdits : allEdits);
      const kept = new Y.Doc();
      for (const { update } of log.log('doc')) Y.applyUpdate(kept, update);

      expect(problems).toEqual([]);
      expect(screens.map(({ closed }) => closed)).toEqual(screens.map(() => null));
      for (const { doc, editor } of screens) {
        expect(contentOf(doc)).toEqual(contentOf(kept));
        expect(vectorOf(doc)).toEqual(vectorOf(kept));
        expect(editor.getJSON()).toEqual(screens[0]!.editor.getJSON());
      }
      expect(schemaFault(contentOf(kept))).toBeNull();
      if (isWordsOnly) {
        const text = screens[0]!.editor.getText();
        const missing = Array.from({ length: made }, (_none, index) => `k${seed}x${index + 1} `).filter(
          (word) => !appearsIn(text, word),
        );
        expect(missing).toEqual([]);
      }
      for (const screen of screens) screen.destroy();
      met.same += 1;
      met.words += made;
      if (isByCommand && met.same % 100 === 0) print(`  ${met.same} of ${seeds} seeds end the same`);
    });
  }
});

/** Others may write into the middle of a word: its letters stand in their order, once. */
function appearsIn(text: string, word: string): boolean {
  let at = 0;
  for (const letter of word) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
