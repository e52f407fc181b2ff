// What stands at the foot of a diploma: who signs it, its number, where and when, and how it is checked.
import { breakLines, lineWidth } from './diploma-lines.mjs';

/** 24 mm; the quiet zone that cameras need lies around it. */
const qrSide = 68;
const quiet = 8;
const checkColumn = 120;
const columnGap = 22;
const leading = 1.25;
const signed = 11;
const fine = { font: 'regular', size: 6.2 };

/**
 * Boxes in place, and how much of the area they take from below. Whoever signs stands beside the code, or above it and across
 * the whole page where long posts would otherwise make a tall column.
 */
export function footOf(sheet, ruler, area) {
  let scale = 1;
  let foot = lower(sheet, ruler, area, scale);
  while (foot.high > area.high * 0.42) {
    scale *= 0.95;
    foot = lower(sheet, ruler, area, scale);
  }
  return { high: foot.high, boxes: moved(foot.boxes, area.x, area.y + area.high - foot.high) };
}

function lower(sheet, ruler, area, scale) {
  const beside = area.wide - checkColumn - columnGap;
  const check = checkColumnOf(sheet, ruler);
  const number = numberColumn(sheet, ruler, { wide: beside, scale });
  const [narrow, wide] = [beside, area.wide].map((room) => signedRows(sheet, ruler, { wide: room, scale }));
  const gap = 16 * scale;
  const side = Math.max(narrow.high + gap + number.high, check.high);
  const stacked = wide.high + gap + check.high;
  const [high, rows] = side <= stacked ? [side, narrow] : [stacked, wide];
  const rowsAt = side <= stacked ? high - number.high - gap - rows.high : 0;
  return {
    high,
    boxes: [
      ...moved(rows.boxes, 0, rowsAt),
      ...moved(number.boxes, 0, high - number.high),
      ...moved(check.boxes, area.wide - checkColumn, high - check.high),
    ],
  };
}

function moved(boxes, x, y) {
  return boxes.map((box) => ({
    ...box,
    x: box.x + x,
    y: box.y + y,
    ...(box.lines && { lines: box.lines.map((line) => ({ ...line, x: line.x + x, y: line.y + y })) }),
  }));
}

function signedRows({ signatures }, ruler, { wide, scale }) {
  const nameRoom = nameRoomOf(signatures, ruler, wide, scale);
  const boxes = [];
  let y = 0;
  for (const [at, signature] of signatures.entries()) {
    y += at === 0 ? 0 : 12 * scale;
    const row = signatureRow(signature, ruler, { wide, nameRoom, y, scale });
    boxes.push(...row.boxes);
    y += row.high;
  }
  return { boxes, high: y };
}

function numberColumn({ number, placeAndDate }, ruler, { wide, scale }) {
  const boxes = [];
  let y = 0;
  for (const [text, font] of [
    [number, 'bold'],
    [placeAndDate, 'regular'],
  ]) {
    const box = textBox(ruler, text, { font, size: 10 * scale, ink: 'dark', x: 0, y, room: wide });
    if (box === null) continue;
    boxes.push(box);
    y += box.high + 1;
  }
  return { boxes, high: y };
}

/** As much as the longest name takes, so that names begin below each other. */
function nameRoomOf(signatures, ruler, wide, scale) {
  const style = { font: 'regular', size: signed * scale };
  const longest = Math.max(0, ...signatures.map(({ name }) => lineWidth(ruler, name, style)));
  return Math.min(wide * 0.42, Math.max(wide * 0.24, longest + 1));
}

/** Post, line, name: the last lines of both stand on the line. */
function signatureRow({ post, name }, ruler, { wide, nameRoom, y, scale }) {
  const gap = 10;
  const lineWide = Math.max(64, wide * 0.2);
  const postRoom = wide - nameRoom - lineWide - 2 * gap;
  const style = { font: 'regular', size: signed * scale, ink: 'dark' };
  const left = textBox(ruler, post, { ...style, x: 0, y, room: postRoom });
  const right = textBox(ruler, name, { ...style, x: wide - nameRoom, y, room: nameRoom });
  const high = Math.max(22 * scale, left?.high ?? 0, right?.high ?? 0);
  const sunk = [left, right].flatMap((box) => (box === null ? [] : moved([box], 0, high - box.high)));
  const line = { kind: 'line', x: postRoom + gap, y: y + high - 3 * scale, wide: lineWide, high: 0.6 };
  return { boxes: [...sunk, line], high };
}

function checkColumnOf(sheet, ruler) {
  const style = { ...fine, ink: 'soft', isFine: true, x: 0, room: checkColumn, isCentred: true };
  const words = textBox(ruler, sheet.checkWords, { ...style, y: qrSide + quiet });
  const below = qrSide + quiet + (words?.high ?? 0);
  const address = textBox(ruler, sheet.checkUrl, { ...style, y: below, isAddress: true });
  const boxes = [
    { kind: 'qr', x: (checkColumn - qrSide) / 2, y: 0, wide: qrSide, high: qrSide, text: sheet.checkUrl },
    ...[words, address].filter((box) => box !== null),
  ];
  return { boxes, high: below + (address?.high ?? 0) };
}

function textBox(ruler, text, { font, size, x, y, room, isCentred = false, ...rest }) {
  const lines = breakLines(ruler, text, { font, size }, room);
  if (lines.length === 0) return null;
  const leap = size * leading;
  const placed = lines.map((line, at) => {
    const wide = lineWidth(ruler, line, { font, size });
    return { text: line, wide, x: isCentred ? x + (room - wide) / 2 : x, y: y + at * leap };
  });
  const wide = Math.max(...placed.map((line) => line.wide));
  return {
    ...rest,
    kind: 'text',
    role: 'foot',
    font,
    size,
    spacing: 0,
    lines: placed,
    x: Math.min(...placed.map((line) => line.x)),
    y,
    wide,
    high: lines.length * leap,
    leap,
  };
}
