import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { FollowAnswer, JournalEntry, SpaceId } from '@mufakat/domain';
import { QueryClient } from '@tanstack/react-query';
import { Live } from './live';

type Ear = (news?: unknown) => void;
type Asked = { spaceId: string; after: number; answer: (answer: FollowAnswer) => void };

/** A line whose other end is the test. */
class TestLine {
  connected = false;
  active = true;
  readonly asked: Asked[] = [];
  private readonly ears = new Map<string, Ear>();
  on(name: string, ear: Ear) {
    this.ears.set(name, ear);
    return this;
  }
  emit(name: string, input: { spaceId: string; after: number }, answer: Asked['answer']) {
    if (name === 'follow') this.asked.push({ ...input, answer });
    return this;
  }
  connect() {
    this.connected = true;
    this.ears.get('connect')?.();
    return this;
  }
  disconnect(reason = 'transport close') {
    this.connected = false;
    this.ears.get('disconnect')?.(reason);
    return this;
  }
  hear(name: string, news: unknown) {
    this.ears.get(name)?.(news);
  }
}

const space = 's1' as SpaceId;
const entry = (sequence: number) => ({ name: 'task.created', spaceId: space, sequence }) as JournalEntry;

describe('following a space', () => {
  let line: TestLine;
  let live: Live;
  const heard: number[] = [];
  const askAnew = jest.fn();
  beforeEach(() => {
    heard.length = 0;
    askAnew.mockClear();
    line = new TestLine();
    live = new Live(
      line as never,
      new QueryClient(),
      { 'task.created': (_, { sequence }) => heard.push(sequence) },
      askAnew,
    );
    live.follow(space, 4);
    live.start();
  });

  it('asks for what came after the last entry it holds', () => {
    expect(line.asked.map(({ spaceId, after }) => [spaceId, after])).toEqual([[space, 4]]);
  });

  it('applies entries in order and drops what it already has', () => {
    for (const sequence of [5, 5, 4, 6]) line.hear('entry', entry(sequence));
    expect(heard).toEqual([5, 6]);
  });

  it('asks again on a gap and applies nothing out of order', () => {
    line.asked[0]?.answer({ ok: true, sequence: 4 });
    line.hear('entry', entry(7));
    expect(heard).toEqual([]);
    expect(line.asked.at(-1)?.after).toBe(4);
    for (const sequence of [5, 6, 7]) line.hear('entry', entry(sequence));
    expect(heard).toEqual([5, 6, 7]);
  });

  it('goes on from the last entry after the line was lost', () => {
    line.hear('entry', entry(5));
    line.disconnect();
    expect(live.connection).toBe('offline');
    line.connect();
    expect(line.asked.at(-1)?.after).toBe(5);
  });

  it('forgets a space it may no longer follow', () => {
    line.asked[0]?.answer({ ok: false, refusal: 'not-found' });
    line.hear('entry', entry(5));
    expect(heard).toEqual([]);
    expect(askAnew).toHaveBeenCalledTimes(1);
  });

  it('asks for its rights and comes back when the server ended the line', () => {
    jest.useFakeTimers();
    line.disconnect('io server disconnect');
    expect(askAnew).toHaveBeenCalledTimes(1);
    jest.runAllTimers();
    jest.useRealTimers();
    expect(line.connected).toBe(true);
  });

  it('tells who is here', () => {
    const told = jest.fn();
    live.subscribe(told);
    line.hear('presence', { partnershipId: 'p', people: [{ seatId: 'x' }] });
    expect(told).toHaveBeenCalledTimes(1);
    expect(live.here('p' as never)).toHaveLength(1);
  });
});
