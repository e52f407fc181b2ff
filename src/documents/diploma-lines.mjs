// Breaks words into lines. Plain JavaScript, as the worker that needs it.

/**
 * Measures with the fonts of a document of its own, which is never written; what was measured once is remembered.
 * Widths are of a size of 1.
 */
export function createRuler(document) {
  const known = new Map();
  return {
    widthOf(word, font) {
      const key = `${font} ${word}`;
      const seen = known.get(key);
      if (seen !== undefined) return seen;
      if (known.size > 20_000) known.clear();
      const width = document.font(font).fontSize(1000).widthOfString(word) / 1000;
      known.set(key, width);
      return width;
    },
    /** Without what the font has no shape for: emoji, signs of other scripts; their number is told. */
    printable(text, font) {
      const { font: face } = document.font(font)._font;
      let missing = 0;
      const kept = [
        ...text
          .normalize('NFC')
          .replace(/\p{Cc}/gu, ' ')
          .replace(/\p{Cf}/gu, ''),
      ].filter((sign) => {
        const isThere = face.hasGlyphForCodePoint(sign.codePointAt(0));
        if (!isThere && !/[\ufe0f\u20e3]/u.test(sign)) missing += 1;
        return isThere;
      });
      return { text: kept.join(''), missing };
    },
  };
}

/** How wide a line is, letters set apart by `spacing` of their size. */
export function lineWidth(ruler, text, { font, size, spacing = 0 }) {
  const signs = [...text].length;
  const words = text.split(' ');
  const bare = words.reduce((sum, word) => sum + ruler.widthOf(word, font), 0);
  const spaces = (words.length - 1) * ruler.widthOf(' ', font);
  return size * (bare + spaces + spacing * Math.max(0, signs - 1));
}

/** Lines no wider than `width` and as even as they can be; a word that is wider is broken, as nothing may stand outside. */
export function breakLines(ruler, text, style, width) {
  if (text.trim() === '') return [];
  const lines = greedy(ruler, text, style, width);
  return lines.length > 1 ? evened(ruler, text, style, { width, lines }) : lines;
}

function evened(ruler, text, style, { width, lines }) {
  let [narrow, wide, best] = [width / lines.length, width, lines];
  for (let turn = 0; turn < 7; turn += 1) {
    const middle = (narrow + wide) / 2;
    const tried =
      widestPiece(ruler, text, style, spaces) > middle ? null : greedy(ruler, text, style, middle);
    if (tried !== null && tried.length === lines.length) [wide, best] = [middle, tried];
    else narrow = middle;
  }
  return best;
}

/** How wide a column has to be so that no word is broken but at its `ends`. */
export function widestPiece(ruler, text, style, ends) {
  return Math.max(...text.split(ends).map((piece) => lineWidth(ruler, piece, style)));
}

export const spaces = /[ \u00a0]/u;
/** Where a word that is too wide is broken first: hard spaces, and behind hyphens and slashes. */
export const breaks = /[ \u00a0]|(?<=[/-])/u;

function greedy(ruler, text, style, width) {
  const lines = [];
  let line = '';
  const pieces = text.split(' ').flatMap((word) => fitting(ruler, { word, before: ' ' }, style, width));
  for (const { word, before } of pieces) {
    const longer = line === '' ? word : line + before + word;
    if (line === '' || lineWidth(ruler, longer, style) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

/** A word that fits, or its pieces with what parts each from the one before. */
function fitting(ruler, { word, before }, style, width) {
  if (lineWidth(ruler, word, style) <= width) return [{ word, before }];
  const parts = [...word.matchAll(/([\u00a0]?)([^\u00a0/-]*[/-]?)/gu)].filter(([all]) => all !== '');
  if (parts.length > 1)
    return parts.flatMap(([, space, part], at) =>
      fitting(ruler, { word: part, before: at === 0 ? before : space }, style, width),
    );
  return signsOf(ruler, word, style, width).map((piece, at) => ({
    word: piece,
    before: at === 0 ? before : '',
  }));
}

function signsOf(ruler, word, style, width) {
  const pieces = [];
  let piece = '';
  for (const sign of word) {
    if (piece !== '' && lineWidth(ruler, piece + sign, style) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += sign;
  }
  return [...pieces, piece];
}
