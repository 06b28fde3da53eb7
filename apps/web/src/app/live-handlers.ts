import { invitationLive } from '@/features/partnership/partnership.queries';
import { meetingLive } from '@/features/meeting/meeting.queries';
import { taskLive } from '@/features/task/task.queries';
import type { LiveHandlers } from '@/lib/live';
import { goalLive } from '@/features/goal/goal.queries';
import { directoryLive } from '@/lib/directory-live';

/** What each feature does when something happens. A feature adds its handlers here. */
export const liveHandlers: LiveHandlers = {
  ...directoryLive,
  ...invitationLive,
  ...goalLive,
  ...meetingLive,
  ...taskLive,
};
