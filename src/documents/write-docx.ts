import { strToU8, zipSync } from 'fflate';
import type { DocxBlock, DocxPlan } from '../domain/files/docx-plan.ts';

/** Of a page in twips, twentieths of a point: A4 with 30, 10, 20 and 20 mm to the left, right, top and bottom. */
const page = { wide: 11906, high: 16838 };
const margin = { left: 1701, right: 567, top: 1134, bottom: 1134 };
const firstLine = 709;
const twipsOfMm = (mm: number) => Math.round((mm * 1440) / 25.4);
const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const header = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** The same plan is the same bytes, whenever it is written. */
const stamp = new Date('2000-01-01T00:00:00Z');

/**
 * A DOCX as an office writes its papers: Times New Roman 14 pt, the pages numbered from the second one (ГОСТ Р 7.0.97-2016).
 * Our own few parts instead of a library's: what stands in a template that staff will edit has to be plain, one run to a
 * paragraph, or its fields fall apart.
 */
export function writeDocx(plan: DocxPlan): Uint8Array {
  const files = Object.entries(partsOf(plan)).map(([name, text]) => [name, strToU8(header + text)] as const);
  return zipSync(Object.fromEntries(files), { level: 6, mtime: stamp });
}

function partsOf(plan: DocxPlan): Record<string, string> {
  return {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': `<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${office}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${office}/header" Target="header1.xml"/></Relationships>`,
    'word/styles.xml': styles,
    'word/header1.xml': `<w:hdr xmlns:w="${main}"><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>`,
    'word/document.xml': `<w:document xmlns:w="${main}" xmlns:r="${office}"><w:body>${plan.blocks
      .map((block) => blockXml(block, acrossOf(plan)))
      .join('')}${sectionXml(plan)}</w:body></w:document>`,
  };
}

const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const contentTypes = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${wordType}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${wordType}.styles+xml"/><Override PartName="/word/header1.xml" ContentType="${wordType}.header+xml"/></Types>`;
const font =
  '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>';
const styles = `<w:styles xmlns:w="${main}"><w:docDefaults><w:rPrDefault><w:rPr>${font}<w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="ru-RU"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>`;

function acrossOf({ landscape = false }: DocxPlan): number {
  return (landscape ? page.high : page.wide) - margin.left - margin.right;
}

function sectionXml({ landscape = false }: DocxPlan): string {
  const [wide, high] = landscape ? [page.high, page.wide] : [page.wide, page.high];
  const { left, right, top, bottom } = margin;
  return `<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:pgSz w:w="${wide}" w:h="${high}"${landscape ? ' w:orient="landscape"' : ''}/><w:pgMar w:top="${top}" w:right="${right}" w:bottom="${bottom}" w:left="${left}" w:header="567" w:footer="567" w:gutter="0"/><w:titlePg/></w:sectPr>`;
}

function blockXml(block: DocxBlock, across: number): string {
  if (block.kind === 'gap') return '<w:p/>';
  if (block.kind === 'ends') {
    const tab = `<w:tabs><w:tab w:val="right" w:pos="${across}"/></w:tabs>`;
    return `<w:p><w:pPr>${tab}</w:pPr>${runXml(block.left, false)}<w:r><w:tab/></w:r>${runXml(block.right, false)}</w:p>`;
  }
  return block.kind === 'table' ? tableXml(block) : paragraphXml(block);
}

function paragraphXml(block: Extract<DocxBlock, { kind: 'paragraph' }>): string {
  const { text, align = 'left', bold = false, indent = false, keep = false } = block;
  const properties = [
    keep ? '<w:keepNext/>' : '',
    indent ? `<w:ind w:firstLine="${firstLine}"/>` : '',
    `<w:jc w:val="${align === 'justify' ? 'both' : align}"/>`,
  ];
  return `<w:p><w:pPr>${properties.join('')}</w:pPr>${runXml(text, bold)}</w:p>`;
}

function runXml(text: string, bold: boolean): string {
  const lines = text.split('\n').map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`);
  return `<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}${lines.join('<w:br/>')}</w:r>`;
}

function tableXml({ widths, head, rows, frame }: Extract<DocxBlock, { kind: 'table' }>): string {
  const twips = widths.map(twipsOfMm);
  const side = (name: string) =>
    `<w:${name} w:val="${frame ? 'single' : 'nil'}" w:sz="4" w:space="0" w:color="auto"/>`;
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(side).join('');
  const total = twips.reduce((sum, each) => sum + each, 0);
  const rowXml = (cells: readonly string[], isHead: boolean) => {
    const properties = `<w:trPr><w:cantSplit/>${isHead ? '<w:tblHeader/>' : ''}</w:trPr>`;
    const cellsXml = twips.map((wide, at) => cellXml(cells[at] ?? '', wide, isHead, frame));
    return `<w:tr>${properties}${cellsXml.join('')}</w:tr>`;
  };
  const body = [
    ...(head === undefined ? [] : [rowXml(head, true)]),
    ...rows.map((row) => rowXml(row, false)),
  ];
  const grid = twips.map((wide) => `<w:gridCol w:w="${wide}"/>`).join('');
  return `<w:tbl><w:tblPr><w:tblW w:w="${total}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${body.join('')}</w:tbl>`;
}

/** Tables with many columns are set smaller than letters. */
function cellXml(text: string, wide: number, bold: boolean, isSmall: boolean): string {
  const properties = `<w:rPr>${bold ? '<w:b/>' : ''}${isSmall ? '<w:sz w:val="22"/><w:szCs w:val="22"/>' : ''}</w:rPr>`;
  const lines = text.split('\n').map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`);
  return `<w:tc><w:tcPr><w:tcW w:w="${wide}" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:spacing w:line="240" w:lineRule="auto"/></w:pPr><w:r>${properties}${lines.join('<w:br/>')}</w:r></w:p></w:tc>`;
}

const entities: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' };

/** Signs that XML can't hold are left out. */
function escaped(text: string): string {
  return storable(text).replace(/[<>&]/gu, (sign) => entities[sign] ?? sign);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly those are taken out
const unstorable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** Without the signs that XML 1.0 can't hold. */
export function storable(text: string): string {
  return text.replace(unstorable, '');
}
