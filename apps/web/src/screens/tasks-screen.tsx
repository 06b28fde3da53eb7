import type { Goal, Task } from '@mufakat/domain';
import { taskCreateRefusal } from '@mufakat/domain/browser';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useMemo } from 'react';
import { SubjectChanges } from '@/features/change/change-list';
import { goalsQuery } from '@/features/goal/goal.queries';
import { tasksQuery } from '@/features/task/task.queries';
import { TaskAddBar } from '@/features/task/task-add-bar';
import { TaskBoard } from '@/features/task/task-board';
import { TaskDialog } from '@/features/task/task-dialog';
import { TaskFilters } from '@/features/task/task-filters';
import { filterTasks, type Whose } from '@/features/task/task-groups';
import { TaskList } from '@/features/task/task-list';
import { TaskPanel } from '@/features/task/task-panel';
import { NoTasks } from '@/features/task/no-tasks';
import { useTaskDeeds } from '@/features/task/use-task-deeds';
import { useTaskKeys } from '@/features/task/use-task-keys';
import { useWaiting } from '@/features/task/use-waiting';
import { useAddressWord } from '@/lib/address';
import { useLook } from '@/lib/live';
import { usePartnership } from '@/lib/partnership';
import { lastRank } from '@/lib/rank';
import { useScreen } from '@/lib/screen';
import { Banner } from '@/ui/banner';
import { Button } from '@/ui/button';
import { ScreenHead } from '@/ui/card';
import { Segmented } from '@/ui/segmented';
import { SkeletonRows } from '@/ui/skeleton';
import { Tabs } from '@/ui/tabs';
import { useWords } from '@/words/language-provider';

const noTasks: readonly Task[] = [];
const noGoals: readonly Goal[] = [];
const tabs: Record<Whose, string> = { mine: 'saya', ours: 'perusahaan', all: 'semua' };

/** Who does what by when: mine, my organization's, everybody's. */
export function TasksScreen() {
  const words = useWords().task;
  const { id, seat } = usePartnership();
  useScreen(words.title);
  useLook(id, 'tasks');
  const { data: tasks = noTasks } = useQuery(tasksQuery(id));
  const { data: goals = noGoals } = useQuery(goalsQuery(id));
  const filter = useFilter();
  const [open, setOpen] = useAddressWord('buka');
  const [making, setMaking] = useAddressWord('baru');
  const [view, setView] = useAddressWord('tampil');
  const deeds = useTaskDeeds();
  const waiting = useWaiting(deeds);
  useTaskKeys(tasks, deeds);
  const shown = useMemo(() => filterTasks(tasks, filter.now, seat), [tasks, filter.now, seat]);
  const rank = () => lastRank(tasks);
  const list = { tasks: shown, goals, deeds, onOpen: (task: Task) => setOpen(task.id), onWait: waiting.ask };
  return (
    <>
      <ScreenHead
        title={words.title}
        actions={<HeadActions view={view} onView={setView} onNew={() => setMaking('1')} />}
      />
      <div className="stack">
        <TaskAddBar goals={goals} whose={filter.now.whose} rank={rank} />
        <Tabs
          label={words.whose}
          value={filter.now.whose}
          onChange={(whose) => filter.setWhose(whose as Whose)}
          tabs={(['mine', 'ours', 'all'] as const).map((value) => ({
            value,
            label: words[value],
            count: filterTasks(tasks, { ...filter.now, whose: value }, seat).filter(isPending).length,
            content: (
              <div className="stack">
                <TaskFilters {...filter.props} goals={goals} />
                <Shown list={list} isBoard={view === 'papan'} all={tasks} filter={filter} />
              </div>
            ),
          }))}
        />
      </div>
      <TaskPanel
        taskId={open}
        onClose={() => setOpen(null)}
        tasks={tasks}
        goals={goals}
        deeds={deeds}
        onWait={waiting.ask}
        history={open && <SubjectChanges subjectId={open} />}
      />
      <TaskDialog
        open={making !== null}
        onClose={() => setMaking(null)}
        goals={goals}
        rank={rank}
        given={filter.now.whose === 'ours' ? { assigneeId: null } : {}}
      />
      {waiting.dialog}
    </>
  );
}

const isPending = ({ state }: Task) => state !== 'done' && state !== 'cancelled';

type HeadProps = { view: string | null; onView: (view: string | null) => void; onNew: () => void };

function HeadActions({ view, onView, onNew }: HeadProps) {
  const words = useWords();
  const { seat } = usePartnership();
  const refusal = taskCreateRefusal(seat, { isPrivate: false });
  return (
    <>
      <Segmented
        label={words.task.views}
        value={view ?? 'daftar'}
        onChange={(value) => onView(value === 'daftar' ? null : value)}
        segments={[
          { value: 'daftar', label: words.task.list },
          { value: 'papan', label: words.task.board },
        ]}
      />
      <Button kind="primary" icon={Plus} onClick={onNew} whyNot={refusal ? words.refusals[refusal] : undefined}>
        {words.task.new}
      </Button>
    </>
  );
}

type Filter = ReturnType<typeof useFilter>;

/** What is looked at, from the address and back into it. */
function useFilter() {
  const navigate = useNavigate();
  const [tab, setTab] = useAddressWord('tab');
  const [firm, setFirm] = useAddressWord('mitra');
  const [goal, setGoal] = useAddressWord('tujuan');
  const [sought, setSought] = useAddressWord('cari');
  const whose: Whose = tab === tabs.ours ? 'ours' : tab === tabs.all ? 'all' : 'mine';
  const now = useMemo(() => ({ whose, firm, goal, sought: sought ?? '' }), [whose, firm, goal, sought]);
  const clear = () => {
    const search = ({ mitra: _firm, tujuan: _goal, cari: _sought, ...rest }: Record<string, unknown>) => rest;
    void navigate({ to: '.', search: search as never, replace: true, resetScroll: false });
  };
  return {
    now,
    isNarrow: firm !== null || goal !== null || sought !== null,
    clear,
    setWhose: (next: Whose) => setTab(next === 'mine' ? null : tabs[next]),
    props: { firm, goal, sought: sought ?? '', onFirm: setFirm, onGoal: setGoal, onSought: setSought, onClear: clear },
  };
}

type ShownProps = {
  list: Parameters<typeof TaskBoard>[0] & { tasks: readonly Task[] };
  isBoard: boolean;
  all: readonly Task[];
  filter: Filter;
};

function Shown({ list, isBoard, all, filter }: ShownProps) {
  const { task: words, frame } = useWords();
  const { id } = usePartnership();
  const { isPending, isError, refetch } = useQuery(tasksQuery(id));
  if (isError)
    return (
      <Banner tone="bad" action={<Button onClick={() => void refetch()}>{frame.retry}</Button>}>
        {words.failed}
      </Banner>
    );
  if (isPending) return <SkeletonRows rows={5} label={words.loading} />;
  if (list.tasks.length > 0) return isBoard ? <TaskBoard {...list} /> : <TaskList {...list} />;
  const free = all.filter((task) => task.assigneeId === null && task.state !== 'done').length;
  return (
    <NoTasks
      whose={filter.now.whose}
      isNarrow={filter.isNarrow}
      free={free}
      onClear={filter.clear}
      onAll={() => filter.setWhose('all')}
    />
  );
}
