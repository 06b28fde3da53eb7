import type { LiveHandlers } from '@/lib/live';
import { directoryLive } from '@/lib/directory-live';

/** What each feature does when something happens. A feature adds its handlers here. */
export const liveHandlers: LiveHandlers = { ...directoryLive };
