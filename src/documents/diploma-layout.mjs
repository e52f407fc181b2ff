// Where everything stands on a diploma. Points, from the upper left corner. Nothing is drawn here.
import { footOf } from './diploma-foot.mjs';
import { breakLines, breaks, lineWidth, spaces, widestPiece } from './diploma-lines.mjs';

export const pageOf = { portrait: [595.28, 841.89], landscape: [841.89, 595.28] };
/** From the edge of the paper, the frame included. */
const margin = {
  portrait: { across: 66, top: 62, bottom: 56 },
  landscape: { across: 82, top: 52, bottom: 48 },
};
/** Lines longer than this are hard to read. */
const widestColumn = 600;
const leading = 1.3;
const tight = 1.18;
/** A page that stands has room for larger type. */
const fullScale = { portrait: 1.15, landscape: 1 };

/** Sizes at full scale, and the room above as a share of the size. */
const looks = {
  above: { font: 'regular', size: 11, gap: 0, ink: 'soft', spacing: 0.02 },
  heading: { font: 'bold', size: 46, least: 26, gap: 0.4, ink: 'accent', spacing: 0.12 },
  under: { font: 'regular', size: 19, gap: 0.55, ink: 'accent', spacing: 0.04 },
  plain: { font: 'regular', size: 14.5, gap: 0.55, ink: 'dark' },
  strong: { font: 'bold', size: 17, gap: 0.55, ink: 'accent' },
  small: { font: 'italic', size: 13, gap: 0.75, ink: 'soft' },
  name: { font: 'bold', size: 32, least: 21, gap: 0.38, after: 0.12, ink: 'accent' },
};
/** Only a name without end goes below. */
const smallestName = 12;
const rule = { high: 7, gap: 10 };
const emblem = { wide: 160, high: 68 };

/**
 * One page, whatever is written on it: type gets smaller until all of it has its place. `picture`: its size in dots,
 * `null` for none.
 */
export function layOut(sheet, ruler, picture) {
  const [wide, high] = pageOf[sheet.orientation];
  const { across, top, bottom } = margin[sheet.orientation];
  const area = { x: across, y: top, wide: wide - 2 * across, high: high - top - bottom };
  const foot = footOf(sheet, ruler, area);
  const room = area.high - foot.high - 16;
  const column = Math.min(area.wide, widestColumn);
  let scale = fullScale[sheet.orientation];
  let blocks = stack(sheet, ruler, { column, scale, picture });
  while (highOf(blocks) > room) {
    scale *= 0.96;
    blocks = stack(sheet, ruler, { column, scale, picture });
  }
  const boxes = [...place(blocks, { ...area, high: room }, wide / 2), ...foot.boxes];
  const sizes = boxes.filter(({ isFine, size }) => size !== undefined && !isFine).map(({ size }) => size);
  return { wide, high, boxes, smallest: Math.min(...sizes) };
}

function stack(sheet, ruler, { column, scale, picture }) {
  const text = (role, words) => textBlock(ruler, { role, words, column, scale });
  const isEmblem = sheet.picturePlace === 'emblem' && picture !== null;
  const blocks = [
    ...(isEmblem ? [emblemBlock(picture, scale)] : []),
    text('above', sheet.above),
    text('heading', sheet.heading),
    { kind: 'rule', gap: rule.gap * scale, wide: 150 * scale, high: rule.high * scale },
    text('under', sheet.under),
    ...sheet.lines.map((line) => text(line.style, line.text)),
  ];
  const there = blocks.filter((block) => block !== null);
  return there.map((block, at) => ({ ...block, gap: block.gap + (there[at - 1]?.after ?? 0) }));
}

function emblemBlock({ width, height }, scale) {
  const shrink = Math.min(emblem.wide / width, emblem.high / height) * scale;
  return { kind: 'picture', gap: 0, wide: width * shrink, high: height * shrink };
}

function textBlock(ruler, { role, words, column, scale }) {
  const look = looks[role];
  const style = { font: look.font, spacing: look.spacing ?? 0, size: look.size * scale };
  if (look.least !== undefined) style.size = largest(ruler, words, { ...look, ...style, column, scale });
  const lines = breakLines(ruler, words, style, column);
  if (lines.length === 0) return null;
  const leap = style.size * (look.least === undefined ? leading : tight);
  return {
    ...style,
    kind: 'text',
    role,
    ink: look.ink,
    lines: lines.map((line) => ({ text: line, wide: lineWidth(ruler, line, style) })),
    gap: look.gap * look.size * scale,
    after: (look.after ?? 0) * look.size * scale,
    leap,
    high: lines.length * leap,
  };
}

/** As large as one line allows, but not so small that it is lost: then it takes several. */
function largest(ruler, words, { font, spacing, size, least, column, scale }) {
  const wide = lineWidth(ruler, words, { font, spacing, size });
  if (wide <= column) return size;
  const fit = (size * column * 0.995) / wide;
  if (fit >= least * scale) return fit;
  // Several lines of a middle size look better than one that is small, and a broken word looks worst.
  const several = Math.max(least * scale, size * 0.78);
  for (const [ends, lowest] of [
    [spaces, least * 0.8],
    [breaks, smallestName],
  ]) {
    const size = Math.min(
      several,
      (several * column * 0.995) / widestPiece(ruler, words, { font, spacing, size: several }, ends),
    );
    if (size >= lowest * scale) return size;
  }
  return smallestName * scale;
}

function highOf(blocks) {
  return blocks.reduce((sum, { gap, high }, at) => sum + high + (at === 0 ? 0 : gap), 0);
}

/**
 * Spreads what is left over: first between the lines, up to nearly twice as much, then above and below. Who gives it stays at
 * the top.
 */
function place(blocks, area, middle) {
  const left = area.high - highOf(blocks);
  const gaps = blocks.slice(1).reduce((sum, { gap }) => sum + gap, 0);
  const stretch = 1 + Math.min(0.9, gaps === 0 ? 0 : (left * 0.5) / gaps);
  const lead = blocks.findIndex(({ role }) => role === 'heading');
  const spare = (left - gaps * (stretch - 1)) * 0.42;
  let y = area.y + (lead > 0 ? 0 : spare);
  return blocks.map((block, at) => {
    if (at > 0) y += block.gap * stretch + (at === lead ? spare : 0);
    const box = centred(block, middle, y);
    y += block.high;
    return box;
  });
}

function centred(block, middle, y) {
  const wide = block.kind === 'text' ? Math.max(...block.lines.map((line) => line.wide)) : block.wide;
  const box = { ...block, x: middle - wide / 2, y, wide };
  if (block.kind !== 'text') return box;
  return {
    ...box,
    lines: block.lines.map((line, at) => ({ ...line, x: middle - line.wide / 2, y: y + at * block.leap })),
  };
}
