import { erasable, JournalEntry, ServerEntry } from '@mufakat/domain';
import type * as z from 'zod';

type Definition = {
  type: string;
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  innerType?: z.ZodType;
  in?: z.ZodType;
  options?: z.ZodType[];
};

/** The places in a value of this schema that hold erasable text, "title" or "targets.*.label". */
export function erasablePaths(schema: z.ZodType): string[] {
  if (erasable.has(schema)) return [''];
  const definition = schema._zod.def as unknown as Definition;
  const below = (child: z.ZodType | undefined, name: string) =>
    child ? erasablePaths(child).map((path) => (path === '' ? name : name === '' ? path : `${name}.${path}`)) : [];
  if (definition.shape) return Object.entries(definition.shape).flatMap(([name, child]) => below(child, name));
  if (definition.element) return below(definition.element, '*');
  if (definition.options) return [...new Set(definition.options.flatMap((option) => below(option, '')))];
  return below(definition.innerType ?? definition.in, '');
}

/** For each entry name, where its data holds erasable text. */
export const erasableOf: ReadonlyMap<string, readonly string[]> = new Map(
  [...JournalEntry.options, ...ServerEntry.options].map((option) => [
    option.shape.name.value,
    erasablePaths(option.shape.data as z.ZodType),
  ]),
);
