import { readFile } from 'node:fs/promises';
import { serveDemo } from './demo/serve-demo.js';
import { readEnv } from './env.js';
import { SetupCode } from './features/account/index.js';
import { runOrExplain } from './platform/start-refusal.js';
import { serve } from './serve.js';

// What this process writes, such as codes and keys, is for its own user alone.
process.umask(0o077);

const tell = (line: string): void => console.log(line);

/** How the process ends cleanly: until a server is built there is nobody to tell. */
let stop = (): Promise<void> => Promise.resolve();
// Ctrl-C in a terminal reaches us more than once when npm passes it on; the first one counts.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  });
}

await runOrExplain(async () => {
  const env = readEnv(process.env);
  const { version } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  const serving = await (env.demo ? serveDemo : serve)(env, { version, tell });
  stop = () => serving.stop();
  await serving.listen();
  tell(`Mufakat is ready: ${env.publicUrl}`);
  const code = await serving.app.get(SetupCode).announce();
  if (code) tell(`Nobody is here yet: open ${env.publicUrl}/siapkan and enter the code ${code} (good for 60 minutes).`);
});
