import type { Meeting, Task } from '@mufakat/domain';
import { meetingWriteRefusal, taskCreateRefusal } from '@mufakat/domain/browser';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { History, ListPlus } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { SubjectChanges } from '@/features/change/change-list';
import { goalsQuery } from '@/features/goal/goal.queries';
import { Agenda } from '@/features/meeting/agenda';
import { AttendancePanel } from '@/features/meeting/attendance-panel';
import { MeetingHead } from '@/features/meeting/meeting-head';
import { type MeetingPart, MeetingParts } from '@/features/meeting/meeting-tabs';
import { meetingsQuery } from '@/features/meeting/meeting.queries';
import { useMeetingDeeds } from '@/features/meeting/use-meeting-deeds';
import { MeetingTasks, useMeetingTasks } from '@/features/task/meeting-tasks';
import { tasksQuery } from '@/features/task/task.queries';
import { type Origin, TaskDialog } from '@/features/task/task-dialog';
import { TaskPanel } from '@/features/task/task-panel';
import { useTaskDeeds } from '@/features/task/use-task-deeds';
import { useWaiting } from '@/features/task/use-waiting';
import { CoEditor, type WritingHandle, type WrittenSelection } from '@/features/writing/co-editor';
import { useAddressWord } from '@/lib/address';
import { day } from '@/lib/dates';
import { useLook } from '@/lib/live';
import { usePartnership } from '@/lib/partnership';
import { lastRank } from '@/lib/rank';
import { useScreen } from '@/lib/screen';
import { Banner } from '@/ui/banner';
import { Button, buttonLook } from '@/ui/button';
import { Panel, ScreenHead } from '@/ui/card';
import { EmptyState } from '@/ui/empty-state';
import { Icon } from '@/ui/icon';
import { SkeletonRows } from '@/ui/skeleton';
import { useToast } from '@/ui/toast';
import { useLanguage, useWords } from '@/words/language-provider';

const none: never[] = [];

/** One meeting: what is discussed, what is written, who is there, what comes of it. */
export function MeetingScreen() {
  const { meeting: words, frame } = useWords();
  const { id } = usePartnership();
  const { meetingId } = useParams({ from: '/inside/k/$partnershipId/rapat/$meetingId' });
  const { data: meetings, isError, refetch } = useQuery(meetingsQuery(id));
  const meeting = meetings?.find((each) => each.id === meetingId);
  useScreen(meeting?.title ?? words.missing.title, [{ label: words.title, to: `/k/${id}/rapat` }]);
  useLook(id, 'meeting', meetingId);
  if (meeting) return <MeetingPage key={meeting.id} meeting={meeting} />;
  if (isError)
    return (
      <>
        <ScreenHead title={words.title} />
        <Banner tone="bad" action={<Button onClick={() => void refetch()}>{frame.retry}</Button>}>
          {words.failed}
        </Banner>
      </>
    );
  if (meetings)
    return (
      <EmptyState title={words.missing.title} isScreen>
        {words.missing.says}
      </EmptyState>
    );
  return <SkeletonRows rows={5} label={words.loading} />;
}

const parts: readonly string[] = ['acara', 'catatan', 'hadir'] satisfies MeetingPart[];

function MeetingPage({ meeting }: { meeting: Meeting }) {
  const words = useWords().task;
  const deeds = useMeetingDeeds();
  const [line] = useAddressWord('baris');
  const [part, setPart] = useAddressWord('bagian');
  const [open, setOpen] = useAddressWord('buka');
  const tasks = useMeetingTasks(meeting.id);
  const openTask = useCallback((task: Pick<Task, 'id'>) => setOpen(task.id), [setOpen]);
  const shown = parts.includes(part ?? '') ? (part as MeetingPart) : line ? 'catatan' : 'acara';
  return (
    <>
      <MeetingHead meeting={meeting} deeds={deeds} />
      <MeetingParts
        part={shown}
        onPart={setPart}
        agenda={<Agenda meeting={meeting} deeds={deeds} />}
        notes={<Notes meeting={meeting} tasks={tasks} line={line} onOpen={openTask} />}
        people={
          <>
            <AttendancePanel meeting={meeting} deeds={deeds} />
            <Panel title={words.recorded.title}>
              <MeetingTasks tasks={tasks} onOpen={openTask} />
            </Panel>
          </>
        }
      />
      <OpenTask taskId={open} onClose={() => setOpen(null)} />
    </>
  );
}

