/** The projects of the tests, compiled by `faulty-transform.mjs`. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import config from '../jest.config.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const transformer = join(root, 'tooling/faulty-transform.mjs');

export default {
  ...config,
  projects: config.projects.map((project) => ({
    ...project,
    rootDir: join(root, project.rootDir),
    transform: Object.fromEntries(
      Object.entries(project.transform).map(([files, [, options]]) => [files, [transformer, options]]),
    ),
  })),
};
