/**
 * Rows as CSV (RFC 4180): CRLF, quotes doubled, UTF-8. A cell that a spreadsheet would take for a formula gets an apostrophe
 * before it, so that nothing in it is ever computed (OWASP, "CSV injection").
 */
export function csv(head: readonly string[], body: readonly (readonly (string | number | boolean | null)[])[]): string {
  return [head, ...body].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string | number | boolean | null): string {
  if (typeof value !== 'string') return value === null ? '' : String(value);
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
