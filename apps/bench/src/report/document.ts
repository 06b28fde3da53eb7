import type { Contender } from '../servers/contender.ts';
import type { Machine } from './machine.ts';
import { isReached, type Aim, type Section } from './section.ts';
import { markdown, notMeasured, short, type Table } from './table.ts';

/** Everything a run has to say, as the page `docs/performance.md`. */
export function page(facts: Machine, sections: readonly Section[], contenders: readonly Contender[]): string {
  return [
    '# Performance',
    'Written by `pnpm bench --write`; how to read it and how to run it: [apps/bench](../apps/bench/README.md). Times and sizes are medians, in brackets the smallest and the largest; ratios are of medians. Read ratios, not figures: they come from one run on one machine, each contender measured in turn.',
    markdown(machineTable(facts)),
    markdown(contenderTable(contenders)),
    '## The figures to reach',
    markdown(aimTable(sections.flatMap(({ aims }) => aims))),
    ...sections.flatMap(({ title, how, tables, skipped }) => [
      `## ${title}`,
      skipped ?? how,
      ...tables.map((table) => markdown(table)),
    ]),
    '',
  ].join('\n\n');
}

function machineTable(facts: Machine): Table {
  const rows = [
    ['date', facts.date],
    ['commit', facts.commit],
    ['processors', facts.cpu],
    ['memory', facts.memory],
    ['system', facts.system],
    ['Node, of all servers', facts.node],
    ['PostgreSQL, fsync and synchronous_commit on', facts.postgres],
    ['load before the run', facts.load],
    ...Object.entries(facts.versions),
  ];
  return { title: 'Machine', head: ['', ''], rows };
}

function contenderTable(contenders: readonly Contender[]): Table {
  const told = { nothing: 'nothing', applied: '"applied", in memory', saved: '"saved", after the commit' };
  return {
    title: 'Who takes part',
    head: ['', 'keeps documents in', 'tells the author of an edit'],
    rows: contenders.map(({ name, keeps, tells }) => [name, keeps, told[tells]]),
  };
}

function aimTable(aims: readonly Aim[]): Table {
  return { title: 'Aims', head: ['', 'aim', 'measured', ''], rows: aims.map(aimRow) };
}

export function aimRow(aim: Aim): string[] {
  const { says, limit, atLeast, unit, value } = aim;
  const aimed = `${atLeast ? 'at least' : 'at most'} ${limit} ${unit}`.trim();
  const reached = isReached(aim);
  if (value === null || reached === null) return [says, aimed, notMeasured, 'not measured'];
  const outcome = reached ? 'reached' : `missed by ${short(Math.abs(value - limit))} ${unit}`.trim();
  return [says, aimed, `${short(value)} ${unit}`.trim(), outcome];
}
