import type { Task } from '@mufakat/domain';
import { difference, orNone, type Told } from './difference';
import type { Saying, Teller } from './tell-change';

/** Tasks, in the shared space and in a private one. */
export const tellTask: Teller<'task'> = {
  'task.created': ({ title }, _, { words }) => ({ did: words.task.created(title) }),
  'task.changed': (task, before, saying) => ({
    did: saying.words.task.changed(task.title),
    details: difference(before && fieldsOf(before, saying), fieldsOf(task, saying), saying),
  }),
  'task.moved': (task, before, { words }) => ({
    did:
      before?.state === task.state
        ? words.task.placed(task.title)
        : words.task.moved(task.title, words.taskStates[task.state]),
    details: task.waitingFor ? [words.set(words.fields.waitingFor, task.waitingFor)] : [],
  }),
  'task.completed': ({ title }, _, { words }) => ({ did: words.task.completed(title) }),
  'task.removed': ({ title }, _, { words }) => ({ did: words.task.removed(title) }),
  'task.restored': ({ title }, _, { words }) => ({ did: words.task.restored(title) }),
};

function fieldsOf(task: Task, { words, names }: Saying): Told[] {
  return [
    [words.fields.title, task.title],
    [words.fields.note, orNone(task.note)],
    [words.fields.partner, names.partner(task.partnerId)],
    [words.fields.assignee, names.seat(task.assigneeId)],
    [words.fields.dueOn, task.dueOn && names.day(task.dueOn)],
    [words.fields.waitingFor, orNone(task.waitingFor)],
  ];
}
