// Frames of a diploma, drawn as lines: they stay sharp at any size and take a few kilobytes.

export const frames = { lines, corners, braid, none() {} };

function lines(page, wide, high, colour) {
  page
    .lineWidth(2.4)
    .rect(22, 22, wide - 44, high - 44)
    .stroke(colour);
  page
    .lineWidth(0.6)
    .rect(28, 28, wide - 56, high - 56)
    .stroke(colour);
}

function corners(page, wide, high, colour) {
  page.lineWidth(1.6);
  notched(page, { inset: 22, wide, high, round: 20 }).stroke(colour);
  page.lineWidth(0.5);
  notched(page, { inset: 28, wide, high, round: 20 }).stroke(colour);
  for (const [x, y] of cornersOf(24, wide, high)) {
    page.lineWidth(0.6).circle(x, y, 9).stroke(colour);
    diamond(page, x, y, 5).fill(colour);
  }
}

/** A rectangle whose corners are hollowed by quarters of a circle around the corner of the sheet within. */
function notched(page, { inset, wide, high, round }) {
  const [left, top, right, bottom] = [inset, inset, wide - inset, high - inset];
  const bend = round * 0.5523;
  return page
    .moveTo(left + round, top)
    .lineTo(right - round, top)
    .bezierCurveTo(right - round, top + bend, right - bend, top + round, right, top + round)
    .lineTo(right, bottom - round)
    .bezierCurveTo(right - bend, bottom - round, right - round, bottom - bend, right - round, bottom)
    .lineTo(left + round, bottom)
    .bezierCurveTo(left + round, bottom - bend, left + bend, bottom - round, left, bottom - round)
    .lineTo(left, top + round)
    .bezierCurveTo(left + bend, top + round, left + round, top + bend, left + round, top)
    .closePath();
}

/** Three waves between two lines, as on securities. */
function braid(page, wide, high, colour) {
  page
    .lineWidth(1.4)
    .rect(20, 20, wide - 40, high - 40)
    .stroke(colour);
  page
    .lineWidth(0.5)
    .rect(36, 36, wide - 72, high - 72)
    .stroke(colour);
  const corner = 28;
  for (const shift of [0, 1, 2]) {
    for (const y of [corner, high - corner]) wave(page, { from: corner, to: wide - corner, level: y, shift });
    for (const x of [corner, wide - corner])
      wave(page, { from: corner, to: high - corner, level: x, shift, isUpright: true });
  }
  page.lineWidth(0.55).stroke(colour);
  for (const [x, y] of cornersOf(corner, wide, high)) {
    page.rect(x - 8, y - 8, 16, 16).fillAndStroke('#ffffff', colour);
    diamond(page, x, y, 6).fill(colour);
  }
}

function wave(page, { from, to, level, shift, isUpright = false }) {
  const swing = 5.6;
  const count = Math.round((to - from) / 8) * 2;
  const step = (to - from) / count;
  const point = (along, off) => (isUpright ? [level + off, along] : [along, level + off]);
  const heightAt = (at) => swing * Math.sin(at * (Math.PI / 2) + (shift * Math.PI) / 3);
  const slopeAt = (at) => ((swing * Math.PI) / 2) * Math.cos(at * (Math.PI / 2) + (shift * Math.PI) / 3);
  page.moveTo(...point(from, heightAt(0)));
  for (let at = 0; at < count; at += 1) {
    page.bezierCurveTo(
      ...point(from + (at + 1 / 3) * step, heightAt(at) + slopeAt(at) / 3),
      ...point(from + (at + 2 / 3) * step, heightAt(at + 1) - slopeAt(at + 1) / 3),
      ...point(from + (at + 1) * step, heightAt(at + 1)),
    );
  }
}

export function diamond(page, x, y, half) {
  return page.polygon([x - half, y], [x, y - half], [x + half, y], [x, y + half]);
}

function cornersOf(inset, wide, high) {
  return [
    [inset, inset],
    [wide - inset, inset],
    [inset, high - inset],
    [wide - inset, high - inset],
  ];
}
