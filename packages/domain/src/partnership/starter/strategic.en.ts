import { agendasEn } from './agendas.en.js';
import { falls, rises, type Starter } from './starter.js';

const every = { who: 'Every small firm', forAll: true } as const;
const bigger = { who: 'The bigger party', forBigger: true } as const;

/** Small firms with a big firm or a research institution; the bigger party's duties come first. */
export const strategicEn: Starter = {
  stages: [],
  charter: {
    decisionRule: 'consent',
    quorumPercent: 60,
    exceptions: [
      { about: 'Prices and terms of payment', rule: 'unanimous' },
      { about: 'Intellectual property and results of trials', rule: 'unanimous' },
    ],
    roles: [
      { name: 'Contact of the bigger party', duty: 'One person who answers small firms within two working days.' },
      {
        name: 'Coordinator of the small firms',
        duty: 'Brings the voice of all small firms before anything is decided.',
      },
      { name: 'Trainer', duty: 'Prepares and gives training, then looks whether it is being used.' },
      { name: 'Minute taker', duty: 'Writes the minutes and what follows from them.' },
    ],
    agendas: agendasEn({
      kind: 'promises',
      minutes: 20,
      title: 'The duties of the bigger party, then those of the small firms',
    }),
    indicators: [
      { label: 'Value of orders to small firms', unit: 'million rupiah', direction: 'up', isPrivate: true },
      { label: 'Days until payment', unit: 'days', direction: 'down', isPrivate: false },
      { label: 'People who passed training', unit: 'people', direction: 'up', isPrivate: false },
    ],
    cautions: [
      'A late payment is a promise not kept, whoever is late.',
      'Designs and ways of working of a small firm stay its own. Who owns the result of a trial is agreed before it begins.',
      'Observers of the bigger party may look on, but are not counted when we decide.',
    ],
    biggerDuties: [
      'Pays no later than 30 days after receiving the goods.',
      'Shares its forecast of orders for the next three months every month.',
      'Gives training and samples before it asks for a new quality.',
      'Pays in advance for orders that need special material.',
    ],
  },
  goals: [
    {
      title: 'Small firms are paid on time',
      benefit: 'resources',
      why: 'A small firm can only grow when the money of an order comes before the next material must be bought.',
      limits: 'Holds for all orders inside this partnership.',
      target: falls('Days until payment', 'days', '60', '30'),
      duties: [
        { ...bigger, text: 'Pays no later than 30 days after receiving the goods.', every: null },
        { ...every, text: 'Sends a complete invoice on the day of delivery.', every: null },
      ],
    },
    {
      title: 'From trial orders to steady orders',
      benefit: 'market',
      why: 'Small orders first let both sides learn without risking everything.',
      limits: 'Nobody has to supply one buyer only.',
      target: rises('Small firms with steady orders', 'firms', '0', '4'),
      duties: [
        { ...bigger, text: 'Places a trial order with a sample and its measure of quality.', every: 'quarterly' },
        { ...bigger, text: 'Shares its forecast of orders for the next three months.', every: 'monthly' },
        { ...every, text: 'Delivers trial orders like the sample on the promised day.', every: null },
      ],
    },
    {
      title: 'Training that is really used',
      benefit: 'knowledge',
      why: 'The quality the buyer asks for needs skills we do not have yet.',
      limits: 'Small firms may use what they learnt for other buyers.',
      target: rises('People who passed and use what they learnt', 'people', '0', '20'),
      duties: [
        { ...bigger, text: 'Gives one training at the place of a small firm.', every: 'monthly' },
        { ...every, text: 'Sends two people to each training and tries the result within two weeks.', every: null },
      ],
    },
    {
      title: 'Trials of technology',
      benefit: 'innovation',
      why: 'New technology is too expensive for a small firm to try alone.',
      limits: 'Who owns the result of a trial is agreed by everybody before it begins.',
      target: rises('Technologies tried and then used', 'technologies', '0', '2'),
      duties: [
        { ...bigger, text: 'Lends equipment and its expert during the trial.', every: null },
        { ...every, text: 'Writes down cost and result of each trial.', every: null },
      ],
    },
    {
      title: 'The quality the buyer asks for',
      benefit: 'competitiveness',
      why: 'Rejected goods hurt the small firm first.',
      limits: 'The measure of quality does not change for orders under way.',
      target: falls('Goods rejected', '%', '10', '4'),
      duties: [
        { ...bigger, text: 'Explains every rejection within three days, with a photo.', every: null },
        { ...every, text: 'Removes causes of rejection that come back.', every: 'monthly' },
      ],
    },
  ],
};
