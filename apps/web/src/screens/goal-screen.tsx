import type { Goal, GoalId } from '@mufakat/domain';
import { goalChangeRefusal, waitsForSignOff } from '@mufakat/domain/browser';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { ChartNoAxesColumn, History } from 'lucide-react';
import { GoalHead } from '@/features/goal/goal-head';
import { PrintNote, PrintObligations, PrintTargets } from '@/features/goal/goal-print';
import { goalQuery, goalsQuery } from '@/features/goal/goal.queries';
import { GoalWaiting } from '@/features/goal/goal-waiting';
import { SignOffStrip } from '@/features/goal/sign-off-strip';
import { TargetPanel } from '@/features/goal/target-list';
import { CoEditor } from '@/features/writing/co-editor';
import { useAddressWord } from '@/lib/address';
import { isRefused } from '@/lib/api';
import { useLook } from '@/lib/live';
import { Later, useLater } from '@/lib/later';
import { usePartnership } from '@/lib/partnership';
import { useScreen } from '@/lib/screen';
import { Button, buttonLook } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { Icon } from '@/ui/icon';
import { SkeletonRows } from '@/ui/skeleton';
import { Tabs } from '@/ui/tabs';
import { useLanguage, useWords } from '@/words/language-provider';
import styles from '@/features/goal/goal-page.module.css';

/** One goal: what it is, what the partners write about it, how it is measured, who does what. */
export function GoalScreen() {
  const { words } = useLanguage();
  const { id } = usePartnership();
  const goalId = useParams({ strict: false }).goalId as GoalId;
  const onBoard = useQuery({ ...goalsQuery(id), enabled: false }).data?.find((goal) => goal.id === goalId);
  const { data, error, refetch } = useQuery({
    ...goalQuery(id, goalId),
    ...(onBoard ? { initialData: onBoard, initialDataUpdatedAt: 0 } : {}),
  });
  const crumbs = data ? [{ label: words.goal.title, to: `/k/${id}/tujuan` }] : [];
  useScreen(data?.title ?? words.goal.title, crumbs);
  useLook(id, 'goal', goalId);
  if (data) return <GoalPage key={goalId} goal={data} />;
  if (!error) return <GoalWaiting />;
  const said = isRefused(error, 'not-found') ? words.goal.page.lost : words.goal.failed;
  const back = (
    <Link to="/k/$partnershipId/tujuan" params={{ partnershipId: id }} className={buttonLook({ kind: 'primary' })}>
      {words.goal.page.back}
    </Link>
  );
  const again = <Button onClick={() => void refetch()}>{words.frame.retry}</Button>;
  return (
    <EmptyState title={said.title} isScreen actions={said === words.goal.failed ? again : back}>
      {said.says}
    </EmptyState>
  );
}

/** The words of the tabs in the address. */
const parts = {
  text: 'naskah',
  targets: 'sasaran',
  obligations: 'kewajiban',
  reports: 'laporan',
  tasks: 'tugas',
  history: 'riwayat',
};

/** What is done about the agreement, and what lies behind the other tabs: there before somebody turns to it. */
const answering = new Later(() => import('@/features/goal/answering'), ['agreement', 'goal']);
const obligations = new Later(() => import('@/features/goal/obligation-list'), ['signing']);
const reports = new Later(() => import('@/features/goal/check-in-list'), ['goal', 'progress']);
const versions = new Later(() => import('@/features/goal/revision-list'), ['agreement', 'goal', 'signing']);
const tasks = new Later(() => import('@/features/task/goal-tasks'), ['task']);
const nearest = new Later(() => import('@/features/task/nearest-tasks'), ['task']);
const changes = new Later(() => import('@/features/change/change-list'), ['change']);

function GoalPage({ goal }: { goal: Goal }) {
  const words = useWords();
  const said = words.goal.page;
  const { seat } = usePartnership();
  const [part, setPart] = useAddressWord('bagian');
  const shown = Object.values(parts).find((each) => each === part) ?? parts.text;
  const refusal = goalChangeRefusal(seat, goal);
  const why = refusal === null ? undefined : words.refusals[refusal];
  const targets = <TargetPanel goal={goal} />;
  const acts = useLater(answering, true);
  const promised = useLater(obligations, shown === parts.obligations);
  const reported = useLater(reports, shown === parts.reports);
  const frozen = useLater(versions, shown === parts.history);
  const tasked = useLater(tasks, shown === parts.tasks);
  const changed = useLater(changes, shown === parts.history);
  const next = useLater(nearest, false);
  const loading = <SkeletonRows label={words.frame.loading} />;
  const tabs = [
    {
      value: parts.text,
      label: said.text,
      content: (
        <CoEditor
          documentId={goal.documentId}
          label={`${said.text}: ${goal.title}`}
          whyReadOnly={why}
          versions={
            <Link
              to="/k/$partnershipId/tujuan/$goalId/naskah"
              params={{ partnershipId: goal.partnershipId, goalId: goal.id }}
              className={buttonLook({ kind: 'quiet', small: true })}
            >
              <Icon of={History} size={16} /> {words.writing.versions}
            </Link>
          }
        />
      ),
    },
    { value: parts.targets, label: said.targets, count: goal.targets.length, content: targets },
    {
      value: parts.obligations,
      label: said.obligations,
      count: goal.obligations.length,
      content: promised ? <promised.ObligationPanel goal={goal} /> : loading,
    },
    {
      value: parts.reports,
      label: said.reports,
      content: reported ? <reported.CheckInPanel goal={goal} /> : loading,
    },
    { value: parts.tasks, label: said.tasks, content: tasked ? <tasked.GoalTasks goalId={goal.id} /> : loading },
    {
      value: parts.history,
      label: said.history,
      content:
        changed && frozen ? (
          <>
            <frozen.RevisionList goal={goal} />
            <changed.SubjectChanges subjectId={goal.id} />
          </>
        ) : (
          loading
        ),
    },
  ];
  return (
    <div className={styles.roomForBar}>
      <PrintNote goal={goal} />
      <GoalHead goal={goal} />
      <SignOffStrip goal={goal} actions={acts && <acts.SignOffActions goal={goal} />}>
        {acts && <acts.AskedWord goal={goal} />}
      </SignOffStrip>
      <div className={shown === parts.text ? 'columns' : undefined}>
        <Tabs label={said.parts} tabs={tabs} value={shown} onChange={(value) => setPart(value)} />
        {shown === parts.text && (
          <aside className={`${styles.rail} no-print`}>
            {targets}
            {next && <next.NearestTasks goalId={goal.id} />}
          </aside>
        )}
      </div>
      <PrintTargets goal={goal} />
      <PrintObligations goal={goal} />
      <div className={`${styles.bar} no-print`}>
        {!waitsForSignOff(seat, goal) && (
          <Button icon={ChartNoAxesColumn} onClick={() => setPart(parts.targets)}>
            {said.targets}
          </Button>
        )}
        {acts && <acts.SignOffActions goal={goal} />}
      </div>
    </div>
  );
}
