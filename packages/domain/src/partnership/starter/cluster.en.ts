import { agendasEn } from './agendas.en.js';
import { rises, type Starter } from './starter.js';

const every = { who: 'Every partner', forAll: true } as const;

/** Firms of one place. */
export const clusterEn: Starter = {
  stages: [],
  charter: {
    decisionRule: 'consent',
    quorumPercent: 60,
    exceptions: [],
    roles: [
      { name: 'Keeper of shared facilities', duty: 'Keeps the schedule of use and the state of the facilities.' },
      { name: 'Certification coordinator', duty: 'Gathers the papers of members and speaks with the certifier.' },
      { name: 'Exhibition coordinator', duty: 'Registers for exhibitions and shares out the space.' },
      { name: 'Minute taker', duty: 'Writes the minutes and what follows from them.' },
    ],
    agendas: agendasEn({ kind: 'discussion', minutes: 20, title: 'Shared facilities: what there is and who uses it' }),
    indicators: [
      { label: 'Use of shared facilities', unit: 'hours a month', direction: 'up', isPrivate: false },
      { label: 'Members certified', unit: 'firms', direction: 'up', isPrivate: false },
      { label: 'Orders from exhibitions', unit: 'orders', direction: 'up', isPrivate: false },
    ],
    cautions: [
      'Shared facilities are used in turn: the biggest does not come first by itself.',
      'The common brand is only for goods that passed the common check of quality.',
    ],
    biggerDuties: [],
  },
  goals: [
    {
      title: 'Facilities used together',
      benefit: 'resources',
      why: 'No one of us can buy expensive equipment alone, and what we have often stands idle.',
      limits: 'The owner of a facility still decides which hours others may use.',
      target: rises('Use of shared facilities', 'hours a month', '0', '120'),
      duties: [
        { who: 'Keeper of shared facilities', text: 'Publishes the schedule of use every Friday.', every: 'weekly' },
        { ...every, text: 'Books before using and writes down the hours really used.', every: null },
      ],
    },
    {
      title: 'Certified as a group',
      benefit: 'competitiveness',
      why: 'Buyers ask for a certificate too expensive to obtain alone.',
      limits: 'Every partner answers for its own papers.',
      target: rises('Members certified', 'firms', '0', '5'),
      duties: [
        { who: 'Certification coordinator', text: 'Reports how the papers of all members stand.', every: 'monthly' },
        { ...every, text: 'Completes its papers by the agreed date.', every: null },
      ],
    },
    {
      title: 'Exhibiting together',
      benefit: 'market',
      why: 'Alone we are not seen by large buyers.',
      limits: 'An order that comes to one partner stays its own.',
      target: rises('Orders from exhibitions', 'orders', '0', '10'),
      duties: [
        {
          who: 'Exhibition coordinator',
          text: 'Registers for two exhibitions and shares out the cost.',
          every: 'yearly',
        },
        { ...every, text: 'Prepares three samples that passed the check of quality.', every: null },
      ],
    },
    {
      title: 'A common brand and catalogue',
      benefit: 'innovation',
      why: 'Our place is known, but there is no name and no catalogue a buyer could order from.',
      limits: 'A design stays its maker’s; prices are not printed.',
      target: rises('New designs in the common catalogue', 'designs', '0', '40'),
      duties: [{ ...every, text: 'Contributes two new designs with photos.', every: 'quarterly' }],
    },
    {
      title: 'Learning from our neighbours',
      benefit: 'knowledge',
      why: 'Our workshops are close, but we seldom see how the others work.',
      limits: 'The host chooses what is shown.',
      target: rises('Ways of working adopted by another partner', 'ways', '0', '8'),
      duties: [{ ...every, text: 'Hosts one visit to its workshop.', every: 'yearly' }],
    },
  ],
};
