/** Lines of a table for a terminal: cells wrapped at words to the widths of their columns. */
export function tableLines(rows: readonly (readonly string[])[], widths: readonly number[]): string[] {
  return rows.flatMap((row) => {
    const cells = widths.map((width, column) => wrap(row[column] ?? '', width));
    const height = Math.max(...cells.map((lines) => lines.length));
    return Array.from({ length: height }, (_, line) =>
      widths
        .map((width, column) => (cells[column]?.[line] ?? '').padEnd(width))
        .join('  ')
        .trimEnd(),
    );
  });
}

/** «Формирование базы настав…». */
export function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`;
}

function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines = [''];
    for (const word of paragraph.split(' ')) {
      const last = lines.at(-1) ?? '';
      const longer = last === '' ? word : `${last} ${word}`;
      if (longer.length <= width) lines[lines.length - 1] = longer;
      else lines.push(cut(word, width));
    }
    return lines[0] === '' && lines.length > 1 ? lines.slice(1) : lines;
  });
}
