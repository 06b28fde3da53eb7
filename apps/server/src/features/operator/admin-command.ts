import type { INestApplicationContext } from '@nestjs/common';
import { StartRefusal } from '../../platform/start-refusal.js';
import { FindPerson, ResetCodes } from '../account/index.js';
import { Suspensions } from './suspensions.js';

const usage = 'Say what to do: reset-code, suspend or restore, and for whom: npm run admin -- reset-code ana@contoh.id';

/** One command at the machine, with what it tells; everything it does is in the server's journal. */
export async function runAdmin(app: INestApplicationContext, words: readonly string[]): Promise<string> {
  const [command, login, ...rest] = words;
  if (!command || !login || rest.length > 0) throw new StartRefusal(usage);
  if (!['reset-code', 'suspend', 'restore'].includes(command)) throw new StartRefusal(usage);
  const personId = await app.get(FindPerson).byLogin(login);
  if (!personId) throw new StartRefusal(`Nobody signs in with ${login}.`);

  if (command === 'reset-code') {
    const { code, expiresAt } = await app.get(ResetCodes).issue(personId, 'operator', null);
    return `Code for ${login}: ${code} (works once, until ${expiresAt})`;
  }
  const reason = command === 'suspend' ? 'npm run admin' : null;
  await app.get(Suspensions).person(personId, reason, null);
  return command === 'suspend' ? `${login} is suspended.` : `${login} may sign in again.`;
}
