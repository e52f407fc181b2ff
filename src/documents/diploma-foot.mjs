// What stands at the foot of a diploma: who signs it, its number, where and when, and how it is checked.
import { breakLines, lineWidth } from './diploma-lines.mjs';

/** 24 mm; the quiet zone that cameras need lies around it. */
const qrSide = 68;
const quiet = 8;
const checkColumn = 112;
const columnGap = 22;
const leading = 1.25;
const signed = 11;
const fine = { font: 'regular', size: 6.6 };

/** Boxes in place, and how much of the area they take from below. */
export function footOf(sheet, ruler, area) {
  const left = area.wide - checkColumn - columnGap;
  let scale = 1;
  let column = signedColumn(sheet, ruler, left, scale);
  while (column.high > area.high * 0.4) {
    scale *= 0.95;
    column = signedColumn(sheet, ruler, left, scale);
  }
  const check = checkColumnOf(sheet, ruler);
  const high = Math.max(column.high, check.high);
  const floor = area.y + area.high;
  return {
    high,
    boxes: [
      ...moved(column.boxes, area.x, floor - column.high),
      ...moved(check.boxes, area.x + area.wide - checkColumn, floor - check.high),
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

function signedColumn(sheet, ruler, wide, scale) {
  const boxes = [];
  let y = 0;
  const nameRoom = nameRoomOf(sheet.signatures, ruler, wide, scale);
  for (const signature of sheet.signatures) {
    const row = signatureRow(signature, ruler, { wide, nameRoom, y, scale });
    boxes.push(...row.boxes);
    y += row.high + 12 * scale;
  }
  const words = [
    [sheet.number, { font: 'bold', size: 10 * scale }],
    [sheet.placeAndDate, { font: 'regular', size: 10 * scale }],
  ];
  y += sheet.signatures.length > 0 ? 6 * scale : 0;
  for (const [text, style] of words) {
    const box = textBox(ruler, text, { ...style, ink: 'dark', x: 0, y, room: wide });
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
