import type { Goal, Target } from '@mufakat/domain';
import { expectedProgress, goalProgress, measuredBy, type Pace, paceOf } from '@mufakat/domain/browser';
import { today } from '@/lib/dates';
import { number } from '@/lib/numbers';
import type { Tone } from '@/ui/chip';
import type { Words } from '@/words/id';
import type { Language } from '@/words/language';

/** A number with its unit; "%" stands close to it. */
export function withUnit(value: string, unit: string, language: Language): string {
  const written = number(value, language, 4);
  if (unit === '') return written;
  return unit === '%' ? `${written}%` : `${written} ${unit}`;
}

/** Where a target stands, in one line: "340 / 800 kursi". */
export function measureOf(target: Target, words: Words['goal']['targets'], language: Language): string {
  const now = number(target.current, language, 4);
  if (target.direction !== 'keep') return words.of(now, withUnit(target.target, target.unit, language));
  const low = number(target.lowerBound ?? target.target, language, 4);
  return words.band(now, low, withUnit(target.target, target.unit, language));
}

/** Progress, where it should be, and the word for the difference. */
export type Standing = { progress: number | null; expected: number | null; pace: Pace | null };

export function standingOf(goal: Pick<Goal, 'startsOn' | 'endsOn' | 'targets' | 'agreement'>, zone: string): Standing {
  const basis = measuredBy(goal);
  const progress = goalProgress(basis.targets);
  const expected = expectedProgress(basis, today(zone));
  return { progress, expected, pace: paceOf(progress, expected) };
}

export const paceTones: Record<Pace, Tone> = { 'on-track': 'ok', attention: 'risk', stuck: 'bad' };
