import * as z from 'zod';
import { DocumentId, GoalId, MeetingId } from '../kernel/id.js';
import { entryOf } from '../kernel/journal.js';
import { requiredText } from '../kernel/value.js';
import { TextVersion } from './text-version.schema.js';

/** Whose text it is, and which version of it was named or restored. */
const VersionedText = z.object({
  /** The goal or the meeting: its history tells of its text, too. */
  id: z.union([GoalId, MeetingId]),
  kind: z.enum(['goal', 'meeting']),
  title: requiredText(160),
  documentId: DocumentId,
  version: TextVersion,
});

export const textVersionEntries = [
  entryOf('text.version-named', VersionedText),
  entryOf('text.restored', VersionedText),
] as const;
