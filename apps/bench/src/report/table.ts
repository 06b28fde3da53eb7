import { median, type Samples } from './samples.ts';

export interface Table {
  title: string;
  head: string[];
  rows: string[][];
}

/** One thing measured: how it is named, and where it stands in a result. */
export interface Metric<Result> {
  name: string;
  pick(result: Result): number | null;
}

export const notMeasured = '–';

/** A column per contender, and how ours stands to the relay and to Hocuspocus. */
export function compare<Result>(
  title: string,
  samples: Samples<Result>,
  of: { cells: readonly string[]; contenders: readonly string[]; metrics: readonly Metric<Result>[] },
): Table {
  const rivals = ['relay', 'Hocuspocus'].filter((name) => of.contenders.includes(name));
  const rows = of.cells.flatMap((cell) =>
    of.metrics.map(({ name, pick }) => {
      const middle = (contender: string) => median(samples.numbers(cell, contender, pick));
      return [
        `${cell}: ${name}`,
        ...of.contenders.map((contender) => spread(samples.numbers(cell, contender, pick))),
        ...rivals.map((rival) => times(ratio(middle('ours'), middle(rival)))),
      ];
    }),
  );
  return { title, head: ['', ...of.contenders, ...rivals.map((rival) => `ours / ${rival}`)], rows };
}

/** The median, and the range when there is one. */
export function spread(values: readonly number[]): string {
  const middle = median(values);
  if (middle === null) return notMeasured;
  if (values.length === 1) return short(middle);
  return `${short(middle)} (${short(Math.min(...values))} to ${short(Math.max(...values))})`;
}

export function ratio(value: number | null, other: number | null): number | null {
  return value === null || other === null || other === 0 ? null : value / other;
}

export function times(value: number | null): string {
  return value === null ? notMeasured : `${value.toFixed(2)}x`;
}

/** Three digits that mean something. */
export function short(value: number): string {
  const size = Math.abs(value);
  if (size >= 1000) return Math.round(value).toLocaleString('en');
  return value.toFixed(size >= 100 || size === 0 ? 0 : size >= 10 ? 1 : 2);
}

export function markdown({ title, head, rows }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [`**${title}**`, '', line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
