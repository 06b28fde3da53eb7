import type { LucideIcon } from 'lucide-react';
import {
  CalendarDays,
  CalendarPlus,
  ChartNoAxesColumn,
  CircleQuestionMark,
  House,
  ListPlus,
  ScrollText,
  SlidersHorizontal,
  SquareCheckBig,
  Target,
  Users,
} from 'lucide-react';
import type { Words } from '@/words/id';

/** A place of the navigation, with the letter which leads there after "g". */
export type NavPlace = {
  id: 'today' | 'goals' | 'tasks' | 'meetings' | 'accountability' | 'history' | 'members';
  to:
    | '/k/$partnershipId'
    | '/k/$partnershipId/tujuan'
    | '/k/$partnershipId/tugas'
    | '/k/$partnershipId/rapat'
    | '/k/$partnershipId/akuntabilitas'
    | '/k/$partnershipId/riwayat'
    | '/k/$partnershipId/mitra';
  icon: LucideIcon;
  letter: string;
};

/** The places of a partnership, in the order of the side bar. */
export const places: readonly NavPlace[] = [
  { id: 'today', to: '/k/$partnershipId', icon: House, letter: 'h' },
  { id: 'goals', to: '/k/$partnershipId/tujuan', icon: Target, letter: 's' },
  { id: 'tasks', to: '/k/$partnershipId/tugas', icon: SquareCheckBig, letter: 't' },
  { id: 'meetings', to: '/k/$partnershipId/rapat', icon: CalendarDays, letter: 'r' },
  { id: 'accountability', to: '/k/$partnershipId/akuntabilitas', icon: ChartNoAxesColumn, letter: 'a' },
  { id: 'history', to: '/k/$partnershipId/riwayat', icon: ScrollText, letter: 'j' },
  { id: 'members', to: '/k/$partnershipId/mitra', icon: Users, letter: 'm' },
];

/** The places of the person, at the foot of the side bar. */
export const personalPlaces = [
  { id: 'account', to: '/akun', icon: SlidersHorizontal },
  { id: 'help', to: '/bantuan', icon: CircleQuestionMark },
] as const;

/** What can be added from everywhere. The screen there opens its form on `?baru=1`. */
export const captures = [
  { id: 'newTask', path: '/tugas', to: '/k/$partnershipId/tugas', icon: ListPlus },
  { id: 'newGoal', path: '/tujuan', to: '/k/$partnershipId/tujuan', icon: Target },
  { id: 'newMeeting', path: '/rapat', to: '/k/$partnershipId/rapat', icon: CalendarPlus },
] as const;

/** The name of a place. */
export const placeName = (words: Words, id: NavPlace['id'] | 'account' | 'help'): string => words.frame[id];
