import type { Place } from '@mufakat/domain';

const words: Record<Place['screen'], string> = {
  today: '',
  goals: '/tujuan',
  goal: '/tujuan',
  tasks: '/tugas',
  meetings: '/rapat',
  meeting: '/rapat',
  accountability: '/akuntabilitas',
  history: '/riwayat',
  members: '/mitra',
  other: '',
};

/** The address at which somebody else is looking. */
export function addressOfPlace(partnershipId: string, { screen, subjectId }: Place): string {
  const deep = (screen === 'goal' || screen === 'meeting') && subjectId ? `/${subjectId}` : '';
  return `/k/${partnershipId}${words[screen]}${deep}`;
}
