import { describe, expect, it } from '@jest/globals';
import { editorSchema, isSafeHref } from '@mufakat/collab';
import { getSchema } from '@tiptap/core';
import type { Schema } from '@tiptap/pm/model';
import { textExtensions } from './extensions';
import { isSafeLink, linkFrom } from './safe-link';

type Attributes = Record<string, { default?: unknown }> | undefined;

const attributes = (attrs: Attributes) =>
  Object.fromEntries(Object.entries(attrs ?? {}).map(([name, spec]) => [name, spec.default]));

function shapeOf(schema: Schema) {
  const nodes = Object.values(schema.nodes).map(({ name, spec }) => [
    name,
    {
      content: spec.content ?? '',
      groups: (spec.group ?? '').split(' ').toSorted().join(' '),
      marks: spec.marks,
      inline: spec.inline ?? false,
      attrs: attributes(spec.attrs as Attributes),
    },
  ]);
  const marks = Object.values(schema.marks).map(({ name, spec }) => [name, attributes(spec.attrs as Attributes)]);
  return { nodes: Object.fromEntries(nodes), marks: Object.fromEntries(marks) };
}

describe('the text in the browser', () => {
  it('has the shape which the server checks', () => {
    expect(shapeOf(getSchema(textExtensions()))).toEqual(shapeOf(editorSchema as unknown as Schema));
  });

  it('calls the same links safe as the server', () => {
    const links = [
      'https://a.id',
      'HTTP://a.id',
      'mailto:a@b.id',
      'javascript:x',
      'data:x',
      '//a.id',
      'https://a b',
      '',
    ];
    expect(links.map(isSafeLink)).toEqual(links.map(isSafeHref));
  });

  it('completes a link as people type it, and refuses what is none', () => {
    expect(['contoh.id/harga', 'ana@contoh.id', 'https://a.id'].map(linkFrom)).toEqual([
      'https://contoh.id/harga',
      'mailto:ana@contoh.id',
      'https://a.id',
    ]);
    expect(['javascript:alert(1)', 'bukan tautan', ''].map(linkFrom)).toEqual([null, null, null]);
  });
});
