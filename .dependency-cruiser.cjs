/** The architecture, as rules. `pnpm check` runs them; change them in the same commit as docs/architecture.md. */
const only = (name, from, to) => ({
  name,
  severity: 'error',
  from: typeof from === 'string' ? { path: from } : from,
  to: { path: '^(apps|packages)/', pathNot: to },
});

const tests = '\\.(test|contract)\\.tsx?$';
const server = '^apps/server/src';
const web = '^apps/web/src';

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Types may refer to each other; a circle of running code may not be.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'nothing-missing',
      severity: 'error',
      from: { pathNot: '/(dist|dist-types)/' },
      to: { couldNotResolve: true },
    },
    only('domain-stands-alone', '^packages/domain', '^packages/domain'),
    only('broker-stands-alone', '^packages/broker', '^packages/broker'),
    only('proof-stands-alone', '^packages/proof', '^packages/proof'),
    only('provider-stands-alone', '^packages/provider', '^packages/provider'),
    only('collab-knows-domain', '^packages/collab', '^packages/(collab|domain)'),
    only(
      'platform-knows-no-feature',
      { path: `${server}/platform`, pathNot: tests },
      `^packages/|${server}/(platform/|env\\.ts$)`,
    ),
    only(
      'feature-stands-on-platform',
      { path: `${server}/features/([^/]+)`, pathNot: tests },
      `^packages/|${server}/(platform/|env\\.ts$)|${server}/features/($1/|[^/]+/index\\.ts$)`,
    ),
    only(
      'web-feature-knows-no-other',
      { path: `${web}/features/([^/]+)`, pathNot: tests },
      `^packages/|${web}/(ui|lib|words|styles)/|${web}/features/$1/`,
    ),
    only('ui-knows-no-business', { path: `${web}/ui`, pathNot: tests }, `${web}/(ui|lib|styles)/`),
    only('lib-knows-no-screen', { path: `${web}/lib`, pathNot: tests }, `^packages/|${web}/(lib|ui|words)/`),
    only('web-knows-no-server', '^apps/web', '^packages/(domain|collab|proof|provider)|^apps/web'),
    {
      name: 'web-bundles-no-zod',
      comment:
        'The contract reaches the browser as types only; what runs there comes from @mufakat/domain/browser, /starters and /refusals.',
      severity: 'error',
      from: { path: web, pathNot: tests },
      to: {
        path: '^packages/domain/(src|dist)/(?!(browser|starters)\\.|kernel/refusals\\.(id|en)\\.generated)|node_modules/zod/',
        dependencyTypesNot: ['type-only', 'pre-compilation-only'],
      },
    },
    {
      name: 'broker-is-framework-free',
      severity: 'error',
      from: { path: '^packages/(broker|domain)/src', pathNot: tests },
      to: { path: 'node_modules', pathNot: 'node_modules/(yjs|y-protocols|lib0|zod)/' },
    },
    {
      name: 'provider-is-framework-free',
      severity: 'error',
      from: { path: '^packages/provider/src', pathNot: tests },
      to: { path: 'node_modules', pathNot: 'node_modules/(yjs|y-protocols|y-websocket|lib0)/' },
    },
    {
      name: 'proof-is-framework-free',
      severity: 'error',
      from: { path: '^packages/proof/src', pathNot: tests },
      to: { path: 'node_modules', pathNot: 'node_modules/(@noble/(curves|hashes)|canonicalize)/' },
    },
    {
      name: 'sql-lives-in-stores',
      severity: 'error',
      from: { path: `${server}/features`, pathNot: '\\.(store|entity|module|test)\\.ts$' },
      to: { path: 'node_modules/typeorm/' },
    },
    {
      name: 'program-knows-no-test',
      severity: 'error',
      from: { path: '^(apps|packages)/[^/]+/src', pathNot: `${tests}|^apps/web/src/testing/` },
      to: { path: `${tests}|^apps/server/test/|^apps/web/src/testing/` },
    },
  ],
  options: {
    tsConfig: { fileName: 'tooling/architecture.tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    // The bench stands outside the workspace: its packages are only there once it ran.
    exclude: { path: '(^|/)(dist|dist-types)/|^apps/bench/' },
    tsPreCompilationDeps: true,
    parser: 'tsc',
    moduleSystems: ['es6'],
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@mufakat/source', 'import', 'node', 'browser', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.css'],
    },
  },
};
