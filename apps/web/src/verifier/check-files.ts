import { FileCheck, type FileReport, type Receipt } from '@mufakat/proof';

/** A report, and how many receipts came from files of their own. */
export type FilesReport = FileReport & { held: number };

/** How many lines are checked between two looks at the page. */
const stride = 2000;

/** Checks the one journal among these files, with all the receipts among them; null when there is no journal. */
export async function checkFiles(files: readonly File[], tell: (entries: number) => void): Promise<FilesReport | null> {
  const receipts: Receipt[] = [];
  let journal: File | undefined;
  for (const file of files) {
    const held = await receiptsIn(file);
    if (held) receipts.push(...held);
    else journal ??= file;
  }
  if (!journal) return null;
  const check = new FileCheck(receipts);
  let lines = 0;
  for await (const line of linesOf(journal)) {
    check.add(line);
    lines += 1;
    if (lines % stride > 0) continue;
    tell(lines);
    await new Promise((done) => setTimeout(done));
  }
  return { ...check.end(), held: receipts.length };
}

/** The receipts of a file that holds nothing else; a journal is told from them by its first line. */
async function receiptsIn(file: File): Promise<Receipt[] | null> {
  if (!file.name.endsWith('.json') || file.size > 10_000_000) return null;
  try {
    const held: unknown = JSON.parse(await file.text());
    const all = (Array.isArray(held) ? held : [held]) as Receipt[];
    return all.every((each) => typeof each?.statement?.sequence === 'number') ? all : null;
  } catch {
    return null;
  }
}

/** The lines of a file, without ever holding it as a whole. */
async function* linesOf(file: File): AsyncGenerator<string> {
  const reader = file.stream().pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest) yield rest;
}
