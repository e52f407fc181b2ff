import { Refusal } from '../domain/refusal.ts';
import type { RoadmapPages } from '../domain/roadmap/roadmap.ts';
import { rowsOfCells } from '../domain/roadmap/rows-of-cells.ts';

/**
 * Plain text as word processors save a table: paragraphs, then cells set off by a TAB at the start of a line and going on over the next
 * lines. Where TABs stand inside the lines too, each line is a row. `Refusal('document-not-text')` for binary data.
 */
export function readText(bytes: Uint8Array): RoadmapPages {
  const lines = decode(bytes)
    .replace(/\r\n?|\u2028/gu, '\n')
    .split('\n');
  const first = lines.findIndex((line) => line.includes('\t'));
  const table = first === -1 ? [] : lines.slice(first);
  const paragraphs = first === -1 ? lines : lines.slice(0, first);
  const withTabs = table.filter((line) => line.includes('\t'));
  const inside = withTabs.filter((line) => line.trim().includes('\t'));
  const rows = inside.length * 2 > withTabs.length ? rowsOfLines(table) : rowsOfCells(cellsOf(table));
  return { paragraphs: paragraphs.filter((line) => line.trim() !== ''), rows };
}

function cellsOf(lines: readonly string[]): string[] {
  const cells: string[] = [];
  for (const line of lines) {
    const last = cells.length - 1;
    if (line.startsWith('\t')) cells.push(...line.slice(1).split('\t'));
    else if (last === -1) cells.push(line);
    else cells[last] = `${cells[last]}\n${line}`;
  }
  return cells;
}

function rowsOfLines(lines: readonly string[]): string[][] {
  return lines
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const cells = line.replace(/^\t/u, '').split('\t');
      return cells.filter((cell) => cell.trim() !== '').length === 1 && (cells[0] ?? '').trim() !== ''
        ? cells.slice(0, 1)
        : cells;
    });
}

/** UTF-8 and UTF-16 by their mark or their shape, else windows-1251: old office programs in Russia save nothing else. */
function decode(bytes: Uint8Array): string {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells binary data from text.
  if (/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/u.test(text)) throw new Refusal('document-not-text');
  return text;
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // Russian text in UTF-16 has 0x04 or 0x00 in every high byte.
  const sample = bytes.subarray(0, 2000);
  const high = (offset: number) =>
    sample.filter((byte, at) => at % 2 === offset && (byte === 0x04 || byte === 0)).length /
    (sample.length / 2);
  if (high(1) > 0.9) return 'utf-16le';
  if (high(0) > 0.9) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'windows-1251';
  }
}
