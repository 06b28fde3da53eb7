import type { Route } from '@mufakat/domain';
import { v7 as newId } from 'uuid';
import * as z from 'zod';

/** What a text of a sample says. */
export const sampleWords = 'x'.repeat(12);

type Schema = z.core.JSONSchema.BaseSchema;

/** Something a route accepts, made from its own schema: every needed field, and nothing of the rest. */
export function sampleInput(route: Route): Record<string, unknown> {
  return sampleOf(z.toJSONSchema(route.input, { io: 'input', unrepresentable: 'any' })) as Record<string, unknown>;
}

/** The names of the optional and needed fields of a route's input. */
export function fieldsOf(route: Route): string[] {
  return Object.keys(z.toJSONSchema(route.input, { io: 'input', unrepresentable: 'any' }).properties ?? {});
}

function sampleOf(schema: Schema): unknown {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices)
    return sampleOf((choices.find(({ enum: names }) => names) ?? choices.find(isNothing) ?? choices[0]) as Schema);
  if (isNothing(schema)) return null;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.type === 'object') {
    const needed = new Set(schema.required);
    const fields = Object.entries(schema.properties ?? {}).filter(([name]) => needed.has(name));
    return Object.fromEntries(fields.map(([name, field]) => [name, sampleOf(field as Schema)]));
  }
  if (schema.type === 'array') return schema.minItems ? [sampleOf(schema.items as Schema)] : [];
  if (schema.type === 'boolean') return false;
  if (schema.type === 'integer' || schema.type === 'number') return Math.max(schema.minimum ?? 1, 1);
  return sampleText(schema);
}

const isNothing = ({ type }: Schema) => type === 'null';

function sampleText({ format, pattern, minLength }: Schema): string {
  if (format === 'uuid') return newId();
  if (format === 'date') return '2026-12-01';
  if (format === 'date-time') return '2026-12-01T02:00:00.000Z';
  if (format === 'base64') return 'AAA=';
  if (format === 'email') return 'contoh@contoh.id';
  if (pattern?.includes('[0-9a-f]{64}')) return 'a'.repeat(64);
  if (pattern?.includes('\\d{6}')) return '123456';
  if (pattern?.includes('\\d')) return '1';
  if (pattern?.includes('A-Za-z')) return 'a0';
  return sampleWords.padEnd(minLength ?? 0, 'x');
}
