import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { mkdir, open, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { bytesToHex, keyIdOf } from '@mufakat/proof';
import type { Notices } from '../database/notices.js';
import { StartRefusal } from '../start-refusal.js';

/** The server's Ed25519 key, with which it signs receipts. Only this class ever sees the secret. */
export class SigningKey {
  /** Names the key in every receipt. */
  readonly id: string;
  /** 32 bytes in hexadecimal. */
  readonly publicKey: string;

  constructor(private readonly secret: KeyObject) {
    const { x = '' } = createPublicKey(secret).export({ format: 'jwk' });
    const bytes = new Uint8Array(Buffer.from(x, 'base64url'));
    this.publicKey = bytesToHex(bytes);
    this.id = keyIdOf(bytes);
  }

  /** A signature in hexadecimal. */
  sign(bytes: Uint8Array): string {
    return sign(null, bytes, this.secret).toString('hex');
  }

  /** A key that nobody keeps. */
  static fresh(): SigningKey {
    return new SigningKey(generateKeyPairSync('ed25519').privateKey);
  }

  /** Reads the key from its file; makes it there at the very first start. */
  static async load(file: string): Promise<SigningKey> {
    const made = await makeKeyFile(file);
    const pem = made ?? (await readKeyFile(file));
    const secret = parsed(pem);
    if (secret?.asymmetricKeyType !== 'ed25519')
      throw new StartRefusal(`${file} holds no Ed25519 key (PKCS#8, PEM); give SIGNING_KEY_FILE the file of one.`);
    return new SigningKey(secret);
  }
}

/** Where the key is when no file is named. */
export const signingKeyIn = (dataDir: string): string => join(dataDir, 'signing-key.pem');

/** Refuses to start beside a process that signs with another key: firms would hold receipts of two servers. */
export async function claimKey(notices: Notices, { id }: SigningKey): Promise<void> {
  if (await notices.claim(id)) return;
  throw new StartRefusal(
    `Another server on this database signs with another key than this one (${id}); give all of them the same SIGNING_KEY_FILE.`,
  );
}

/** Null when the file is there. */
async function makeKeyFile(file: string): Promise<string | null> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const handle = await open(file, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') return null;
    throw error;
  });
  if (!handle) return null;
  const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  await handle.writeFile(pem);
  await handle.sync().finally(() => handle.close());
  return pem;
}

async function readKeyFile(file: string): Promise<string> {
  const { mode } = await stat(file);
  if (mode & 0o077)
    throw new StartRefusal(`Others may read the signing key; make it your own alone: chmod 600 ${file}.`);
  return readFile(file, 'utf8');
}

function parsed(pem: string): KeyObject | undefined {
  try {
    return createPrivateKey(pem);
  } catch {
    return undefined;
  }
}
