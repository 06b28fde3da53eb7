import { describe, expect, it } from '@jest/globals';
import type { PartnerId } from '../kernel/id.js';
import type { Role, Seat } from '../kernel/seat.js';
import {
  agreedCount,
  confirmRefusal,
  endingRefusal,
  isAgreedByAll,
  obligationStateRefusal,
  proposalGaps,
  proposeRefusal,
  recordCallRefusal,
  signable,
  signOffRefusal,
  strandOf,
  verdictRefusal,
  waitsForSignOff,
  withdrawProposalRefusal,
  withdrawSignOffRefusal,
} from './agreement.rules.js';
import type { Goal } from './goal.schema.js';
import type { Revision, SignOff } from './revision.schema.js';

const [jati, ukir, rotan] = ['jati', 'ukir', 'rotan'] as PartnerId[] as [PartnerId, PartnerId, PartnerId];
const seat = (partnerId: PartnerId, role: Role = 'partner-admin', isSignatory = true) =>
  ({ id: `${partnerId} seat`, partnerId, role, isSignatory }) as unknown as Seat;
const word = (partnerId: PartnerId, verdict: SignOff['verdict'] = 'agree', state: SignOff['state'] = 'standing') =>
  ({ partnerId, verdict, state }) as SignOff;
const revision = (id: string, signOffs: SignOff[], signers = [jati, ukir]) =>
  ({ id, kind: 'content', number: 1, signers, signOffs }) as unknown as Revision;
const goal = (agreement: Partial<Goal['agreement']>, change: Partial<Goal> = {}) =>
  ({
    archivedAt: null,
    state: 'proposed',
    agreement: { inForce: null, proposed: null, signedBefore: [], isChanged: false, isAhead: false, ...agreement },
    ...change,
  }) as unknown as Goal;

describe('coming into force', () => {
  it('takes the word of every firm that must sign, and no other way', () => {
    expect(isAgreedByAll(revision('r', [word(jati)]))).toBe(false);
    expect(isAgreedByAll(revision('r', [word(jati), word(rotan)]))).toBe(false);
    expect(isAgreedByAll(revision('r', [word(jati), word(ukir, 'agree-with-note')]))).toBe(true);
    expect(isAgreedByAll(revision('r', [], []))).toBe(false);
  });

  it('counts no objection, and no word that is withdrawn, lapsed or waits to be confirmed', () => {
    const others = [
      word(ukir, 'object'),
      word(ukir, 'agree', 'awaiting'),
      word(ukir, 'agree', 'withdrawn'),
      word(ukir, 'agree', 'lapsed'),
    ];
    for (const other of others) {
      expect(isAgreedByAll(revision('r', [word(jati), other]))).toBe(false);
      expect(agreedCount(revision('r', [word(jati), other]))).toBe(1);
    }
  });
});

