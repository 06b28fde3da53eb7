import type { Table } from './table.ts';

/** A figure to reach, and what was reached. */
export interface Aim {
  says: string;
  /** The value may be at most (or, with `atLeast`, has to be at least) this. */
  limit: number;
  atLeast?: boolean;
  unit: string;
  value: number | null;
}

/** What an experiment has to say. */
export interface Section {
  name: string;
  title: string;
  /** How it was measured, in a few sentences. */
  how: string;
  tables: Table[];
  aims: Aim[];
  /** Why it was not made. */
  skipped?: string;
  raw: unknown;
}

export function isReached({ value, limit, atLeast = false }: Aim): boolean | null {
  if (value === null) return null;
  return atLeast ? value >= limit : value <= limit;
}
