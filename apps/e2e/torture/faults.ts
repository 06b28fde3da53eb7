/** One expression of the product, another in its place, and the test that has to notice. */
export type Fault = {
  name: string;
  file: string;
  text: string;
  instead: string;
  noticedBy: { project: string; path: string; test: string; env?: Record<string, string> };
};

export const faults: readonly Fault[] = [
  {
    name: 'says saved before the commit',
    file: 'packages/broker/src/room.ts',
    text: 'append: async (updates) => store.append(documentId, updates)',
    instead: `append: async (updates) => {
          void store.append(documentId, updates);
          return NaN;
        }`,
    noticedBy: {
      project: 'broker',
      path: 'packages/broker/src/room.storing.test.ts',
      test: '[R7] [R9] shows an edit at once, not to its author, and calls it saved only after its append resolved',
    },
  },
  {
    name: 'lets a decision stand that was asked for before the last change',
    file: 'apps/server/src/platform/rooms/visitors.ts',
    text: 'visitor.epoch === epochs.get(visitor)',
    instead: 'epochs.has(visitor)',
    noticedBy: {
      project: 'server',
      path: 'apps/server/src/platform/rooms/visitors.test.ts',
      test: 'are not let write by an answer to an older question',
    },
  },
  {
    name: 'does not read what it lacks of the log',
    file: 'packages/broker/src/log-reader.ts',
    text: 'if (this.furthest > this.known && !this.isReading) void this.catchUp();',
    instead: 'this.known = this.furthest;',
    noticedBy: {
      project: 'e2e',
      path: 'apps/e2e/torture/convergence.test.ts',
      test: 'end the same for everybody (seed 7)',
      env: { SEED: '7', SEEDS: '1' },
    },
  },
  {
    name: 'stores a frame which it refuses',
    file: 'packages/broker/src/intake.ts',
    text: 'const facts = readUpdate(update, this.limits);\n    if (!this.state.hasNews(facts)) return this.repeat(',
    instead: `let facts: UpdateFacts;
    try {
      facts = readUpdate(update, this.limits);
    } catch (problem) {
      this.queue.push({ update, actor: member.peer.identity.id, author: member, frames: 0 });
      throw problem;
    }
    if (!this.state.hasNews(facts)) return this.repeat(`,
    noticedBy: {
      project: 'broker',
      path: 'packages/broker/src/fuzz.test.ts',
      test: 'break nothing and stay among themselves (seed 1)',
      env: { SEED: '1', FRAMES: '500' },
    },
  },
];
