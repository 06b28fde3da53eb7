const byteOrderMark = '\uFEFF';

/**
 * Characters with which a spreadsheet begins a formula, in their common and full-width forms, and those that may
 * hide one. A semicolon begins a new cell where the comma is the decimal sign, so what follows it is guarded too.
 */
const formulaStart = /(^|;)(?=\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|[\t\r\n])/g;

/** A table as CSV (RFC 4180, UTF-8 with byte order mark), in which no cell is ever taken for a formula. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return byteOrderMark + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(text: string): string {
  const harmless = text.replace(formulaStart, "$1'");
  return /[",;\r\n']/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
