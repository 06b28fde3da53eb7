import type { Words } from './id';

export type Language = 'id' | 'en';
export type Part = keyof Words;

type Fetch<P extends Part> = () => Promise<{ [K in P]: Words[K] }>;

/** Where each part of a catalogue comes from: a screen fetches the words it speaks, in one language. */
export const parts: Record<Language, { [P in Part]: Fetch<P> }> = {
  id: {
    account: () => import('./id/account'),
    accountability: () => import('./id/accountability'),
    agreement: () => import('./id/agreement'),
    change: () => import('./id/change'),
    charter: () => import('./id/charter'),
    frame: () => import('./id/frame'),
    goal: () => import('./id/goal'),
    help: () => import('./id/help'),
    history: () => import('./id/history'),
    interest: () => import('./id/interest'),
    meeting: () => import('./id/meeting'),
    notification: () => import('./id/notification'),
    operator: () => import('./id/operator'),
    partnership: () => import('./id/partnership'),
    progress: () => import('./id/progress'),
    proof: () => import('./id/proof'),
    refusals: () => import('./id/refusals'),
    signing: () => import('./id/signing'),
    task: () => import('./id/task'),
    today: () => import('./id/today'),
    version: () => import('./id/version'),
    writing: () => import('./id/writing'),
  },
  en: {
    account: () => import('./en/account'),
    accountability: () => import('./en/accountability'),
    agreement: () => import('./en/agreement'),
    change: () => import('./en/change'),
    charter: () => import('./en/charter'),
    frame: () => import('./en/frame'),
    goal: () => import('./en/goal'),
    help: () => import('./en/help'),
    history: () => import('./en/history'),
    interest: () => import('./en/interest'),
    meeting: () => import('./en/meeting'),
    notification: () => import('./en/notification'),
    operator: () => import('./en/operator'),
    partnership: () => import('./en/partnership'),
    progress: () => import('./en/progress'),
    proof: () => import('./en/proof'),
    refusals: () => import('./en/refusals'),
    signing: () => import('./en/signing'),
    task: () => import('./en/task'),
    today: () => import('./en/today'),
    version: () => import('./en/version'),
    writing: () => import('./en/writing'),
  },
};
