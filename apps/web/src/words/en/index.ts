import type { Words } from '../id';
import { account } from './account';
import { accountability } from './accountability';
import { agreement } from './agreement';
import { change } from './change';
import { charter } from './charter';
import { frame } from './frame';
import { goal } from './goal';
import { help } from './help';
import { history } from './history';
import { interest } from './interest';
import { meeting } from './meeting';
import { notification } from './notification';
import { operator } from './operator';
import { partnership } from './partnership';
import { progress } from './progress';
import { proof } from './proof';
import { refusals } from './refusals';
import { signing } from './signing';
import { task } from './task';
import { today } from './today';
import { version } from './version';
import { writing } from './writing';

/** Every word of the product in English. */
export const words = {
  account,
  accountability,
  agreement,
  change,
  charter,
  frame,
  goal,
  help,
  history,
  interest,
  meeting,
  notification,
  operator,
  partnership,
  progress,
  proof,
  refusals,
  signing,
  task,
  today,
  version,
  writing,
} satisfies Words;
