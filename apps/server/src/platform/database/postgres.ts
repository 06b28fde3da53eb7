import { Client } from 'pg';
import { StartRefusal } from '../start-refusal.js';
import { applicationRole } from './application-role.js';

/** The server settings that decide whether a commit is kept. */
export interface PostgresFacts {
  readonly versionNumber: number;
  readonly fsync: string;
}

/** Refuses a PostgreSQL that cannot be reached, is too old, or forgets commits when the power fails. */
export async function judgePostgres(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string; fsync: string }>(
      `select current_setting('server_version_num') as version, current_setting('fsync') as fsync`,
    );
    const sentence = postgresRefusal({ versionNumber: Number(rows[0]?.version), fsync: rows[0]?.fsync ?? '' });
    if (sentence) throw new StartRefusal(sentence);
  } catch (error) {
    throw explainUnreachable(url, error);
  } finally {
    await client.end().catch(() => {});
  }
}

/** Why this server must not hold agreements, or undefined when it may. */
export function postgresRefusal({ versionNumber, fsync }: PostgresFacts): string | undefined {
  if (!(versionNumber >= 150_000))
    return `PostgreSQL 15 or newer is needed; DATABASE_URL leads to version ${Math.floor(versionNumber / 10_000)}.`;
  if (fsync !== 'on')
    return 'PostgreSQL runs with fsync=off and would lose agreements in a power failure; set fsync=on.';
  return undefined;
}

/** Turns a failure to connect into one sentence without the password; other errors pass through. */
export function explainUnreachable(url: string, error: unknown): unknown {
  if (error instanceof StartRefusal || !isFailure(error)) return error;
  const { hostname, port, pathname, username } = new URL(url);
  const where = `${hostname || 'localhost'}:${port || 5432}`;
  const code = error.code ?? '';
  if (['28P01', '28000'].includes(code))
    return new StartRefusal(
      `PostgreSQL at ${where} does not accept user "${username}" with this password; check DATABASE_URL.`,
    );
  if (code === '3D000')
    return new StartRefusal(
      `PostgreSQL at ${where} has no database "${pathname.slice(1)}"; create it or correct DATABASE_URL.`,
    );
  if (['42501', '22023'].includes(code) && error.message.includes(applicationRole))
    return new StartRefusal(
      `User "${username}" may not work as ${applicationRole} at ${where}; its administrator must run: grant ${applicationRole} to ${username}.`,
    );
  if (code.startsWith('E') || code.startsWith('57P') || code === '53300' || /timeout|terminated/i.test(error.message))
    return new StartRefusal(
      `PostgreSQL at ${where} cannot be reached (${code || 'no answer'}); start it or correct DATABASE_URL.`,
    );
  return error;
}

function isFailure(error: unknown): error is { message: string; code?: string } {
  return typeof error === 'object' && error !== null && 'message' in error;
}
