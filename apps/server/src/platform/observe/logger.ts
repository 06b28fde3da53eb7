import type { LoggerService } from '@nestjs/common';
import { type DestinationStream, type Logger, pino } from 'pino';

/** Fields that may hold a secret or a person; whatever is logged under these names is left out. */
const personal = [
  'password token secret code pin cookie authorization signature',
  'name email phone ip remoteAddress address title text body content query',
].flatMap((names) => names.split(' '));

/** JSON lines in UTC without personal data. Line breaks inside values are escaped, so one event is always one line. */
export function createLogger(options: { silent?: boolean; to?: DestinationStream } = {}): Logger {
  const settings = {
    level: options.silent ? 'silent' : 'info',
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: personal.flatMap((name) => [name, `*.${name}`]), remove: true },
    serializers: { err: faultForLog },
  };
  // Beside the lines for people on standard output, so that each can go its own way.
  return pino(settings, options.to ?? pino.destination(2));
}

/** What a log may keep of an error: where it happened and of which kind. Databases and mail servers quote people's data. */
export function faultForLog(error: unknown): Record<string, unknown> {
  if (typeof error !== 'object' || error === null) return { kind: typeof error };
  const { name, message, stack, code, table, constraint, routine } = error as Error & Record<string, unknown>;
  const frames = String(stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '));
  const quotes = routine !== undefined || 'driverError' in error || 'responseCode' in error;
  return {
    kind: name,
    ...(!quotes && { message }),
    ...(code !== undefined && { errorCode: code }),
    ...(table !== undefined && { table }),
    ...(constraint !== undefined && { constraint }),
    stack: frames.slice(0, 12).map((line) => line.trim()),
  };
}

/** Lets the framework speak through the same log. */
export function nestLogger(logger: Logger): LoggerService {
  const say =
    (level: 'info' | 'warn' | 'error' | 'debug') =>
    (message: unknown, ...rest: unknown[]) => {
      const from = rest.filter((part) => typeof part === 'string').at(-1);
      if (typeof message === 'string') logger[level]({ from }, message);
      else logger[level]({ from, ...(message instanceof Error ? { err: message } : Object(message)) });
    };
  return {
    // What the framework tells of its own start helps only whoever mends it.
    log: say('debug'),
    warn: say('warn'),
    error: say('error'),
    fatal: say('error'),
    debug: say('debug'),
    verbose: say('debug'),
  };
}
