import { inflateSync } from 'node:zlib';

/** `x` and `y` in points from the upper left corner; of a text where its baseline begins. */
export type PdfText = { text: string; x: number; y: number; wide: number; font: string; size: number };
export type PdfRect = { x: number; y: number; wide: number; high: number };
export type ReadPdf = {
  pages: { wide: number; high: number; texts: PdfText[]; rects: PdfRect[] }[];
  title: string;
  links: string[];
};

/** `widths` in thousandths of the size. */
type Font = { name: string; signs: Map<string, string>; widths: number[] };
type Item = { head: string; body: Uint8Array };

/** Reads back what pdfkit has written: no more of PDF than it uses. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const items = itemsOf(Buffer.from(bytes));
  const all = [...items.values()];
  const pages = all.filter(({ head }) => /\/Type \/Page\b/u.test(head)).map((page) => pageOf(page, items));
  const titleId = all.flatMap(({ head }) => /\/Title (\d+) 0 R/u.exec(head)?.[1] ?? [])[0] ?? '';
  const links = all.flatMap(({ head }) => /\/URI \(([^)]*)\)/u.exec(head)?.[1] ?? []);
  return { pages, title: literal((items.get(titleId)?.head ?? '').slice(1, -1)), links };
}

function itemsOf(file: Buffer): Map<string, Item> {
  const text = file.toString('latin1');
  const items = new Map<string, Item>();
  for (const start of text.matchAll(/^(\d+) 0 obj\n/gmu)) {
    const from = start.index + start[0].length;
    const end = text.indexOf('\nendobj', from);
    const stream = text.indexOf('\nstream\n', from);
    const hasStream = stream !== -1 && stream < end;
    const head = text.slice(from, hasStream ? stream : end);
    const length = Number(/\/Length (\d+)/u.exec(head)?.[1] ?? 0);
    const raw = hasStream ? file.subarray(stream + 8, stream + 8 + length) : Buffer.alloc(0);
    const body = head.includes('/FlateDecode') && !head.includes('/Image') ? inflateSync(raw) : raw;
    items.set(start[1] ?? '', { head, body });
  }
  return items;
}

function pageOf({ head }: Item, items: Map<string, Item>): ReadPdf['pages'][number] {
  const [wide = 0, high = 0] = (/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/u.exec(head) ?? [])
    .slice(1)
    .map(Number);
  const at = (key: string, of: string) =>
    items.get(new RegExp(`/${key} (\\d+) 0 R`, 'u').exec(of)?.[1] ?? '');
  const resources = at('Resources', head)?.head ?? head;
  const fonts = new Map<string, Font>();
  for (const [, name = '', id = ''] of resources.matchAll(/\/(F\d+) (\d+) 0 R/gu)) {
    const font = items.get(id)?.head ?? '';
    const base = /\/BaseFont \/\w+\+([\w-]+)/u.exec(font)?.[1] ?? '';
    const widths = (/\/W \[0 \[([^\]]*)\]/u.exec(descendantOf(font, items))?.[1] ?? '')
      .trim()
      .split(/\s+/u)
      .map(Number);
    fonts.set(name, { name: base, signs: signsOf(text(at('ToUnicode', font))), widths });
  }
  const content = text(at('Contents', head));
  return { wide, high, texts: textsOf(content, fonts, high), rects: rectsOf(content) };
}

const descendantOf = (font: string, items: Map<string, Item>) =>
  items.get(/\/DescendantFonts \[(\d+) 0 R\]/u.exec(font)?.[1] ?? '')?.head ?? '';
const text = (item: Item | undefined) => Buffer.from(item?.body ?? []).toString('latin1');

/** pdfkit lists the signs of a font in order: `<0000> <00ff> [<0020> …]`. */
function signsOf(map: string): Map<string, string> {
  const signs = new Map<string, string>();
  for (const [, from = '', list = ''] of map.matchAll(/<(\w{4})> <\w{4}> \[([^\]]*)\]/gu)) {
    for (const [at, [, code = '']] of [...list.matchAll(/<(\w*)>/gu)].entries())
      signs.set(
        (Number.parseInt(from, 16) + at).toString(16).padStart(4, '0'),
        utf16(Buffer.from(code, 'hex')),
      );
  }
  return signs;
}

function textsOf(content: string, fonts: Map<string, Font>, high: number): PdfText[] {
  return [...content.matchAll(/BT\n([\s\S]*?)ET/gu)].map(([, block = '']) => {
    const [, x = 0, y = 0] = (/1 0 0 1 (-?[\d.]+) (-?[\d.]+) Tm/u.exec(block) ?? []).map(Number);
    const [, key = '', size = '0'] = /\/(F\d+) ([\d.]+) Tf/u.exec(block) ?? [];
    const font = fonts.get(key);
    const codes = [...block.matchAll(/\[([^\]]*)\] TJ/gu)].flatMap(([, list = '']) =>
      [...list.matchAll(/<(\w+)>/gu)].flatMap(([, hex = '']) => hex.match(/\w{4}/gu) ?? []),
    );
    const spacing = Number(/(-?[\d.]+) Tc/u.exec(block)?.[1] ?? 0);
    const wide = codes.reduce((sum, code) => sum + (font?.widths[Number.parseInt(code, 16)] ?? 0), 0);
    return {
      text: codes.map((code) => font?.signs.get(code) ?? '\ufffd').join(''),
      x,
      y: high - y,
      wide: (wide * Number(size)) / 1000 + spacing * Math.max(0, codes.length - 1),
      font: font?.name ?? '',
      size: Number(size),
    };
  });
}

function rectsOf(content: string): PdfRect[] {
  return [...content.matchAll(/^(-?[\d.]+) (-?[\d.]+) (-?[\d.]+) (-?[\d.]+) re$/gmu)].map((found) => {
    const [x = 0, y = 0, wide = 0, high = 0] = found.slice(1).map(Number);
    return { x, y, wide, high };
  });
}

function literal(escaped: string): string {
  const named: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
  const raw = Buffer.from(
    escaped.replace(/\\([\s\S])/gu, (_, sign: string) => named[sign] ?? sign),
    'latin1',
  );
  return raw[0] === 0xfe && raw[1] === 0xff ? utf16(raw.subarray(2)) : raw.toString('latin1');
}

function utf16(bigEndian: Buffer): string {
  return Buffer.from(bigEndian).swap16().toString('utf16le');
}
