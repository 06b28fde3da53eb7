/** Compiles like the tests do, with one fault put into one file: FAULT names the file, its text, and what stands there instead. */
import { createHash } from 'node:crypto';
import swc from '@swc/jest';

const given = process.env.FAULT ?? '';
const fault = given ? JSON.parse(given) : null;

function broken(source, path) {
  if (!fault || !path.endsWith(`/${fault.file}`)) return source;
  const places = source.split(fault.text).length - 1;
  if (places !== 1) throw new Error(`${fault.file} holds ${places} times what the fault replaces: ${fault.text}`);
  return source.replace(fault.text, () => fault.instead);
}

export default {
  createTransformer(options) {
    const { canInstrument, process, processAsync, getCacheKey } = swc.createTransformer(options);
    const mark = createHash('sha256').update(given).digest('hex');
    return {
      canInstrument,
      process: (source, path, more) => process(broken(source, path), path, more),
      processAsync: (source, path, more) => processAsync(broken(source, path), path, more),
      getCacheKey: (...about) =>
        createHash('sha256')
          .update(getCacheKey(...about))
          .update(mark)
          .digest('hex'),
    };
  },
};