function OpenTask({ taskId, onClose }: { taskId: string | null; onClose: () => void }) {
  const { id } = usePartnership();
  const { data: tasks = none } = useQuery(tasksQuery(id));
  const { data: goals = none } = useQuery(goalsQuery(id));
  const deeds = useTaskDeeds();
  const waiting = useWaiting(deeds);
  return (
    <>
      <TaskPanel
        taskId={taskId}
        onClose={onClose}
        tasks={tasks}
        goals={goals}
        deeds={deeds}
        onWait={waiting.ask}
        history={taskId && <SubjectChanges subjectId={taskId} />}
      />
      {waiting.dialog}
    </>
  );
}

type NotesProps = {
  meeting: Meeting;
  tasks: readonly Task[];
  /** The task whose line the address asks for. */
  line: string | null;
  onOpen: (task: Pick<Task, 'id'>) => void;
};

/** The shared notes; selected words become a task, and the line shows it. */
function Notes({ meeting, tasks, line, onOpen }: NotesProps) {
  const words = useWords();
  const { id, seat } = usePartnership();
  const { data: goals = none } = useQuery(goalsQuery(id));
  const { data: all = none } = useQuery(tasksQuery(id));
  const labelOf = useMarkLabel();
  const [origin, setOrigin] = useState<Origin | null>(null);
  const handle = useRef<WritingHandle>(null);
  useLineOf(handle, tasks, line);
  const refusal = taskCreateRefusal(seat, { isPrivate: false });
  const readOnly = meetingWriteRefusal(seat);
  const record = ({ text, anchor }: WrittenSelection) =>
    setOrigin({ kind: 'meeting', meetingId: meeting.id, agendaItemId: null, anchor, quote: text.trim().slice(0, 500) });
  const marks = useMemo(
    () =>
      tasks.flatMap((task) => {
        if (!task.origin) return [];
        return [{ id: task.id, anchor: task.origin.anchor, label: labelOf(task), onOpen: () => onOpen(task) }];
      }),
    [tasks, onOpen, labelOf],
  );
  return (
    <>
      <CoEditor
        documentId={meeting.documentId}
        label={words.meeting.notes}
        whyReadOnly={readOnly ? words.refusals[readOnly] : undefined}
        marks={marks}
        handle={handle}
        versions={
          <Link
            to="/k/$partnershipId/rapat/$meetingId/naskah"
            params={{ partnershipId: id, meetingId: meeting.id }}
            className={buttonLook({ kind: 'quiet', small: true })}
          >
            <Icon of={History} size={16} /> {words.writing.versions}
          </Link>
        }
        actions={(selection) => (
          <Button
            small
            kind="tonal"
            icon={ListPlus}
            whyNot={refusal ? words.refusals[refusal] : undefined}
            onClick={() => record(selection)}
          >
            {words.task.fromLine}
          </Button>
        )}
      />
      <TaskDialog
        open={origin !== null}
        onClose={() => setOrigin(null)}
        goals={goals}
        rank={() => lastRank(all)}
        origin={origin}
        given={{ title: firstLine(origin?.quote ?? '') }}
      />
    </>
  );
}

/** What stands at a line that became a task: whether it is done, who does it, by when. */
function useMarkLabel(): (task: Task) => string {
  const { language, words } = useLanguage();
  const { partner, member } = usePartnership();
  return useCallback(
    ({ state, partnerId, assigneeId, dueOn }) => {
      const firm = partnerId ? partner(partnerId)?.organization.letters : undefined;
      const who = [firm, member(assigneeId)?.name ?? words.task.noPerson].filter(Boolean).join(' ');
      return `${state === 'done' ? '☑' : '☐'} ${dueOn ? `${who} · ${day(dueOn, language, 'short')}` : who}`;
    },
    [language, words, partner, member],
  );
}

/** A line is a title: without its bullet, no longer than a title may be. */
const firstLine = (quote: string) =>
  (quote.split('\n')[0] ?? '')
    .replace(/^[\s\-*•☐]+/u, '')
    .trim()
    .slice(0, 200);

/** Brings the line of a task into view, as soon as the notes are there; says so when the line is gone. */
function useLineOf(handle: React.RefObject<WritingHandle | null>, tasks: readonly Task[], line: string | null): void {
  const words = useWords().meeting;
  const toast = useToast();
  const anchor = tasks.find(({ id }) => id === line)?.origin?.anchor;
  useEffect(() => {
    if (!anchor) return undefined;
    let tries = 0;
    const timer = setInterval(() => {
      tries += 1;
      const found = handle.current?.scrollToAnchor(anchor) ?? false;
      if (!found && tries < 25) return;
      clearInterval(timer);
      if (!found) toast({ says: words.lineGone, tone: 'refused' });
    }, 200);
    return () => clearInterval(timer);
  }, [handle, anchor, toast, words]);
}
