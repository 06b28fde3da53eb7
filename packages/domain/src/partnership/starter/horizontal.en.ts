import { agendasEn } from './agendas.en.js';
import { falls, rises, type Starter } from './starter.js';

const every = { who: 'Every partner', forAll: true } as const;

/** Firms of one industry. */
export const horizontalEn: Starter = {
  stages: [],
  charter: {
    decisionRule: 'consent',
    quorumPercent: 60,
    exceptions: [],
    roles: [
      { name: 'Purchase coordinator', duty: 'Gathers what material is needed and asks suppliers for offers.' },
      { name: 'Order coordinator', duty: 'Splits joint orders by the capacity each partner has stated.' },
      { name: 'Keeper of quality', duty: 'Checks samples of every partner by the same measure.' },
      { name: 'Minute taker', duty: 'Writes the minutes; the selling prices of partners are not written down.' },
    ],
    agendas: agendasEn({
      kind: 'information',
      minutes: 10,
      title: 'What is not spoken about: selling prices, sharing out customers, limits on production',
    }),
    indicators: [
      { label: 'Index of the price paid for material', unit: 'index', direction: 'down', isPrivate: true },
      { label: 'Goods rejected by buyers', unit: '%', direction: 'down', isPrivate: false },
      { label: 'Time from order to delivery', unit: 'days', direction: 'down', isPrivate: false },
    ],
    cautions: [
      'Partners of one industry do not speak about selling prices, sharing out customers or areas, or limits on production.',
      'Costs and prices of each partner stay in its own room; only what they come to together is shared.',
    ],
    biggerDuties: [],
  },
  goals: [
    {
      title: 'Buying material together',
      benefit: 'resources',
      why: 'Alone, each of us buys too little for a good price and good material.',
      limits: 'Only prices paid to suppliers are discussed. The selling prices of partners are not.',
      target: falls('Index of the price paid for material (start = 100)', 'index', '100', '92'),
      duties: [
        { ...every, text: 'Sends its plan for material before the 20th.', every: 'monthly' },
        { who: 'Purchase coordinator', text: 'Asks at least three suppliers for offers.', every: 'quarterly' },
        { ...every, text: 'Pays its part no later than 7 days after receiving the material.', every: null },
      ],
    },
    {
      title: 'Sharing machines and hands',
      benefit: 'resources',
      why: 'Machines of one partner stand idle while another turns orders down for lack of capacity.',
      limits: 'The owner of a machine still decides when it may be used.',
      target: rises('Machine hours used together', 'hours a month', '0', '80'),
      duties: [
        { ...every, text: 'Says every Monday which hours of machines and hands are free.', every: 'weekly' },
        { who: 'User of a machine', text: 'Gives it back clean and reports what broke.', every: null },
      ],
    },
    {
      title: 'Serving large orders together',
      benefit: 'market',
      why: 'Orders too large for one firm are lost, though together we could make them.',
      limits: 'Joint orders only. Every partner stays free to serve its own customers.',
      target: rises('Joint orders completed', 'orders', '0', '4'),
      duties: [
        { who: 'Order coordinator', text: 'Splits the order by the capacity that was stated.', every: null },
        { ...every, text: 'Makes its part like the sample and by the date it stated.', every: null },
      ],
    },
    {
      title: 'One standard of quality',
      benefit: 'competitiveness',
      why: 'Buyers of joint orders judge us by the weakest piece among us.',
      limits: 'The standard holds for goods of joint orders.',
      target: falls('Goods rejected by buyers', '%', '8', '3'),
      duties: [
        { who: 'Keeper of quality', text: 'Checks samples of every partner and shares the result.', every: 'monthly' },
        { ...every, text: 'Writes down what was rejected, and why.', every: 'weekly' },
      ],
    },
    {
      title: 'Learning better ways to work',
      benefit: 'knowledge',
      why: 'Every partner has a way of working the others do not know, and can teach it.',
      limits: 'Trade secrets and recipes may stay secret.',
      target: rises('Ways of working adopted by another partner', 'ways', '0', '6'),
      duties: [{ ...every, text: 'Hosts one day of learning.', every: 'yearly' }],
    },
  ],
};
