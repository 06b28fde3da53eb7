import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import { readEnv } from '../env.js';
import { runAdmin } from '../features/operator/index.js';
import { NoCarrier } from '../platform/cluster/carrier.js';
import { migrate } from '../platform/database/migrate.js';
import { openDatabase } from '../platform/database/open-database.js';
import { SessionCookie } from '../platform/http/cookie.js';
import { Origins } from '../platform/http/origin.js';
import { SigningKey } from '../platform/journal/signing-key.js';
import { Clock } from '../platform/outside/clock.js';
import { Settings } from '../platform/settings.js';
import { runOrExplain, StartRefusal } from '../platform/start-refusal.js';
import { schema } from '../schema.js';

/** `npm run admin`: for whoever owns the machine, when nobody can sign in to help. */
await runOrExplain(async () => {
  const env = readEnv(process.env);
  const place = await openDatabase(env).catch((error: unknown) => {
    if (!(error instanceof StartRefusal) || !/in use/.test(error.message)) throw error;
    throw new StartRefusal(
      `The server is running on this folder (${env.dataDir}). Stop it first, or do this on its operator page: ${env.publicUrl}/operator.`,
    );
  });
  try {
    await migrate(place, schema);
    const database = await place.application(schema);
    const documents = place.documents(database);
    const notices = await place.notices();
    const app = await NestFactory.createApplicationContext(
      AppModule.on({
        database,
        documents,
        notices,
        carrier: new NoCarrier(),
        signingKey: await SigningKey.load(env.signingKeyFile),
        settings: new Settings({ ...env, isDemo: env.demo, version: '' }),
        origins: new Origins(env.origins),
        cookie: new SessionCookie(env.publicUrl.startsWith('https:')),
        clock: new Clock(),
      }),
      { logger: ['error'] },
    );
    try {
      console.log(await runAdmin(app, process.argv.slice(2)));
    } finally {
      await app.close();
      await documents.close();
      await notices.close();
    }
  } finally {
    await place.close();
  }
});
