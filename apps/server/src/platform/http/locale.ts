import type { Locale } from '@mufakat/domain';
import type { Request } from 'express';
import { callerOf } from './caller.js';

/** The language to answer in: the person's own, else what the browser asks for, else Indonesian. */
export function localeOf(request: Request): Locale {
  const own = callerOf(request)?.session?.locale;
  if (own) return own;
  return request.acceptsLanguages(['id', 'en']) === 'en' ? 'en' : 'id';
}
