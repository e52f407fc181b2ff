import { elementAt, elementsOf, valueAt, type XmlElement } from './xml.ts';

type Level = { start: number; format: string; text: string };
type List = { counters: number[]; levels: Map<number, Level> };

/** Gives the number that Word would print before a paragraph; `''` for none. Ask in document order: it counts. */
export type NumberOf = (paragraph: XmlElement) => string;

/** Word keeps automatic numbers apart from the text: definitions in `numbering.xml`, references in paragraphs and styles. */
export function createNumberOf(numbering: XmlElement | undefined, styles: XmlElement | undefined): NumberOf {
  const lists = readLists(numbering);
  const ofStyle = new Map(
    elementsOf(elementAt(styles, 'w:styles'), 'w:style').map((style) => [
      style.attributes['w:styleId'],
      elementAt(style, 'w:pPr', 'w:numPr'),
    ]),
  );
  return (paragraph) => {
    const properties = elementAt(paragraph, 'w:pPr');
    const own = elementAt(properties, 'w:numPr');
    const reference = own ?? ofStyle.get(valueAt(properties, 'w:pStyle'));
    const list = lists.get(valueAt(reference, 'w:numId') ?? '');
    const depth = Number(valueAt(reference, 'w:ilvl') ?? 0);
    return list === undefined || !Number.isInteger(depth) || depth > 8 ? '' : count(list, depth);
  };
}

function readLists(numbering: XmlElement | undefined): Map<string, List> {
  const root = elementAt(numbering, 'w:numbering');
  const shared = new Map<string, List>();
  for (const definition of elementsOf(root, 'w:abstractNum')) {
    const levels = new Map(
      elementsOf(definition, 'w:lvl').map((each) => [Number(each.attributes['w:ilvl']), readLevel(each)]),
    );
    shared.set(definition.attributes['w:abstractNumId'] ?? '', { counters: [], levels });
  }
  const lists = new Map<string, List>();
  for (const use of elementsOf(root, 'w:num')) {
    const list = shared.get(valueAt(use, 'w:abstractNumId') ?? '');
    // Uses of one definition count on; one that overrides a start counts anew.
    const restarts = elementsOf(use, 'w:lvlOverride').length > 0;
    if (list) lists.set(use.attributes['w:numId'] ?? '', restarts ? { ...list, counters: [] } : list);
  }
  return lists;
}

function readLevel(level: XmlElement): Level {
  return {
    start: Number(valueAt(level, 'w:start') ?? 1),
    format: valueAt(level, 'w:numFmt') ?? 'decimal',
    text: valueAt(level, 'w:lvlText') ?? '',
  };
}

function count(list: List, depth: number): string {
  const { counters, levels } = list;
  const start = (at: number) => levels.get(at)?.start ?? 1;
  for (let at = 0; at < depth; at += 1) counters[at] ??= start(at);
  counters[depth] = (counters[depth] ?? start(depth) - 1) + 1;
  counters.length = depth + 1;
  const level = levels.get(depth);
  if (level === undefined || level.format === 'bullet' || level.format === 'none') return '';
  return level.text.replace(/%([1-9])/gu, (_, digit: string) => {
    const at = Number(digit) - 1;
    return printed(counters[at] ?? start(at), levels.get(at)?.format ?? 'decimal');
  });
}

function printed(value: number, format: string): string {
  if (format === 'upperRoman') return romanOf(value);
  if (format === 'lowerRoman') return romanOf(value).toLowerCase();
  return String(value);
}

const romanDigits = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const;

function romanOf(value: number): string {
  const digit = romanDigits.find(([size]) => size <= value);
  return digit === undefined ? '' : digit[1] + romanOf(value - digit[0]);
}
