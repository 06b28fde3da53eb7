import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, defaultClientConditions, type Plugin } from 'vite';

const folder = fileURLToPath(new URL('./src/verifier', import.meta.url));
const place = '/* program */';

/** Lays the offline verifier beside the pages: one HTML file with everything in it, which works from a disk. */
export function verifier(): Plugin {
  return {
    name: 'verifier',
    apply: 'build',
    async writeBundle({ dir = '' }, bundle) {
      if (!('index.html' in bundle)) return;
      await writeFile(join(dir, 'pemeriksa.html'), await verifierPage());
    },
  };
}

async function verifierPage(): Promise<string> {
  const page = await readFile(join(folder, 'page.html'), 'utf8');
  const [before, after] = page.split(place);
  if (before === undefined || after === undefined) throw new Error('the page has no place for its program');
  // What would end the script early is written in another way.
  return before + (await program()).replaceAll('</script', '<\\/script') + after;
}

async function program(): Promise<string> {
  const result = await build({
    root: folder,
    configFile: false,
    logLevel: 'error',
    resolve: { conditions: ['@mufakat/source', ...defaultClientConditions] },
    build: {
      write: false,
      target: 'es2023',
      lib: { entry: join(folder, 'main.ts'), formats: ['es'], fileName: 'verifier' },
    },
  });
  const [output] = [result].flat().flatMap((each) => ('output' in each ? each.output : []));
  if (output?.type !== 'chunk') throw new Error('the verifier was not built');
  return output.code;
}
