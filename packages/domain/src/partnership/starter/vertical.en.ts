import { agendasEn } from './agendas.en.js';
import { falls, rises, type Starter } from './starter.js';

const every = { who: 'Every partner', forAll: true } as const;

/** Firms along a value chain. */
export const verticalEn: Starter = {
  stages: ['Raw material', 'Processing', 'Assembly', 'Finishing', 'Marketing'],
  charter: {
    decisionRule: 'consent',
    quorumPercent: 60,
    exceptions: [],
    roles: [
      { name: 'Planner of the chain', duty: 'Brings forecasts and schedules of all stages together.' },
      { name: 'Receiver of hand-offs', duty: 'At each stage: checks what arrives and writes down when.' },
      { name: 'Reviewer', duty: 'A goal of one stage is reviewed by the stage after it.' },
      { name: 'Minute taker', duty: 'Writes the minutes and what follows from them.' },
    ],
    agendas: agendasEn({ kind: 'discussion', minutes: 20, title: 'Our chain: who hands what to whom' }),
    indicators: [
      { label: 'Goods that pass the first check', unit: '%', direction: 'up', isPrivate: false },
      { label: 'Waiting time between firms', unit: 'days', direction: 'down', isPrivate: false },
      { label: 'Days until payment', unit: 'days', direction: 'down', isPrivate: false },
    ],
    cautions: [
      'A strong stage does not push its risk to a weak one: a late payment is a promise not kept.',
      'Prices between two stages are spoken about by the two, not at the common table.',
    ],
    biggerDuties: [],
  },
  goals: [
    {
      title: 'A forecast everybody sees',
      benefit: 'market',
      why: 'The first stages learn of orders when it is too late to prepare material.',
      limits: 'A forecast is no order: only a confirmed order binds.',
      target: falls('Difference between forecast and real orders', '%', '40', '15'),
      duties: [
        { who: 'The last stage', text: 'Shares the forecast for the next eight weeks.', every: 'weekly' },
        { ...every, text: 'Says within two days when it cannot meet the forecast.', every: null },
      ],
    },
    {
      title: 'Hand-offs on time',
      benefit: 'competitiveness',
      why: 'One late delivery stops every stage after it.',
      limits: 'Measured is when goods are handed over, not how a firm works inside.',
      target: rises('Hand-offs on time', '%', '60', '90'),
      duties: [
        { who: 'The stage that hands over', text: 'Hands goods over on the promised day.', every: null },
        { who: 'The stage that receives', text: 'Writes down the day and hour of receiving.', every: null },
      ],
    },
    {
      title: 'Quality of what comes in',
      benefit: 'competitiveness',
      why: 'A fault found at the last stage is paid for by all of them.',
      limits: 'The measure of quality is written together before anybody is judged by it.',
      target: rises('Goods that pass the first check', '%', '80', '95'),
      duties: [
        { who: 'The stage that receives', text: 'Checks within a day and reports what is faulty.', every: null },
        { who: 'The stage that hands over', text: 'Replaces or mends faulty goods within five days.', every: null },
      ],
    },
    {
      title: 'Faster payment between stages',
      benefit: 'resources',
      why: 'Small firms at the start of the chain run out of money because they are paid last.',
      limits: 'How high a price is is not discussed here; only the days until payment.',
      target: falls('Days until payment', 'days', '45', '21'),
      duties: [
        { who: 'The stage that receives', text: 'Pays within 21 days after goods passed the check.', every: null },
      ],
    },
    {
      title: 'Less waiting between firms',
      benefit: 'innovation',
      why: 'Goods wait between us longer than they are worked on.',
      limits: 'Counted from when goods are ready until the next stage begins.',
      target: falls('Waiting time between firms', 'days', '12', '6'),
      duties: [{ ...every, text: 'Writes down when goods are ready and when work on them begins.', every: 'weekly' }],
    },
  ],
};