describe('who may do what', () => {
  const open = goal({ proposed: revision('r', [word(ukir)]) });
  const [first] = open.agreement.proposed?.signOffs ?? [];

  it('lets who speaks for a firm, its admins and the facilitator propose what is not over', () => {
    expect(proposeRefusal(seat(jati, 'member'), open)).toBeNull();
    expect(proposeRefusal(seat(jati, 'partner-admin', false), open)).toBeNull();
    expect(proposeRefusal(seat(rotan, 'facilitator', false), open)).toBeNull();
    expect(proposeRefusal(seat(jati, 'member', false), open)).toBe('seat.role-needed');
    expect(proposeRefusal(seat(jati, 'observer'), open)).toBe('seat.read-only');
    expect(proposeRefusal(seat(jati), goal({}, { state: 'achieved' }))).toBe('goal.over');
    expect(endingRefusal(seat(jati), open)).toBe('goal.not-agreed');
    expect(endingRefusal(seat(jati), goal({ inForce: revision('r', []) }, { state: 'running' }))).toBeNull();
    expect(withdrawProposalRefusal(seat(jati), goal({}))).toBe('revision.closed');
  });

  it('lets only a signatory of a firm that must sign give its word, and only on what is shown now', () => {
    const shown = { id: 'r' as Revision['id'] };
    expect(signOffRefusal(seat(jati), open, shown)).toBeNull();
    expect(signOffRefusal(seat(jati, 'partner-admin', false), open, shown)).toBe('sign-off.signatory-needed');
    expect(signOffRefusal(seat(rotan, 'facilitator'), open, shown)).toBe('revision.replaced');
    expect(signOffRefusal(seat(jati), open, { id: 'older' as Revision['id'] })).toBe('revision.replaced');
  });

  it('lets a firm that joined later sign beside what is in force', () => {
    const agreed = goal({ inForce: revision('r', [word(jati), word(ukir)]) });
    expect(signable(agreed, rotan)?.id).toBe('r');
    expect(signable(agreed, jati)).toBeNull();
    expect(waitsForSignOff(seat(rotan), agreed)).toBe(true);
  });

  it('lets a firm take its word back until every firm has agreed', () => {
    expect(withdrawSignOffRefusal(seat(ukir), open, { ...first, revisionId: 'r' } as SignOff)).toBeNull();
    expect(withdrawSignOffRefusal(seat(jati), open, { ...first, revisionId: 'r' } as SignOff)).toBe(
      'sign-off.signatory-needed',
    );
    const agreed = goal({ inForce: revision('r', [word(jati), word(ukir)]) });
    expect(withdrawSignOffRefusal(seat(ukir), agreed, { ...first, revisionId: 'r' } as SignOff)).toBe(
      'sign-off.binding',
    );
  });

  it('lets only the facilitator write down a call, and only the firm itself confirm it', () => {
    expect(recordCallRefusal(seat(rotan, 'facilitator', false), open, jati)).toBeNull();
    expect(recordCallRefusal(seat(ukir), open, jati)).toBe('seat.role-needed');
    expect(recordCallRefusal(seat(rotan, 'facilitator', false), open, rotan)).toBe('revision.replaced');
    const waiting = word(jati, 'agree', 'awaiting');
    expect(confirmRefusal(seat(jati), waiting)).toBeNull();
    expect(confirmRefusal(seat(rotan, 'facilitator'), waiting)).toBe('sign-off.signatory-needed');
    expect(confirmRefusal(seat(jati), word(jati))).toBe('sign-off.lapsed');
    expect(obligationStateRefusal(seat(ukir), { partnerId: jati })).toBe('obligation.not-your-firm');
  });

  it('wants a reason and a way out of an objection', () => {
    expect(verdictRefusal({ verdict: 'agree', note: '', change: '' })).toBeNull();
    expect(verdictRefusal({ verdict: 'agree-with-note', note: '', change: '' })).toBe('sign-off.note-missing');
    expect(verdictRefusal({ verdict: 'object', note: 'Terlalu cepat', change: '' })).toBe('sign-off.reason-missing');
    expect(verdictRefusal({ verdict: 'object', note: 'Terlalu cepat', change: 'Mulai Juli' })).toBeNull();
  });
});

describe('the thread of a firm', () => {
  it('says how the firm stands to what is on the table, otherwise to what is in force', () => {
    const proposed = revision('r', [
      word(jati, 'agree-with-note'),
      word(ukir, 'object'),
      word(rotan, 'agree', 'awaiting'),
    ]);
    const { agreement } = goal({ proposed });
    expect([jati, ukir, rotan].map((firm) => strandOf(agreement, firm))).toEqual([
      'agreed-with-note',
      'objected',
      'awaiting',
    ]);
    expect(strandOf(goal({ inForce: revision('r', [word(jati)]) }).agreement, jati)).toBe('agreed');
  });

  it('asks again only who had signed before', () => {
    const { agreement } = goal({ proposed: revision('r', []), signedBefore: [jati] });
    expect([strandOf(agreement, jati), strandOf(agreement, ukir)]).toEqual(['again', 'none']);
    const ending = { ...revision('r', []), kind: 'ending' } as Revision;
    expect(strandOf({ ...agreement, proposed: ending }, jati)).toBe('none');
    expect(strandOf(goal({ signedBefore: [jati] }).agreement, jati)).toBe('none');
  });

  it('waits for a signatory while the firm has given no word that stands', () => {
    const open = (...words: SignOff[]) => goal({ proposed: revision('r', words) });
    expect(waitsForSignOff(seat(jati), open())).toBe(true);
    expect(waitsForSignOff(seat(jati), open(word(jati, 'agree', 'awaiting')))).toBe(true);
    expect(waitsForSignOff(seat(jati), open(word(jati, 'object')))).toBe(false);
    expect(waitsForSignOff(seat(jati, 'member', false), open())).toBe(false);
  });
});

describe('what a draft lacks', () => {
  it('names every firm that has said neither what it takes on nor why nothing', () => {
    const facts = { benefit: 'market', championId: 'a', reviewerId: 'b', startsOn: '2026-06-01', endsOn: '2027-05-31' };
    const obligations = [{ partnerId: jati, kind: 'none' }];
    const draft = { ...facts, targets: [{}], obligations } as unknown as Goal;
    expect(proposalGaps(draft, [jati, ukir])).toEqual([{ obligationOf: ukir }]);
  });
});
