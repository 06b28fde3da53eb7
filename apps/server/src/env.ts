import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { signingKeyIn } from './platform/journal/signing-key.js';
import { StartRefusal } from './platform/start-refusal.js';

const flag = (name: string) =>
  z
    .enum(['', '0', '1', 'false', 'true'], { error: `${name} must be 1 or 0.` })
    .default('')
    .transform((value) => value === '1' || value === 'true');

const port = (name: string, lowest: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/, { error: `${name} must be a number from ${lowest} to 65535.` })
    .transform(Number)
    .refine((value) => value >= lowest && value <= 65535, {
      error: `${name} must be a number from ${lowest} to 65535.`,
    });

const address = (name: string, protocols: string[], example: string) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
    error: `${name} must be an address such as ${example}.`,
  });

const Settings = z.object({
  PORT: port('PORT', 1).default(3000),
  HOST: z
    .string()
    .refine((host) => host === 'localhost' || isIP(host) > 0, {
      error: 'HOST must be an IP address of this machine or localhost.',
    })
    .default('127.0.0.1'),
  PUBLIC_URL: address('PUBLIC_URL', ['http:', 'https:'], 'https://mufakat.example.id')
    .refine(isOrigin, { error: 'PUBLIC_URL must end with the host or port: the product needs an address of its own.' })
    .optional(),
  DATA_DIR: z.string().default('./data'),
  SIGNING_KEY_FILE: z.string().optional(),
  DATABASE_URL: address(
    'DATABASE_URL',
    ['postgres:', 'postgresql:'],
    'postgres://user:password@host:5432/mufakat',
  ).optional(),
  REDIS_URL: address('REDIS_URL', ['redis:', 'rediss:'], 'redis://user:password@host:6379').optional(),
  SMTP_URL: address('SMTP_URL', ['smtp:', 'smtps:'], 'smtps://user:password@mail.example.id').optional(),
  TRUST_PROXY: z
    .string()
    .transform((value, context) => proxies(value) ?? refuse(context, proxySentence))
    .default(false),
  METRICS_PORT: port('METRICS_PORT', 1).optional(),
  DEMO: flag('DEMO'),
  DEMO_RESET: flag('DEMO_RESET'),
});

const proxySentence =
  'TRUST_PROXY must be the number of proxies in front (1 to 9), or their addresses separated by commas, or loopback.';

/** Express's `trust proxy`: how many proxies, or which ones, may say who the caller is. Never "everybody". */
export type TrustedProxies = false | number | string[];

/** The settings of one process, parsed and checked against each other. */
export interface Env {
  readonly port: number;
  readonly host: string;
  /** The origin people type, without a path. */
  readonly publicUrl: string;
  /** Every origin a browser may honestly send; on a loopback address both names of this machine. */
  readonly origins: readonly string[];
  readonly dataDir: string;
  /** Where the key is that signs receipts. */
  readonly signingKeyFile: string;
  readonly databaseUrl: string | undefined;
  /** Joins the processes that share the database. */
  readonly redisUrl: string | undefined;
  readonly smtpUrl: string | undefined;
  readonly trustProxy: TrustedProxies;
  readonly metricsPort: number | undefined;
  readonly demo: boolean;
  readonly resetDemo: boolean;
}

/** Reads the settings; a wrong one is refused with a sentence that says what to write instead. */
export function readEnv(source: NodeJS.ProcessEnv): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = Settings.safeParse(given);
  if (!parsed.success) throw new StartRefusal(parsed.error.issues.map((issue) => issue.message).join(' '));
  const settings = parsed.data;
  const sentence = contradiction(settings);
  if (sentence) throw new StartRefusal(sentence);

  const publicUrl = settings.PUBLIC_URL ? new URL(settings.PUBLIC_URL).origin : `http://localhost:${settings.PORT}`;
  const dataDir = settings.DEMO ? join(resolve(settings.DATA_DIR), 'demo') : resolve(settings.DATA_DIR);
  return {
    port: settings.PORT,
    host: settings.HOST,
    publicUrl,
    origins: originsOf(publicUrl),
    dataDir,
    signingKeyFile: settings.SIGNING_KEY_FILE ? resolve(settings.SIGNING_KEY_FILE) : signingKeyIn(dataDir),
    databaseUrl: settings.DATABASE_URL,
    redisUrl: settings.REDIS_URL,
    smtpUrl: settings.SMTP_URL,
    trustProxy: settings.TRUST_PROXY,
    metricsPort: settings.METRICS_PORT,
    demo: settings.DEMO,
    resetDemo: settings.DEMO_RESET,
  };
}

/** True for the names and addresses that only this machine can reach. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}

/** The origins that mean the same server: a loopback address answers to each of its names. */
export function originsOf(publicUrl: string): string[] {
  const { origin, protocol, hostname, port: number } = new URL(publicUrl);
  if (!isLoopback(hostname)) return [origin];
  const suffix = number ? `:${number}` : '';
  return ['localhost', '127.0.0.1', '[::1]'].map((name) => `${protocol}//${name}${suffix}`);
}

function isOrigin(address: string): boolean {
  return !URL.canParse(address) || new URL(address).href === `${new URL(address).origin}/`;
}

/** What is right alone and wrong together. */
function contradiction(settings: z.output<typeof Settings>): string | undefined {
  const open = !isLoopback(settings.HOST);
  const publicUrl = settings.PUBLIC_URL ? new URL(settings.PUBLIC_URL) : undefined;
  if (settings.DEMO_RESET && !settings.DEMO) return 'DEMO_RESET only makes sense together with DEMO.';
  if (settings.DEMO && settings.DATABASE_URL) return 'The demo never runs on real data: leave DATABASE_URL empty.';
  if (settings.REDIS_URL && !settings.DATABASE_URL)
    return 'REDIS_URL joins servers that share one PostgreSQL: set DATABASE_URL too, or leave REDIS_URL empty.';
  if (settings.DEMO && (open || (publicUrl && !isLoopback(publicUrl.hostname))))
    return 'The demo signs anybody in without a password, so it only runs on this machine: leave HOST and PUBLIC_URL empty.';
  if (open && !publicUrl)
    return `HOST ${settings.HOST} is reachable from outside: set PUBLIC_URL to the address people type.`;
  if (settings.METRICS_PORT === settings.PORT) return 'METRICS_PORT must differ from PORT.';
  if (publicUrl?.protocol === 'http:' && !isLoopback(publicUrl.hostname))
    return 'PUBLIC_URL must begin with https://: sign-in cookies are not sent in the clear.';
  return undefined;
}

function proxies(value: string): TrustedProxies | undefined {
  if (value === '0') return false;
  if (/^[1-9]$/.test(value)) return Number(value);
  const names = value.split(',').map((name) => name.trim());
  return names.every(isProxyName) ? names : undefined;
}

function isProxyName(name: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(name)) return true;
  const [ip = '', bits] = name.split('/');
  return isIP(ip) > 0 && (bits === undefined || /^\d{1,3}$/.test(bits));
}

function refuse(context: z.RefinementCtx, message: string): never {
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
}
