import type { PartnershipId } from '@mufakat/domain';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { SquareCheckBig, Target, UserRound } from 'lucide-react';
import { useMemo } from 'react';
import { goalsQuery } from '@/features/goal/goal.queries';
import { tasksQuery } from '@/features/task/task.queries';
import type { Command } from '@/lib/commands';
import { directoryQuery } from '@/lib/partnership';
import { useWords } from '@/words/language-provider';

/** The goals, tasks and people of a partnership as things to open. What was read before is found without a network too. */
export function useFinds(partnershipId: PartnershipId | null): readonly Command[] {
  const { frame } = useWords();
  const navigate = useNavigate();
  const id = partnershipId ?? ('' as PartnershipId);
  const enabled = partnershipId !== null;
  const goals = useQuery({ ...goalsQuery(id), enabled }).data;
  const tasks = useQuery({ ...tasksQuery(id), enabled }).data;
  const directory = useQuery({ ...directoryQuery(id), enabled }).data;
  return useMemo(() => {
    const find = (kind: 'goal' | 'task' | 'person', key: string, label: string, to: string): Command => ({
      id: `${kind}.${key}`,
      label,
      group: { goal: frame.goals, task: frame.tasks, person: frame.palette.people }[kind],
      icon: { goal: Target, task: SquareCheckBig, person: UserRound }[kind],
      run: () => void navigate({ to: `/k/${id}${to}` }),
    });
    const firms = new Map(directory?.partners.map((partner) => [partner.id, partner.organization.name]));
    return [
      ...(goals ?? []).map((goal) => find('goal', goal.id, goal.title, `/tujuan/${goal.id}`)),
      ...(tasks ?? []).map((task) => find('task', task.id, task.title, `/tugas?buka=${task.id}`)),
      ...(directory?.members ?? [])
        .filter(({ endedAt }) => endedAt === null)
        .map(({ seatId, name, partnerId }) => {
          const firm = firms.get(partnerId);
          return find('person', seatId, firm ? `${name}, ${firm}` : name, '/mitra');
        }),
    ];
  }, [frame, navigate, id, goals, tasks, directory]);
}
