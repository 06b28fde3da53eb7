import type { PartnershipType } from '@mufakat/domain';
import type { ReactNode } from 'react';
import { Checkbox, ChoiceGroup } from '@/ui/choice';
import { TextField } from '@/ui/field';
import { useWords } from '@/words/language-provider';
import { blankStage, type StartDraft, type WaysDraft } from './charter-draft';
import { ListEditor } from './list-editor';
import { PriceTalk } from './price-talk';
import { LinesEditor, type WaysProps } from './ways-editors';

type Props = {
  type: PartnershipType;
  draft: StartDraft;
  onChange: (draft: StartDraft) => void;
  faultOf: (field: string) => ReactNode;
};

/** What this type of partnership asks of whoever founds it. */
export function TypeAsk({ type, draft, onChange, faultOf }: Props) {
  const say = useWords().charter;
  const ways = (part: Partial<StartDraft['charter']>) => onChange({ ...draft, charter: { ...draft.charter, ...part } });
  if (type === 'vertical') {
    return (
      <StagesEditor
        stages={draft.charter.stages}
        onChange={(stages) => ways({ stages })}
        error={faultOf('stages')}
        blank={blankStage}
      >
        {({ isOurs }, change) => (
          <Checkbox
            label={say.stages.ours}
            checked={isOurs}
            onChange={({ target }) => change({ isOurs: target.checked })}
          />
        )}
      </StagesEditor>
    );
  }
  if (type === 'strategic') return <BiggerEditor ways={draft.charter} onChange={ways} faultOf={faultOf} />;
  if (type === 'cluster') return <PlaceEditor ways={draft.charter} onChange={ways} faultOf={faultOf} />;
  return (
    <>
      <PriceTalk />
      <ChoiceGroup id="priceTalk" legend={say.priceTalk.ask} error={faultOf('priceTalk')}>
        <Checkbox
          label={say.priceTalk.read}
          checked={draft.hasReadPriceTalk}
          onChange={({ target }) => onChange({ ...draft, hasReadPriceTalk: target.checked })}
        />
      </ChoiceGroup>
    </>
  );
}

type StagesProps<S> = {
  stages: readonly S[];
  onChange: (stages: S[]) => void;
  blank: () => S;
  error: ReactNode;
  children: (stage: S, change: (part: Partial<S>) => void) => ReactNode;
};

/** The stages of a chain, and who stands at each as the children say it. */
export function StagesEditor<S extends { name: string }>({ stages, onChange, blank, error, children }: StagesProps<S>) {
  const { stages: say } = useWords().charter;
  return (
    <ListEditor
      id="stages"
      {...{ legend: say.title, hushed: true, hint: say.note, error, one: say.one, add: say.add, most: 12 }}
      items={stages}
      onChange={onChange}
      blank={blank}
    >
      {(stage, change, at) => (
        <>
          <TextField
            label={`${say.one} ${at + 1}`}
            maxLength={80}
            value={stage.name}
            onChange={({ target }) => change({ name: target.value } as Partial<S>)}
          />
          {children(stage, change)}
        </>
      )}
    </ListEditor>
  );
}

export function BiggerEditor({ ways, onChange, faultOf }: WaysProps) {
  const { bigger: say } = useWords().charter;
  return (
    <>
      <p className="small muted">{say.note}</p>
      <LinesEditor
        id="biggerDuties"
        {...{ legend: say.title, one: say.one, add: say.add, most: 12, longest: 300 }}
        lines={ways.biggerDuties}
        onChange={(biggerDuties) => onChange({ biggerDuties })}
        error={faultOf('biggerDuties')}
      />
    </>
  );
}

/** Where the cluster is and what its firms use together. */
export function PlaceEditor({ ways, onChange, faultOf }: WaysProps) {
  const { place: say } = useWords().charter;
  const blank = (): WaysDraft['facilities'][number] => ({ name: '', note: '' });
  return (
    <>
      <TextField
        id="clusterPlace"
        label={say.place}
        hint={say.placeHint}
        maxLength={120}
        value={ways.place}
        onChange={({ target }) => onChange({ place: target.value })}
        error={faultOf('clusterPlace')}
      />
      <ListEditor
        id="facilities"
        {...{ legend: say.facilities, hint: say.facilityHint, one: say.facility, add: say.add, most: 20 }}
        error={faultOf('facilities')}
        items={ways.facilities}
        onChange={(facilities) => onChange({ facilities })}
        blank={blank}
      >
        {({ name, note }, change) => (
          <>
            <TextField
              label={say.facility}
              maxLength={120}
              value={name}
              onChange={({ target }) => change({ name: target.value })}
            />
            <TextField
              label={say.facilityNote}
              maxLength={200}
              value={note}
              onChange={({ target }) => change({ note: target.value })}
            />
          </>
        )}
      </ListEditor>
    </>
  );
}
