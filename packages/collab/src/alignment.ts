/** Places of two lists that hold the same, in order: `[in the first, in the second]`. */
export type Matches = [before: number, after: number][];

/** Two lists that differ in more places than this are called different from there on; it bounds time and memory. */
const mostDifferences = 2_000;

/** The longest common part of two lists, by the greedy algorithm of Myers. */
export function alignment(before: readonly string[], after: readonly string[]): Matches {
  const head = commonHead(before, after);
  const tail = commonTail(before, after, head);
  const middle = shortestWay(before.slice(head, before.length - tail), after.slice(head, after.length - tail)).map(
    ([one, other]): [number, number] => [one + head, other + head],
  );
  return [
    ...Array.from({ length: head }, (_, at): [number, number] => [at, at]),
    ...middle,
    ...Array.from({ length: tail }, (_, at): [number, number] => [before.length - tail + at, after.length - tail + at]),
  ];
}

function commonHead(before: readonly string[], after: readonly string[]): number {
  const most = Math.min(before.length, after.length);
  let length = 0;
  while (length < most && before[length] === after[length]) length += 1;
  return length;
}

function commonTail(before: readonly string[], after: readonly string[], head: number): number {
  const most = Math.min(before.length, after.length) - head;
  let length = 0;
  while (length < most && before.at(-1 - length) === after.at(-1 - length)) length += 1;
  return length;
}

/** Walks through the square of both lists; a step down or to the right is a difference, a diagonal one costs nothing. */
function shortestWay(before: readonly string[], after: readonly string[]): Matches {
  const most = Math.min(before.length + after.length, mostDifferences);
  const reached = new Int32Array(2 * most + 3);
  const middle = most + 1;
  const trace: Int32Array[] = [];
  for (let differences = 0; differences <= most; differences += 1) {
    trace.push(reached.slice(middle - differences - 1, middle + differences + 2));
    for (let diagonal = -differences; diagonal <= differences; diagonal += 2) {
      const [down, right] = [reached[middle + diagonal + 1] ?? 0, reached[middle + diagonal - 1] ?? 0];
      const isDown = diagonal === -differences || (diagonal !== differences && right < down);
      let x = isDown ? down : right + 1;
      while (x < before.length && x - diagonal < after.length && before[x] === after[x - diagonal]) x += 1;
      reached[middle + diagonal] = x;
      if (x >= before.length && x - diagonal >= after.length) return wayBack(trace, before.length, after.length);
    }
  }
  return [];
}

function wayBack(trace: readonly Int32Array[], width: number, height: number): Matches {
  const matches: Matches = [];
  let [x, y] = [width, height];
  for (let differences = trace.length - 1; differences >= 0; differences -= 1) {
    const reached = (diagonal: number) => trace[differences]?.[diagonal + differences + 1] ?? 0;
    const diagonal = x - y;
    const isDown =
      diagonal === -differences || (diagonal !== differences && reached(diagonal - 1) < reached(diagonal + 1));
    const from = isDown ? diagonal + 1 : diagonal - 1;
    const [beforeX, beforeY] = differences === 0 ? [0, 0] : [reached(from), reached(from) - from];
    while (x > beforeX && y > beforeY) {
      x -= 1;
      y -= 1;
      matches.push([x, y]);
    }
    [x, y] = [beforeX, beforeY];
  }
  return matches.reverse();
}
