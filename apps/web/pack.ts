import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const forms = { '.br': promisify(brotliCompress), '.gz': promisify(gzip) };

/** Lays packed copies beside the scripts and styles, so that the server sends a third of the bytes and packs nothing itself. */
export function pack(): Plugin {
  return {
    name: 'pack',
    apply: 'build',
    async writeBundle({ dir = '' }, bundle) {
      for (const name of Object.keys(bundle).filter((each) => /^assets\/.*\.(js|css)$/.test(each))) {
        const content = await readFile(join(dir, name));
        for (const [ending, form] of Object.entries(forms))
          await writeFile(join(dir, name + ending), await form(content));
      }
    },
  };
}
