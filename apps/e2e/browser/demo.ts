import type { DemoPerson, Goal, InvitationId, Locale, Meeting, PartnershipId, Task } from '@mufakat/domain';
import type { BrowserContext } from 'playwright-core';
import { v7 as newId } from 'uuid';
import { Caller } from './ask.js';

/** The sample people through whose eyes the screens are looked at. */
const viewers = { member: 'Hadi Santoso', operator: 'Ratna Wijayanti', newcomer: 'Nurhayati Basyir' } as const;

export type Viewer = keyof typeof viewers | 'guest';

/** What the addresses of the screens name. */
export type Places = {
  partnershipId: PartnershipId;
  /** The partnership which has only just begun. */
  youngId: PartnershipId;
  goal: Goal;
  /** A goal whose amendment waits for the member's firm. */
  asked: Goal;
  task: Task;
  meeting: Meeting;
  invitation: string;
};

/** The sample partnerships of a running demo: its people, and the way to its things. */
export class Demo {
  private readonly callers = new Map<Viewer, Caller>();

  private constructor(
    readonly url: string,
    readonly places: Places,
  ) {}

  static async open(url: string): Promise<Demo> {
    const people = await new Caller(url).call('listDemoPeople', {});
    const [member, operator, newcomer] = [
      await signedIn(url, people, viewers.member),
      await signedIn(url, people, viewers.operator),
      await signedIn(url, people, viewers.newcomer),
    ];
    const demo = new Demo(url, await placesOf(member, operator, newcomer));
    demo.callers.set('guest', new Caller(url)).set('member', member);
    demo.callers.set('operator', operator).set('newcomer', newcomer);
    return demo;
  }

  /** Makes this browser that person's, as one tap at the door would. */
  async seat(context: BrowserContext, viewer: Viewer): Promise<void> {
    await context.clearCookies();
    const [name, value] = this.callers.get(viewer)?.cookie.split('=') ?? [];
    if (name && value) await context.addCookies([{ name, value, url: this.url }]);
  }

  /** Everybody reads this language from now on, also on the devices they have open. */
  async speak(locale: Locale): Promise<void> {
    for (const caller of this.callers.values()) {
      if (!caller.cookie) continue;
      const { person } = await caller.call('readMe', {});
      await caller.call('changeMe', { locale, version: person.version });
    }
  }
}

async function signedIn(url: string, people: readonly DemoPerson[], name: string): Promise<Caller> {
  const found = people.find((person) => person.name === name);
  if (!found) throw new Error(`${name} is not in the demo`);
  const caller = new Caller(url);
  await caller.call('signInAsDemoPerson', { personId: found.id });
  return caller;
}

/** The fullest of each kind, so that its screen shows all it can show. */
async function placesOf(member: Caller, operator: Caller, newcomer: Caller): Promise<Places> {
  const partnershipId = await tableOf(member);
  const goals = await member.call('listGoals', { partnershipId });
  const tasks = await member.call('listTasks', { partnershipId });
  const meetings = await member.call('listMeetings', { partnershipId });
  const { link } = await operator.call('createInvitation', {
    partnershipId,
    id: newId() as InvitationId,
    kind: 'organization',
    organizationName: 'UD Sungging Kalinyamat',
    standing: 'full',
    role: 'partner-admin',
    isSignatory: true,
    maxUses: 1,
  });
  return {
    partnershipId,
    youngId: await tableOf(newcomer),
    goal: most(goals, ({ state, targets }) => (state === 'running' ? targets.length + 1 : 0)),
    asked: most(goals, ({ agreement }) => (agreement.proposed && agreement.inForce ? 1 : 0)),
    task: most(tasks, ({ state, note, goalId }) => (state === 'done' ? 0 : note.length + (goalId ? 100 : 0))),
    meeting: most(meetings, ({ agenda, attendance }) => agenda.length + attendance.length),
    invitation: link.split('/').at(-1) ?? '',
  };
}

async function tableOf(caller: Caller): Promise<PartnershipId> {
  const [seat] = (await caller.call('readMe', {})).seats;
  if (!seat) throw new Error('this sample person sits at no table');
  return seat.partnershipId;
}

function most<Thing>(things: readonly Thing[], measure: (thing: Thing) => number): Thing {
  const [first] = [...things].sort((a, b) => measure(b) - measure(a));
  if (!first) throw new Error('the demo holds nothing of this kind');
  return first;
}
