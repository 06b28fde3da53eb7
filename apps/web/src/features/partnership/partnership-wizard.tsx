import type { CallInput, Me, Organization, OrganizationId, PartnershipId, PartnershipType } from '@mufakat/domain';
import { isBiggerParty, startRefusal } from '@mufakat/domain/browser';
import { starters } from '@mufakat/domain/starters';
import { type ReactNode, useRef, useState } from 'react';
import { v7 as newId } from 'uuid';
import { Refused } from '@/lib/api';
import { decimalFrom } from '@/lib/decimals';
import { textOf, useForm } from '@/lib/form';
import { Button } from '@/ui/button';
import { ErrorSummary, type FormFault } from '@/ui/error-summary';
import type { Words } from '@/words/id';
import type { Language } from '@/words/language';
import { useLanguage, useWords } from '@/words/language-provider';
import { draftOf, halfRows, isWritten, type StartDraft, startOf } from './charter-draft';
import { FirmStep, firmFaults, firmOf } from './firm-step';
import { GoalChoices, goalField } from './goal-choices';
import { partnershipFaults, PartnershipFields, partnershipOf } from './partnership-fields';
import { TypeAsk } from './type-ask';
import { TypeChoice } from './type-choice';
import { useFocusOnStep } from './use-focus-on-step';
import { WaysStep } from './ways-step';

/** What a founder has put together; the ids are made once, so that sending again is safe. */
export type Founded = Pick<
  CallInput<'createPartnership'>,
  'id' | 'name' | 'type' | 'purpose' | 'zone' | 'standing' | 'organization' | 'start'
>;

type Step = 'you' | 'type' | 'name' | 'ask' | 'goals' | 'ways';

type Props = {
  /** The organizations of whoever founds it. */
  organizations: Me['organizations'];
  /** What must be said before, on a server on which nobody is yet. */
  before?: { fields: (faultOf: (field: string) => ReactNode) => ReactNode; faults: (values: FormData) => FormFault[] };
  /** What the button at the end says. */
  go: string;
  send: (founded: Founded, values: FormData) => Promise<void>;
};

/** A partnership begins, one question a page: its type, its name, what the type asks, its goals, how it works. */
export function PartnershipWizard({ organizations, before, go, send }: Props) {
  const { partnership: words, charter: say, frame, refusals } = useWords();
  const { language } = useLanguage();
  const steps: Step[] = [...(before ? ['you' as const] : []), 'type', 'name', 'ask', 'goals', 'ways'];
  const [at, setAt] = useState(0);
  const [own, setOwn] = useState<string>(organizations[0]?.id ?? '');
  const { type, draft, isFull, setDraft, choose } = useStart();
  const place = useFocusOnStep<HTMLHeadingElement>(at);
  const ids = useRef({ partnership: newId() as PartnershipId, organization: newId() as OrganizationId });
  const step = steps[at] ?? 'type';
  const held = organizations.find(({ id }) => id === own);
  const faultsAt: Record<Step, (values: FormData) => FormFault[]> = {
    you: (values) => before?.faults(values) ?? [],
    type: (values) => (values.get('type') ? [] : [{ field: 'type', says: words.typeMissing }]),
    name: (values) => [...partnershipFaults(values, words), ...firmFaults(values, held, words)],
    ask: () => (draft ? askFaults(type, draft, { say, refusals, language }) : []),
    goals: () => (draft ? goalFaults(draft, { say, refusals, language }) : []),
    ways: () => (draft ? waysFaults(draft, say) : []),
  };
  const form = useForm({
    firstField: before ? 'code' : 'partnershipName',
    check: (values) => faultsAt[step](values),
    send: async (values) => {
      if (step === 'name') choose(values, language);
      if (at < steps.length - 1) return setAt(at + 1);
      if (!draft) return;
      const { standing, ...partnership } = partnershipOf(values);
      const organization = firmOf(values, held, ids.current.organization);
      const start = startOf(draft, language, standing === 'full');
      const founded = { id: ids.current.partnership, ...partnership, standing, organization, start };
      await send(founded, values).catch((error: unknown) => {
        if (before && isOfPerson(error)) setAt(0);
        throw error;
      });
    },
  });
  const titles: Record<Step, string> = { ...say.steps, ask: asked(type, say) };
  return (
    <form className="stack" onSubmit={form.onSubmit} noValidate>
      <header>
        <p className="small muted">{words.step(at + 1, steps.length)}</p>
        <h2 ref={place} tabIndex={-1}>
          {titles[step]}
        </h2>
      </header>
      <ErrorSummary title={frame.errorSummary} faults={form.faults} attempt={form.attempt} />
      {before && (
        <div className="stack" hidden={step !== 'you'}>
          {before.fields(form.faultOf)}
        </div>
      )}
      <div hidden={step !== 'type'}>
        <TypeChoice error={form.faultOf('type')} />
      </div>
      <div className="stack" hidden={step !== 'name'}>
        <PartnershipFields faultOf={form.faultOf} />
        <FirmStep {...{ organizations, own, held }} onOwn={setOwn} faultOf={form.faultOf} />
      </div>
      {draft && step === 'ask' && <TypeAsk {...{ type, draft }} onChange={setDraft} faultOf={form.faultOf} />}
      {draft && step === 'goals' && (
        <>
          <p className="muted">{say.steps.goalsNote}</p>
          <GoalChoices
            goals={draft.goals}
            onChange={(goals) => setDraft({ ...draft, goals })}
            {...{ isFull }}
            faultOf={form.faultOf}
          />
        </>
      )}
      {draft && step === 'ways' && <WaysStep draft={draft} onChange={setDraft} faultOf={form.faultOf} />}
      <div className="row">
        {at > 0 && <Button onClick={() => setAt(at - 1)}>{words.back}</Button>}
        <Button kind="primary" type="submit" busy={form.busy}>
          {at === steps.length - 1 ? go : words.next}
        </Button>
      </div>
    </form>
  );
}

