import { describe, expect, it } from '@jest/globals';
import type { Decision, Inside } from './room-rights.js';
import { type Visitor, Visitors } from './visitors.js';

/** Questions about rights that stay open until the test answers them. */
class OpenQuestions {
  private readonly asked: ((decision: Decision) => void)[] = [];

  decideAgain<Who extends Inside>(inside: readonly Who[]): Promise<Map<Who, Decision>> {
    return new Promise((answered) =>
      this.asked.push((decision) => answered(new Map(inside.map((who) => [who, decision])))),
    );
  }

  async answer(index: number, decision: Decision): Promise<void> {
    this.asked[index]?.(decision);
    await new Promise((done) => setImmediate(done));
  }
}

function someoneInside() {
  const questions = new OpenQuestions();
  const decided: Visitor[] = [];
  const visitors = new Visitors(questions, (those) => decided.push(...those));
  const ana = { rights: 'write', epoch: 0 } as Visitor;
  visitors.enter(ana, visitors.arrive());
  return { questions, decided, visitors, ana };
}

describe('visitors whose rights change twice in a row', () => {
  it('are not let write by an answer to an older question', async () => {
    const { questions, decided, visitors, ana } = someoneInside();
    void visitors.changed(() => true);
    void visitors.changed(() => true);
    await questions.answer(1, 'none');
    await questions.answer(0, 'write');

    expect([ana.rights, decided]).toEqual(['none', [ana]]);
  });

  it('are judged by nothing until the last question is answered', async () => {
    const { questions, decided, visitors, ana } = someoneInside();
    void visitors.changed(() => true);
    void visitors.changed(() => true);
    await questions.answer(0, 'write');
    expect([ana.rights, decided]).toEqual(['unknown', []]);
    await questions.answer(1, 'read');

    expect([ana.rights, decided]).toEqual(['read', [ana]]);
  });

  it('are asked about again when they came in meanwhile', async () => {
    const { questions, visitors, ana } = someoneInside();
    const budi = { rights: 'write', epoch: 0 } as Visitor;
    const arrival = visitors.arrive();
    void visitors.changed((visitor) => visitor === budi);
    visitors.enter(budi, arrival);
    expect([ana.rights, budi.rights]).toEqual(['write', 'unknown']);
    await questions.answer(1, 'read');

    expect(budi.rights).toBe('read');
  });
});
