import * as z from 'zod';
import { DocumentId, PersonId } from '../kernel/id.js';
import { route } from '../kernel/route.js';
import { DocumentNews, UpdateText } from './document.schema.js';

const updates = '/documents/:documentId/updates' as const;

export const readUpdates = route({
  id: 'readUpdates',
  method: 'GET',
  path: updates,
  access: 'session',
  summary:
    'What a co-edited text holds after a sequence of its log, all of it after 0; for networks that block sockets.',
  input: z.object({ documentId: DocumentId, after: z.coerce.number().int().min(0) }),
  output: DocumentNews,
  refusals: ['not-found'],
});

export const sendUpdate = route({
  id: 'sendUpdate',
  method: 'POST',
  path: updates,
  access: 'session',
  summary: 'Brings a change of a co-edited text and answers once it is durable. The same change twice is there once.',
  input: z.object({
    documentId: DocumentId,
    /** Whose words these are; nobody else's session may bring them. */
    personId: PersonId,
    generation: DocumentNews.shape.generation,
    update: UpdateText,
  }),
  output: z.object({}),
  refusals: [
    'not-found',
    'document.read-only',
    'document.replaced',
    'document.clash',
    'document.malformed',
    'document.too-large',
    'document.later',
    'server.restarting',
  ],
});

export const documentRoutes = { readUpdates, sendUpdate } as const;
