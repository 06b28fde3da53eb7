import { type FormEvent, useState } from 'react';
import type { FormFault } from '@/ui/error-summary';
import { Refused } from './api';
import { useSentence } from '@/words/sentence';

type Issue = { path: (string | number)[] };

type Form = {
  /** What is wrong before anything is sent, field by field. */
  check?: (values: FormData) => FormFault[];
  send: (values: FormData) => Promise<unknown>;
  /** Where a refusal is shown that speaks of no field. */
  firstField: string;
};

/** A form whose faults are gathered, shown and focused; what was typed always stays. */
export function useForm({ check, send, firstField }: Form) {
  const sentence = useSentence();
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const values = new FormData(event.currentTarget);
    const found = check?.(values) ?? [];
    setAttempt((before) => before + 1);
    setFaults(found);
    if (found.length > 0) return;
    setBusy(true);
    try {
      await send(values);
    } catch (error) {
      setFaults([{ field: fieldOf(error) ?? firstField, says: sentence(error) }]);
      setAttempt((before) => before + 1);
    } finally {
      setBusy(false);
    }
  };
  return {
    faults,
    attempt,
    busy,
    onSubmit: (event: FormEvent<HTMLFormElement>) => void submit(event),
    faultOf: (field: string) => faults.find((fault) => fault.field === field)?.says,
  };
}

/** What a field of the form holds, without the spaces around it. */
export const textOf = (values: FormData, name: string): string => String(values.get(name) ?? '').trim();

/** The field an input refusal speaks of, when the form has it. */
function fieldOf(error: unknown): string | undefined {
  if (!(error instanceof Refused) || error.code !== 'input.invalid') return undefined;
  const issues = error.data['issues'] as Issue[] | undefined;
  const name = String(issues?.[0]?.path.at(-1) ?? '');
  return document.getElementById(name) ? name : undefined;
}
