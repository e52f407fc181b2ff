import { Refusal } from '../domain/refusal.ts';
import type { RoadmapPages } from '../domain/roadmap/roadmap.ts';
import { createNumberOf, type NumberOf } from './docx-numbers.ts';
import { elementAt, elementsOf, parseXml, valueAt, type XmlElement, type XmlNode } from './xml.ts';

/** Content controls, insertions and the like stand around what they hold without changing what it is. */
const wrappers = ['w:sdt', 'w:sdtContent', 'w:ins', 'w:moveTo', 'w:customXml', 'w:smartTag'];
/** Deleted text of tracked changes, field codes, and the second telling of a drawing. */
const unseen = ['w:del', 'w:moveFrom', 'w:instrText', 'w:delText', 'w:pPr', 'w:rPr', 'mc:Fallback'];

/** A DOCX by its unpacked parts. `Refusal('document-broken')` where the main part is missing. */
export function readDocx(parts: ReadonlyMap<string, string>): RoadmapPages {
  const main = mainPart(parts);
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const body = elementAt(part(parts, main), 'w:document', 'w:body');
  if (body === undefined) throw new Refusal('document-broken');
  const numberOf = createNumberOf(part(parts, `${folder}numbering.xml`), part(parts, `${folder}styles.xml`));
  const pages: RoadmapPages = { paragraphs: [], rows: [] };
  let tables = 0;
  for (const block of unwrapped(body, 'w:p', 'w:tbl')) {
    if (block.name === 'w:tbl') {
      tables += 1;
      pages.rows.push(...rowsOf(block, numberOf));
      continue;
    }
    const text = paragraphText(block, numberOf).trim();
    if (text === '') continue;
    if (tables === 0) pages.paragraphs.push(text);
    else pages.rows.push([text]);
  }
  return pages;
}

export function mainPart(parts: ReadonlyMap<string, string>): string {
  const relations = elementsOf(elementAt(part(parts, '_rels/.rels'), 'Relationships'), 'Relationship');
  const main = relations.find(({ attributes }) => attributes.Type?.endsWith('/officeDocument'));
  return (main?.attributes.Target ?? 'word/document.xml').replace(/^\//u, '');
}

function part(parts: ReadonlyMap<string, string>, name: string): XmlElement | undefined {
  const text = parts.get(name);
  return text === undefined ? undefined : parseXml(text);
}

function unwrapped(node: XmlElement, ...names: string[]): XmlElement[] {
  return elementsOf(node).flatMap((child) => {
    if (names.includes(child.name)) return [child];
    return wrappers.includes(child.name) ? unwrapped(child, ...names) : [];
  });
}

function rowsOf(table: XmlElement, numberOf: NumberOf): string[][] {
  const rows: string[][] = [];
  let above: string[] = [];
  for (const row of unwrapped(table, 'w:tr')) {
    if (elementAt(row, 'w:trPr', 'w:del') !== undefined) continue;
    const cells = unwrapped(row, 'w:tc');
    const grid = new Array<string>(Number(valueAt(row, 'w:trPr', 'w:gridBefore') ?? 0)).fill('');
    for (const cell of cells) {
      const properties = elementAt(cell, 'w:tcPr');
      const merge = elementAt(properties, 'w:vMerge');
      const goesOn = merge !== undefined && merge.attributes['w:val'] !== 'restart';
      const text = cellText(cell, numberOf);
      const span = Math.min(Number(valueAt(properties, 'w:gridSpan') ?? 1), 50);
      grid.push(
        goesOn ? (above[grid.length] ?? '') : text,
        ...new Array<string>(Math.max(span - 1, 0)).fill(''),
      );
    }
    rows.push(cells.length === 1 ? [grid.find((text) => text !== '') ?? ''] : grid);
    above = grid;
  }
  return rows;
}

/** A number belongs to the cell where it stands before a single paragraph; a numbered list inside a cell is left bare. */
function cellText(cell: XmlElement, numberOf: NumberOf): string {
  const blocks = unwrapped(cell, 'w:p', 'w:tbl');
  const numbers = blocks.map((block) => (block.name === 'w:p' ? numberOf(block) : ''));
  const single = numbers.filter((number) => number !== '').length === 1;
  const texts = blocks.map((block, at) => {
    if (block.name === 'w:tbl') return rowsOf(block, numberOf).flat().join('\n');
    return single && numbers[at] !== '' ? `${numbers[at]} ${textOf(block)}` : textOf(block);
  });
  return texts.join('\n').trim();
}

function paragraphText(paragraph: XmlElement, numberOf: NumberOf): string {
  return `${numberOf(paragraph)} ${textOf(paragraph)}`;
}

function textOf(node: XmlElement): string {
  return node.children.map(textOfNode).join('');
}

function textOfNode(node: XmlNode): string {
  if (typeof node === 'string' || unseen.includes(node.name)) return '';
  if (node.name === 'w:t') return node.children.filter((child) => typeof child === 'string').join('');
  if (node.name === 'w:br' || node.name === 'w:cr') return '\n';
  if (node.name === 'w:tab') return ' ';
  if (node.name === 'w:noBreakHyphen') return '-';
  // Paragraphs inside a paragraph are those of a text box.
  return node.name === 'w:p' ? `${textOf(node)}\n` : textOf(node);
}
