import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { chmod, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isSigned, signedBytes, type Statement } from '@mufakat/proof';
import { StartRefusal } from '../start-refusal.js';
import { PostgresNotices } from '../database/postgres-notices.js';
import { claimKey, SigningKey, signingKeyIn } from './signing-key.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mufakat-key-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the signing key', () => {
  it('is made at the first start, for its user alone, and is the same at the next', async () => {
    const file = signingKeyIn(join(folder, 'data'));
    const first = await SigningKey.load(file);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await SigningKey.load(file)).publicKey).toBe(first.publicKey);
    expect(first.id).toMatch(/^[0-9a-f]{16}$/);
  });

  it('signs what the verifier of the browser takes for signed', async () => {
    const key = await SigningKey.load(signingKeyIn(folder));
    const statement = { sequence: 1, keyId: key.id } as Statement;
    const receipt = { statement, publicKey: key.publicKey, signature: key.sign(signedBytes(statement)) };
    expect(isSigned(receipt)).toBe(true);
    expect(isSigned({ ...receipt, statement: { ...statement, sequence: 2 } })).toBe(false);
  });

  it('that others may read, or that is none, is refused in one sentence', async () => {
    const file = signingKeyIn(folder);
    await SigningKey.load(file);
    await chmod(file, 0o640);
    await expect(SigningKey.load(file)).rejects.toThrow(/chmod 600/);

    const other = join(folder, 'other.pem');
    for (const pem of ['no key', pemOf('ec')]) {
      await writeFile(other, pem, { mode: 0o600 });
      await expect(SigningKey.load(other)).rejects.toThrow(/no Ed25519 key/);
    }
    await writeFile(other, pemOf('ed25519'), { mode: 0o600 });
    expect((await SigningKey.load(other)).publicKey).toMatch(/^[0-9a-f]{64}$/);
  });

  const url = process.env['TEST_DATABASE'] === 'postgres' ? process.env['TEST_DATABASE_URL'] : undefined;
  if (!url) return;
  it('must be the same in all processes on one database', async () => {
    const [key, another] = [SigningKey.fresh(), SigningKey.fresh()];
    const [one, two, three] = await Promise.all([1, 2, 3].map(() => PostgresNotices.open(url)));
    if (!one || !two || !three) throw new Error('no line');
    await claimKey(one, key);
    await claimKey(two, key);
    await expect(claimKey(three, another)).rejects.toThrow(StartRefusal);
    await Promise.all([one.close(), two.close(), three.close()]);

    const later = await PostgresNotices.open(url);
    await claimKey(later, another);
    await later.close();
  });
});

const pemOf = (kind: 'ec' | 'ed25519'): string => {
  const pair = kind === 'ec' ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : generateKeyPairSync('ed25519');
  return pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
};
