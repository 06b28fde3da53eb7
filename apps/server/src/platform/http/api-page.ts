import type { ApiDocument, JsonSchema, Operation } from './openapi.js';

const style = `
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { max-width: 60rem; margin: 0 auto; padding: 1.5rem; }
  h1, h2, h3 { line-height: 1.25; }
  code, pre { font-family: ui-monospace, monospace; font-size: 0.875em; }
  pre { overflow-x: auto; padding: 0.75rem; border: 1px solid; border-radius: 0.5rem; }
  article { border-top: 1px solid; padding: 0.5rem 0 1rem; overflow-wrap: anywhere; }
  table { border-collapse: collapse; display: block; overflow-x: auto; }
  th, td { text-align: left; vertical-align: top; padding: 0.25rem 1rem 0.25rem 0; }
  nav ul { columns: 16rem; padding-left: 1.25rem; }
  summary { cursor: pointer; min-height: 1.75rem; }`;

/** The contract as a page to read: no scripts, one style sheet, everything escaped. */
export function apiPage(document: ApiDocument, nonce: string): string {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  const tags = [...new Set(operations.flatMap(({ operation }) => operation.tags))];
  const links = operations.map(
    ({ operation: { operationId: id } }) => `<li><a href="#${html(id)}">${html(id)}</a></li>`,
  );
  const sections = tags.map((tag) => {
    const calls = operations.filter(({ operation }) => operation.tags.includes(tag));
    return `<section><h2>${html(tag)}</h2>${calls.map(articleOf).join('')}</section>`;
  });
  const schemas = Object.entries(document.components.schemas).map(
    ([name, schema]) => `<article id="schema-${html(name)}"><h3>${html(name)}</h3>${schemaOf(schema)}</article>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${html(document.info.title)} API</title>
<style nonce="${html(nonce)}">${style}</style>
</head>
<body>
<main>
<h1>${html(document.info.title)} API ${html(document.info.version)}</h1>
<p>${html(document.info.description)}</p>
<p><a href="/api/openapi.json">OpenAPI ${html(document.openapi)}</a></p>
<nav aria-label="Calls"><ul>${links.join('')}</ul></nav>
${sections.join('\n')}
<section><h2>Words</h2>${schemas.join('\n')}</section>
</main>
</body>
</html>
`;
}

type Call = { path: string; method: string; operation: Operation };

function articleOf({ path, method, operation }: Call): string {
  const { operationId, summary, parameters, requestBody, responses } = operation;
  const access = operation.security.length > 0 ? 'after sign-in' : 'open to anybody';
  const rows = parameters.map(
    ({ name, in: place, required }) =>
      `<tr><td><code>${html(name)}</code></td><td>${place}</td><td>${required ? 'needed' : 'optional'}</td></tr>`,
  );
  const refusals = Object.entries(responses)
    .filter(([status]) => status !== '200')
    .map(([status, { description }]) => `<tr><th scope="row">${status}</th><td>${linesOf(description)}</td></tr>`);
  const [[type, answer] = ['', undefined]] = Object.entries(responses['200']?.content ?? {});
  const body = requestBody?.content['application/json']?.schema;
  return `<article id="${html(operationId)}">
<h3>${html(operationId)}</h3>
<p><code>${method} /api${html(path)}</code> (${access})</p>
<p>${html(summary)}</p>
${rows.length > 0 ? `<table>${rows.join('')}</table>` : ''}
${body ? `<details><summary>Body</summary>${schemaOf(body)}</details>` : ''}
<details><summary>Answer (${html(type)})</summary>${schemaOf(answer?.schema ?? {})}</details>
<details><summary>Refusals</summary><table>${refusals.join('')}</table></details>
</article>`;
}

const linesOf = (text: string) => text.split('\n').map(html).join('<br>');

const schemaOf = (schema: JsonSchema) => `<pre tabindex="0">${html(JSON.stringify(schema, null, 2))}</pre>`;

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as HTML text or attribute. */
export function html(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
