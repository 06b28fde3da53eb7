import { writeFile } from 'node:fs/promises';
import { sentencesSource, wireSource } from './src/browser-source.js';

const write = (file: string, source: string) => writeFile(new URL(`./src/${file}`, import.meta.url), source);

await write('wire.generated.ts', wireSource());
for (const language of ['id', 'en'] as const)
  await write(`kernel/refusals.${language}.generated.ts`, sentencesSource(language));
