import { writeFile } from 'node:fs/promises';
import { wireSource } from './src/wire-source.js';

await writeFile(new URL('./src/wire.generated.ts', import.meta.url), wireSource());
