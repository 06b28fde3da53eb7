import type { StandingAgenda } from '../charter.schema.js';

/** The three meetings every partnership begins with; `extra` is what a type adds to the first one. */
export const agendasEn = (extra: StandingAgenda['points'][number]): StandingAgenda[] => [
  {
    occasion: 'founding',
    title: 'Founding meeting',
    points: [
      { kind: 'information', minutes: 20, title: 'Introductions: what each organization does' },
      { kind: 'discussion', minutes: 30, title: 'Hopes, worries and limits of each partner' },
      extra,
      { kind: 'discussion', minutes: 40, title: 'Draft goals: which to keep, change or drop' },
      { kind: 'decision', minutes: 20, title: 'How we decide, and the quorum' },
      { kind: 'promises', minutes: 10, title: 'Who does what until the next meeting' },
    ],
  },
  {
    occasion: 'regular',
    title: 'Fortnightly meeting',
    points: [
      { kind: 'promises', minutes: 15, title: 'Promises of the last meeting' },
      { kind: 'information', minutes: 20, title: 'Progress of each goal' },
      { kind: 'discussion', minutes: 20, title: 'What is stuck: who waits for whom' },
      { kind: 'decision', minutes: 15, title: 'What has to be decided' },
      { kind: 'promises', minutes: 10, title: 'Promises until the next meeting' },
    ],
  },
  {
    occasion: 'review',
    title: 'Quarterly review',
    points: [
      { kind: 'information', minutes: 30, title: 'The numbers of each target and indicator' },
      { kind: 'discussion', minutes: 30, title: 'What each partner gives and gains' },
      { kind: 'discussion', minutes: 20, title: 'Are the interests of all partners still heard?' },
      { kind: 'decision', minutes: 30, title: 'Goals to go on with, to change or to stop' },
      { kind: 'promises', minutes: 10, title: 'Promises for the next quarter' },
    ],
  },
];
