/** A PostgreSQL of one run, which may be killed. */
export type ThrowAwayPostgres = {
  url: string;
  pid(): number;
  killAndRestart(): Promise<void>;
  stop(): void;
};

export function stopPostgresIn(folder: string): void;
export function startPostgres(options?: { isDurable?: boolean }): Promise<ThrowAwayPostgres | undefined>;
