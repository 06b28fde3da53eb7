import { checkFiles, type FilesReport } from './check-files';
import { catalogue, type Language } from './words';

let language: Language = navigator.language.startsWith('id') ? 'id' : 'en';
let report: FilesReport | 'none' | undefined;

const find = <E extends HTMLElement>(id: string): E => {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no ${id}`);
  return element as E;
};

function element(name: string, text = '', ...children: Node[]): HTMLElement {
  const made = document.createElement(name);
  made.append(...(text ? [text] : []), ...children);
  return made;
}

function show(): void {
  const words = catalogue[language];
  document.documentElement.lang = language;
  document.title = words.title;
  find('title').textContent = words.title;
  find('lead').textContent = words.lead;
  find('choose').textContent = words.choose;
  for (const button of document.querySelectorAll('button'))
    button.setAttribute('aria-pressed', String(button.value === language));
  if (report === 'none') find('result').replaceChildren(element('p', words.noJournal));
  else if (report) find('result').replaceChildren(...told(report));
}

/** What was found: the verdict, the facts, and each thing that is wrong. */
function told(found: FilesReport): Node[] {
  const words = catalogue[language];
  const isWhole = found.faults.length === 0 && found.brokenLine === null;
  const verdict = element('h2', isWhole ? words.whole : words.broken);
  verdict.className = isWhole ? 'whole' : 'broken';
  const facts: Record<keyof typeof words.rows, string> = {
    partnership: found.journal?.partnership ?? '',
    madeAt: found.journal?.madeAt ?? '',
    entries: String(found.entries),
    revisions: String(found.revisions),
    receipts: String(found.receipts),
    head: `#${found.head.sequence} ${found.head.hash}`,
  };
  const rows = Object.entries(facts).flatMap(([name, value]) => [
    element('dt', words.rows[name as keyof typeof words.rows]),
    element('dd', value),
  ]);
  const faults = found.faults.slice(0, 50).map(({ sequence, fault }) => element('li', words.faults[fault](sequence)));
  const hidden = found.faults.length - faults.length;
  return [
    verdict,
    element('p', isWhole ? words.wholeSays : words.brokenSays),
    ...(found.brokenLine === null ? [] : [element('p', words.brokenLine(found.brokenLine))]),
    ...(faults.length > 0 ? [element('ul', '', ...faults)] : []),
    ...(hidden > 0 ? [element('p', words.more(hidden))] : []),
    ...(found.held === 0 ? [element('p', words.noReceipts)] : []),
    element('dl', '', ...rows),
  ];
}

async function check(files: readonly File[]): Promise<void> {
  if (files.length === 0) return;
  const result = find('result');
  result.setAttribute('aria-busy', 'true');
  const found = await checkFiles(files, (entries) => {
    result.replaceChildren(element('p', catalogue[language].checking(entries)));
  });
  report = found ?? 'none';
  result.removeAttribute('aria-busy');
  show();
}

for (const button of document.querySelectorAll('button'))
  button.addEventListener('click', () => {
    language = button.value as Language;
    show();
  });
const input = find<HTMLInputElement>('files');
input.addEventListener('change', () => void check([...(input.files ?? [])]));
show();
