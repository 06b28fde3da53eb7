/** One runner, one project per package. Native ES modules, so scripts/test.mjs passes --experimental-vm-modules. */
const compile = (tsx) => [
  '@swc/jest',
  {
    module: { type: 'es6' },
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx, decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
    },
  },
];

const project = (displayName, rootDir, environment = 'node', sources = '<rootDir>/src') => ({
  displayName,
  rootDir,
  testEnvironment: environment,
  testMatch: ['<rootDir>/**/*.test.ts?(x)'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/dist-types/'],
  modulePathIgnorePatterns: ['/dist/', '/dist-types/'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  testEnvironmentOptions: {
    customExportConditions:
      environment === 'node' ? ['@mufakat/source', 'node', 'node-addons'] : ['@mufakat/source', 'browser'],
  },
  moduleNameMapper: {
    '\\.module\\.css$': '<rootDir>/../../tooling/css-module.mjs',
    '\\.css$': '<rootDir>/../../tooling/css-module.mjs',
    '^@/(.*)$': `${sources}/$1`,
    '^(\\.{1,2}/.*(?<!\\.json))\\.js$': '$1',
  },
  transform: { '^.+\\.tsx$': compile(true), '^.+\\.ts$': compile(false) },
});

export default {
  // A busy machine makes its first embedded database in ten seconds or more.
  testTimeout: 30_000,
  projects: [
    project('domain', 'packages/domain'),
    project('collab', 'packages/collab'),
    project('proof', 'packages/proof'),
    project('broker', 'packages/broker'),
    project('provider', 'packages/provider'),
    project('server', 'apps/server'),
    project('web', 'apps/web', 'jsdom'),
    // The laws hold the pages' own cache against the whole server.
    project('e2e', 'apps/e2e', 'node', '<rootDir>/../web/src'),
  ],
};
