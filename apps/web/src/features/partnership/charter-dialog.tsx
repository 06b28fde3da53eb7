import type { Charter, CharterFields } from '@mufakat/domain';
import { charterRefusal } from '@mufakat/domain/browser';
import { type ReactNode, useId, useState } from 'react';
import { useForm } from '@/lib/form';
import { usePartnership } from '@/lib/partnership';
import { Button } from '@/ui/button';
import { Checkbox, ChoiceGroup } from '@/ui/choice';
import { Dialog } from '@/ui/dialog';
import { ErrorSummary, type FormFault } from '@/ui/error-summary';
import { useToast } from '@/ui/toast';
import type { Words } from '@/words/id';
import { useWords } from '@/words/language-provider';
import { AgendasEditor } from './agendas-editor';
import { blankStage, fieldsOf, halfRows, isWritten, writtenWays } from './charter-draft';
import { useChangeCharter } from './charter.queries';
import { BiggerEditor, PlaceEditor, StagesEditor } from './type-ask';
import { CautionsEditor, DecisionEditor, IndicatorsEditor, RolesEditor } from './ways-editors';

export type CharterPart = 'stages' | 'bigger' | 'place' | 'decision' | 'roles' | 'agendas' | 'indicators' | 'cautions';

type Props = { charter: Charter; part: CharterPart; onClose: () => void };

/** Writes one part of the charter anew. What it was when the dialog opened is what the change is made from. */
export function CharterDialog({ charter, part, onClose }: Props) {
  const { charter: say, frame, refusals } = useWords();
  const { id, directory } = usePartnership();
  const [first] = useState(charter);
  const [fields, setFields] = useState<CharterFields>(() => fieldsOf(charter));
  const formId = useId();
  const toast = useToast();
  const { mutateAsync: change } = useChangeCharter(id);
  const written = { ...writtenWays(fields), stages: fields.stages.filter(({ name }) => isWritten(name)) };
  const form = useForm({
    firstField: formId,
    check: () => {
      const refusal = charterRefusal(directory.partnership.type, written);
      const faults = faultsOf(fields, say);
      return refusal && faults.length === 0 ? [{ field: fieldOf[part], says: refusals[refusal] }] : faults;
    },
    send: async () => {
      await change({ ...written, version: first.version });
      toast({ says: say.changed });
      onClose();
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={titleOf(part, say)}
      closeLabel={frame.close}
      size="large"
      actions={
        <>
          <Button onClick={onClose}>{frame.cancel}</Button>
          <Button kind="primary" type="submit" form={formId} busy={form.busy}>
            {frame.save}
          </Button>
        </>
      }
    >
      <form id={formId} className="stack" onSubmit={form.onSubmit} noValidate>
        <ErrorSummary title={frame.errorSummary} faults={form.faults} attempt={form.attempt} />
        <PartFields
          {...{ part, fields }}
          onChange={(changed) => setFields((held) => ({ ...held, ...changed }))}
          faultOf={form.faultOf}
        />
      </form>
    </Dialog>
  );
}

/** Where a refusal of a part is shown. */
const fieldOf: Record<CharterPart, string> = {
  stages: 'stages',
  bigger: 'biggerDuties',
  place: 'clusterPlace',
  decision: 'quorum',
  roles: 'roles',
  agendas: 'agendas',
  indicators: 'indicators',
  cautions: '',
};

function titleOf(part: CharterPart, say: Words['charter']): string {
  return say[part].title;
}

function faultsOf(fields: CharterFields, say: Words['charter']): FormFault[] {
  const isQuorum = fields.quorumPercent >= 1 && fields.quorumPercent <= 100;
  return [
    ...(isQuorum ? [] : [{ field: 'quorum', says: say.decision.quorumWrong }]),
    ...halfRows(fields).map((field) => ({ field, says: say.halfRow })),
  ];
}

type FieldsProps = {
  part: CharterPart;
  fields: CharterFields;
  onChange: (part: Partial<CharterFields>) => void;
  faultOf: (field: string) => ReactNode;
};

function PartFields({ part, fields, onChange, faultOf }: FieldsProps) {
  const props = { ways: fields, onChange, faultOf };
  switch (part) {
    case 'stages':
      return <Stages {...{ fields, onChange, faultOf }} />;
    case 'bigger':
      return <BiggerEditor {...props} />;
    case 'place':
      return <PlaceEditor {...props} />;
    case 'decision':
      return <DecisionEditor {...props} />;
    case 'roles':
      return <RolesEditor {...props} />;
    case 'agendas':
      return <AgendasEditor {...props} />;
    case 'indicators':
      return <IndicatorsEditor {...props} />;
    case 'cautions':
      return <CautionsEditor {...props} />;
  }
}

function Stages({ fields, onChange, faultOf }: Omit<FieldsProps, 'part'>) {
  const say = useWords().charter.stages;
  const { partners } = usePartnership().directory;
  const here = partners.filter(({ leftAt }) => !leftAt);
  const blank = (): CharterFields['stages'][number] => ({ id: blankStage().id, name: '', partnerIds: [] });
  return (
    <StagesEditor
      stages={fields.stages}
      onChange={(stages) => onChange({ stages })}
      blank={blank}
      error={faultOf('stages')}
    >
      {({ name, partnerIds }, change) => (
        <ChoiceGroup legend={say.who(name)}>
          {here.map(({ id, organization }) => (
            <Checkbox
              key={id}
              label={organization.name}
              checked={partnerIds.includes(id)}
              onChange={({ target }) =>
                change({ partnerIds: target.checked ? [...partnerIds, id] : partnerIds.filter((each) => each !== id) })
              }
            />
          ))}
        </ChoiceGroup>
      )}
    </StagesEditor>
  );
}
