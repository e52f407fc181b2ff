// Draws a diploma with pdfkit. Plain JavaScript, as the worker that needs it.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import qrcode from 'qrcode';
import { diamond, frames } from './diploma-frames.mjs';
import { layOut, pageOf } from './diploma-layout.mjs';
import { createRuler } from './diploma-lines.mjs';

const require = createRequire(import.meta.url);
/** PT Serif: drawn for the languages of Russia, Udmurt among them. */
const fonts = Object.fromEntries(
  Object.entries({ regular: '400Regular', bold: '700Bold', italic: '400Regular_Italic' }).map(
    ([name, face]) => [
      name,
      readFileSync(require.resolve(`@expo-google-fonts/pt-serif/${face}/PTSerif_${face}.ttf`)),
    ],
  ),
);
const accents = {
  navy: '#1d3557',
  burgundy: '#7b1e2e',
  green: '#1e5b45',
  bronze: '#7a5a1e',
  graphite: '#3b4048',
};
const inks = { dark: '#1b1b1b', soft: '#4a4a4a' };
// Without a font of its own to begin with, which it would read from a file.
const blank = new PDFDocument({ font: null, autoFirstPage: false });
const faces = Object.entries(fonts).map(([name, bytes]) => [
  name,
  blank.registerFont(name, bytes).font(name)._font,
]);
// A face remembers each shape as it was first asked for, be it as a part of another one: then nobody knows any more which
// sign it stands for, and the text of the page could not be copied whole.
for (const [, { font }] of faces) {
  for (const sign of font.characterSet) font.glyphForCodePoint(sign);
}
const ruler = createRuler(blank);

/**
 * Reading a font takes longer than drawing a page, and pdfkit would read each one anew for each document; so a document
 * gets fonts of its own around the faces that were read once. These are no public names of pdfkit: tests of the bytes tell
 * when a version changes them.
 */
function documentOf(options) {
  const document = new PDFDocument({ font: null, margin: 0, ...options });
  for (const [name, face] of faces) {
    document._fontCount += 1;
    document._fontFamilies[name] = new face.constructor(document, face.font, `F${document._fontCount}`);
  }
  return document;
}

/** One page; `picture`: bytes of a PNG or JPEG, or `null`. */
export async function draw({ sheet, picture }) {
  const { sheet: clean, missing } = cleaned(sheet);
  const document = documentOf({
    size: pageOf[clean.orientation],
    lang: 'ru-RU',
    displayTitle: true,
    info: infoOf(clean),
  });
  const written = bytesOf(document);
  // Bytes only: a string would be read as the path of a file.
  const image = picture instanceof Uint8Array ? document.openImage(Buffer.from(picture)) : null;
  const { wide, high, boxes, smallest } = layOut(clean, ruler, image);
  const hasBackground = image !== null && clean.picturePlace === 'background';
  if (hasBackground) document.image(image, 0, 0, { cover: [wide, high] });
  const accent = accents[clean.accent];
  frames[clean.frame](document, wide, high, accent);
  for (const box of boxes) drawBox(document, box, { accent, image, hasBackground });
  document.end();
  return { bytes: await written, smallest, missing };
}

function infoOf({ title, author, issuedOn }) {
  const at = new Date(`${issuedOn}T00:00:00Z`);
  return {
    Title: title,
    Author: author,
    Creator: 'nastavnik',
    Producer: 'nastavnik',
    CreationDate: at,
    ModDate: at,
  };
}

function bytesOf(document) {
  return new Promise((resolve, reject) => {
    const chunks = [];
    document.on('data', (chunk) => chunks.push(chunk));
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    document.on('error', reject);
  });
}

/** Every word of it without signs that the font has no shape for. */
function cleaned(sheet) {
  let missing = 0;
  const clean = (text) => {
    const seen = ruler.printable(text, 'regular');
    missing += seen.missing;
    return seen.text;
  };
  const words = ['title', 'author', 'above', 'heading', 'under', 'number', 'placeAndDate', 'checkWords'];
  const result = {
    ...sheet,
    ...Object.fromEntries(words.map((key) => [key, clean(sheet[key])])),
    lines: sheet.lines.map(({ style, text }) => ({ style, text: clean(text) })),
    signatures: sheet.signatures.map(({ post, name }) => ({ post: clean(post), name: clean(name) })),
  };
  return { sheet: result, missing };
}

function drawBox(document, box, { accent, image, hasBackground }) {
  if (box.kind === 'text') drawText(document, box, box.ink === 'accent' ? accent : inks[box.ink]);
  else if (box.kind === 'qr') drawQr(document, box, hasBackground);
  else if (box.kind === 'picture') document.image(image, box.x, box.y, { width: box.wide, height: box.high });
  else if (box.kind === 'line')
    document
      .lineWidth(0.6)
      .moveTo(box.x, box.y)
      .lineTo(box.x + box.wide, box.y)
      .stroke(inks.soft);
  else drawRule(document, box, accent);
}

function drawText(document, { lines, font, size, spacing, isAddress }, colour) {
  document.font(font).fontSize(size).fillColor(colour);
  for (const { text, x, y } of lines)
    document.text(text, x, y, { lineBreak: false, characterSpacing: spacing * size });
  if (!isAddress) return;
  const address = lines.map(({ text }) => text).join('');
  for (const { x, y, wide } of lines) document.link(x, y, wide, size * 1.2, address);
}

function drawRule(document, { x, y, wide, high }, accent) {
  const [middle, level, half] = [x + wide / 2, y + high / 2, high / 2];
  document.lineWidth(0.7);
  document
    .moveTo(x, level)
    .lineTo(middle - high, level)
    .stroke(accent);
  document
    .moveTo(middle + high, level)
    .lineTo(x + wide, level)
    .stroke(accent);
  diamond(document, middle, level, half).fill(accent);
}

/** Squares, not a picture: sharp in print, and each run of a row is one of them. */
function drawQr(document, { x, y, wide, text }, hasBackground) {
  const { size, data } = qrcode.create(text, { errorCorrectionLevel: 'M' }).modules;
  const side = wide / size;
  if (hasBackground) {
    const quiet = 4 * side;
    document.rect(x - quiet, y - quiet, wide + 2 * quiet, wide + 2 * quiet).fill('#ffffff');
  }
  for (let row = 0; row < size; row += 1) {
    for (let from = 0; from < size; from += 1) {
      let to = from;
      while (to < size && data[row * size + to]) to += 1;
      if (to > from) document.rect(x + from * side, y + row * side, (to - from) * side, side);
      from = to;
    }
  }
  document.fill('#000000');
}
