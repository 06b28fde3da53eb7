import * as z from 'zod';
import { PartnershipId, SpaceId } from '../kernel/id.js';
import { route } from '../kernel/route.js';
import { Notification } from './notification.schema.js';

const output = z.object({ items: z.array(Notification), unread: z.int().min(0) });

export const listNotifications = route({
  id: 'listNotifications',
  method: 'GET',
  path: '/partnerships/:partnershipId/notifications',
  access: 'seat',
  summary: 'What concerns the person, newest first, at most 100.',
  input: z.object({ partnershipId: PartnershipId }),
  output,
  refusals: [],
});

export const readNotifications = route({
  id: 'readNotifications',
  method: 'POST',
  path: '/partnerships/:partnershipId/notifications/read',
  access: 'seat',
  summary: 'Marks notifications as read: the named ones, or all when none is named.',
  input: z.object({
    partnershipId: PartnershipId,
    items: z
      .array(z.object({ spaceId: SpaceId, sequence: z.int().positive() }))
      .max(100)
      .optional(),
  }),
  output,
  refusals: [],
});

export const notificationRoutes = { listNotifications, readNotifications } as const;
