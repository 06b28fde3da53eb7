import type { Plugin } from 'vite';
import { parseSync } from 'vite';

/** What libraries bring along and no page of ours ever uses, left out of what a phone has to fetch. */
export function leaveOut(): Plugin {
  return {
    name: 'leave-out',
    load(id) {
      // The live line is a WebSocket and nothing else.
      if (id.endsWith('/engine.io-client/build/esm/transports/index.js'))
        return "import { WS } from './websocket.node.js';\nexport const transports = { websocket: WS };";
      return null;
    },
    transform(code, id) {
      if (/\/@tiptap\/extension[^/]*\/dist\//.test(id)) return withoutMarkdown(code);
      // Schemas for values which only their own library reads; the mark lets them fall away.
      if (id.endsWith('/lib0/dom.js')) return code.replaceAll('= $.$custom(', '= /* @__PURE__ */ $.$custom(');
      return null;
    },
  };
}

const markdown = new Set(['markdownTokenName', 'markdownTokenizer', 'parseMarkdown', 'renderMarkdown']);

type Part = { type: string; start: number; end: number; key?: { name?: string } };

/** Our texts never speak Markdown, so what Tiptap's extensions know of it is cut from their definitions. */
function withoutMarkdown(code: string): string {
  const cuts: Part[] = [];
  const visit = (part: unknown) => {
    if (Array.isArray(part)) return part.forEach(visit);
    if (typeof part !== 'object' || part === null) return;
    const { type, key } = part as Part;
    if (type === 'Property' && markdown.has(key?.name ?? '')) cuts.push(part as Part);
    else Object.values(part).forEach(visit);
  };
  visit(parseSync('extension.js', code).program);
  return cuts.reduceRight((left, { start, end }) => {
    const comma = /^\s*,/.exec(left.slice(end))?.[0].length ?? 0;
    return left.slice(0, start) + left.slice(end + comma);
  }, code);
}
