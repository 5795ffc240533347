/** Columns for a person to read: each as wide as its widest cell, cells beyond `most` characters cut. */
export function table(head: readonly string[], body: readonly (readonly string[])[], most = 60): string {
  const cut = (cell: string) => ([...cell].length > most ? `${[...cell].slice(0, most - 1).join('')}…` : cell);
  const rows = [head, ...body].map((row) => row.map((cell) => cut(cell.replace(/\s+/g, ' '))));
  const widths = head.map((_, column) => Math.max(...rows.map((row) => [...(row[column] ?? '')].length)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - [...cell].length))
      .join('  ')
      .trimEnd(),
  );
  lines.splice(1, 0, widths.map((width) => '─'.repeat(width)).join('  '));
  return `${lines.join('\n')}\n`;
}