/** The drafts of the types that were looked at: who goes back and chooses again loses nothing. */
function useStart() {
  const [type, setType] = useState<PartnershipType>('horizontal');
  const [isFull, setFull] = useState(true);
  const [drafts, setDrafts] = useState<Partial<Record<PartnershipType, StartDraft>>>({});
  return {
    ...{ type, isFull },
    draft: drafts[type],
    setDraft: (draft: StartDraft) => setDrafts((held) => ({ ...held, [type]: draft })),
    choose(values: FormData, language: Language) {
      const chosen = textOf(values, 'type') as PartnershipType;
      if (!(chosen in starters[language])) return;
      const full = textOf(values, 'standing') === 'full';
      setType(chosen);
      setFull(full);
      const kind = (textOf(values, 'kind') || 'sme') as Organization['kind'];
      const founder = { isFull: full, isBigger: chosen === 'strategic' && isBiggerParty({ kind }) };
      const begin = () => draftOf(starters[language][chosen], language, founder);
      setDrafts((held) => ({ ...held, [chosen]: held[chosen] ?? begin() }));
    },
  };
}

/** A refusal that speaks of the code or of who is new here is shown where those are asked for. */
const isOfPerson = (error: unknown) => error instanceof Refused && /^(setup|session|password|login)\./.test(error.code);

type Saying = Pick<Words, 'refusals'> & { say: Words['charter']; language: Language };

function asked(type: PartnershipType, say: Saying['say']): string {
  if (type === 'vertical') return say.stages.ask;
  if (type === 'strategic') return say.bigger.ask;
  return type === 'cluster' ? say.place.ask : say.priceTalk.title;
}

const askedFields = {
  'charter.price-talk-unread': 'priceTalk',
  'charter.stages-missing': 'stages',
  'charter.duties-missing': 'biggerDuties',
  'charter.place-missing': 'clusterPlace',
} as const;

function askFaults(type: PartnershipType, draft: StartDraft, { say, refusals, language }: Saying): FormFault[] {
  const half = halfRows(draft.charter).includes('facilities') ? [{ field: 'facilities', says: say.halfRow }] : [];
  const written = { ...startOf({ ...draft, goals: [] }, language, false), goals: [] };
  const refusal = startRefusal({ type, standing: 'full' }, written);
  if (!refusal || !(refusal in askedFields)) return half;
  return [{ field: askedFields[refusal as keyof typeof askedFields], says: refusals[refusal] }, ...half];
}

function goalFaults({ goals }: StartDraft, { say, language }: Saying): FormFault[] {
  return goals.flatMap(({ isUsed, title, target, duties }, at) => {
    if (!isUsed) return [];
    const isNumber = (typed: string) => decimalFrom(typed, language) !== null;
    return [
      ...(isWritten(title) ? [] : [{ field: goalField(at, 'title'), says: say.goals.titleMissing }]),
      ...(isWritten(target.label) ? [] : [{ field: goalField(at, 'label'), says: say.goals.labelMissing }]),
      ...(['baseline', 'target'] as const)
        .filter((field) => !isNumber(target[field]))
        .map((field) => ({ field: goalField(at, field), says: say.goals.numberWrong })),
      ...(duties.some(({ who, text }) => isWritten(who) !== isWritten(text))
        ? [{ field: goalField(at, 'duties'), says: say.halfRow }]
        : []),
    ];
  });
}

function waysFaults({ charter }: StartDraft, say: Saying['say']): FormFault[] {
  const isQuorum = charter.quorumPercent >= 1 && charter.quorumPercent <= 100;
  return [
    ...(isQuorum ? [] : [{ field: 'quorum', says: say.decision.quorumWrong }]),
    ...halfRows(charter).map((field) => ({ field, says: say.halfRow })),
  ];
}
