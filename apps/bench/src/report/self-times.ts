/** What the inspector answers when a profile ends. */
export interface Profile {
  nodes: {
    id: number;
    callFrame: { functionName: string; url: string; lineNumber: number };
    children?: number[];
  }[];
  samples: number[];
  timeDeltas: number[];
}

/** The functions that took the most time themselves, in microseconds per edit and per delivery. */
export function selfTimes(profile: Profile, per: { edits: number; deliveries: number }, most = 40): string {
  const names = new Map(profile.nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]));
  const times = new Map<string, number>();
  for (const [index, sample] of profile.samples.entries()) {
    const name = names.get(sample) ?? '?';
    times.set(name, (times.get(name) ?? 0) + (profile.timeDeltas[index] ?? 0));
  }
  const idle = times.get('(idle)') ?? 0;
  times.delete('(idle)');
  const busy = [...times.values()].reduce((sum, time) => sum + time, 0);
  const lines = [...times.entries()]
    .sort(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([name, time]) => {
      const share = ((100 * time) / busy).toFixed(1).padStart(5);
      const perEdit = (time / per.edits).toFixed(1).padStart(7);
      const perDelivery = (time / per.deliveries).toFixed(2).padStart(7);
      return `${share} % ${perEdit} µs/edit ${perDelivery} µs/delivery  ${name}`;
    });
  return [`busy ${(busy / 1000).toFixed(0)} ms, idle ${(idle / 1000).toFixed(0)} ms`, ...lines].join('\n');
}

function nameOf({ functionName, url, lineNumber }: Profile['nodes'][number]['callFrame']): string {
  const file = url.split('/').slice(-2).join('/');
  return `${functionName || '(anonymous)'}${file ? ` ${file}:${lineNumber + 1}` : ''}`;
}
