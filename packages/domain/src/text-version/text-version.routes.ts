import * as z from 'zod';
import { DocumentId, TextRestoreId, TextVersionId } from '../kernel/id.js';
import { route } from '../kernel/route.js';
import { requiredText } from '../kernel/value.js';
import { Comparison, TextReading, TextVersion } from './text-version.schema.js';

const versions = '/documents/:documentId/versions' as const;

export const listTextVersions = route({
  id: 'listTextVersions',
  method: 'GET',
  path: versions,
  access: 'session',
  summary: 'The kept versions of a co-edited text, newest first.',
  input: z.object({
    documentId: DocumentId,
    /** Answers versions older than this moment. */
    before: z.iso.datetime().optional(),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  }),
  output: z.object({ items: z.array(TextVersion), hasMore: z.boolean() }),
  refusals: ['not-found'],
});

export const readTextVersion = route({
  id: 'readTextVersion',
  method: 'GET',
  path: `${versions}/:versionId`,
  access: 'session',
  summary: 'A version of a co-edited text, or the text as it is `now`: who wrote what, and what changed.',
  input: z.object({
    documentId: DocumentId,
    versionId: z.union([TextVersionId, z.literal('now')]),
    /** `previous`: what came into this version. `now`: what has changed since. */
    comparedWith: Comparison.optional(),
  }),
  output: TextReading,
  refusals: ['not-found'],
});

export const nameTextVersion = route({
  id: 'nameTextVersion',
  method: 'POST',
  path: versions,
  access: 'session',
  summary: 'Keeps the text as it is now, or an older version of it, under a name and for ever.',
  input: z.object({
    documentId: DocumentId,
    id: TextVersionId,
    name: requiredText(80),
    /** The version to be named; null for the text as it is now. */
    versionId: TextVersionId.nullable(),
  }),
  output: TextVersion,
  refusals: ['not-found', 'id.taken', 'document.read-only', 'text.too-many-names'],
});

export const restoreTextVersion = route({
  id: 'restoreTextVersion',
  method: 'POST',
  path: `${versions}/:versionId/restorations`,
  access: 'session',
  summary: 'Makes the text say again what this version says, by an edit that everybody sees; nothing is lost.',
  input: z.object({ documentId: DocumentId, versionId: TextVersionId, id: TextRestoreId }),
  output: z.object({
    /** The text as it stood before; null when it said the same already. */
    before: TextVersion.nullable(),
  }),
  refusals: ['not-found', 'id.taken', 'document.read-only', 'document.too-large', 'document.later'],
});

export const textVersionRoutes = {
  listTextVersions,
  readTextVersion,
  nameTextVersion,
  restoreTextVersion,
} as const;
