import type { Env } from '../env.js';
import { serve, type Serving, type ServeOptions } from '../serve.js';
import { DemoClock } from './demo-clock.js';
import { prepareDemoFolder, signDemoMade } from './demo-folder.js';
import { makeDemo } from './make-demo.js';

/** The server with the sample partnerships in a folder of their own, played through at the first start. */
export async function serveDemo(env: Env, options: ServeOptions): Promise<Serving> {
  const mustMake = await prepareDemoFolder(env.dataDir, { reset: env.resetDemo });
  const clock = new DemoClock();
  const serving = await serve(env, { ...options, clock });
  if (!mustMake) return serving;
  try {
    await makeDemo(serving.app, clock, options.tell);
    clock.release();
    await signDemoMade(env.dataDir);
    return serving;
  } catch (error) {
    await serving.stop();
    throw error;
  }
}
