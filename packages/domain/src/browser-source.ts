import { refusals } from './kernel/refusals.js';
import type { Route } from './kernel/route.js';
import { routes } from './routes.js';

/** The source of `wire.generated.ts`: what a browser needs to call a route, and nothing else of it. */
export function wireSource(): string {
  const lines = Object.values(routes as Record<string, Route>).map(
    (route) =>
      `  ${route.id}: { method: '${route.method}', path: '${route.path}'${route.produces ? `, produces: '${route.produces}'` : ''} },`,
  );
  return `/** Made by \`pnpm generate\` from the routes; a test fails when it is out of date. */
import type { RouteId } from './routes.js';

export const wire: Record<RouteId, { method: string; path: string; produces?: string }> = {
${lines.join('\n')}
};
`;
}

/** The source of the refusals in one language: a browser fetches the sentences that its person reads, and no others. */
export function sentencesSource(language: 'id' | 'en'): string {
  const lines = Object.entries(refusals).map(
    ([code, says]) => `  ${JSON.stringify(code)}: ${JSON.stringify(says[language])},`,
  );
  return `/** Made by \`pnpm generate\` from the refusals; a test fails when it is out of date. */
import type { Refusal } from './refusals.js';

export const refusals: Record<Refusal, string> = {
${lines.join('\n')}
};
`;
}
