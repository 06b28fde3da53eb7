import type { TextVersion } from '@mufakat/domain';
import type { Saying, Teller } from './tell-change';

/** What was done with the versions of a co-edited text. */
export const tellText: Teller<'text'> = {
  'text.version-named': ({ title, version }, _, { words }) => ({ did: words.text.named(title, version.name ?? '') }),
  'text.restored': ({ title, version }, _, saying) => ({
    did: saying.words.text.restored(title, calledIn(saying, version)),
  }),
};

const calledIn = ({ names }: Saying, { name, at }: TextVersion) => (name === null ? names.moment(at) : `“${name}”`);
