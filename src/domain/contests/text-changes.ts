export type TextPiece = { kind: 'same' | 'gone' | 'new'; text: string };

/** Beyond so many pairs of words the middle is shown as replaced as a whole. */
const mostPairs = 4_000_000;

/** What became of a text, word by word, in reading order; pieces of one kind stand together. */
export function textChanges(before: string, after: string): TextPiece[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  const most = Math.min(old.length, now.length);
  let head = 0;
  while (head < most && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < most - head && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  return joined([
    { kind: 'same', text: old.slice(0, head).join('') },
    ...middle(old.slice(head, old.length - tail), now.slice(head, now.length - tail)),
    { kind: 'same', text: old.slice(old.length - tail).join('') },
  ]);
}

/** Words and what stands between them: together they are the text. */
function wordsOf(text: string): string[] {
  return text.match(/\s+|[^\s]+/gu) ?? [];
}

function middle(old: readonly string[], now: readonly string[]): TextPiece[] {
  if (old.length * now.length > mostPairs)
    return [
      { kind: 'gone', text: old.join('') },
      { kind: 'new', text: now.join('') },
    ];
  const lengths = commonLengths(old, now);
  const pieces: TextPiece[] = [];
  const width = now.length + 1;
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      pieces.push({ kind: 'same', text: old[i] ?? '' });
      i += 1;
      j += 1;
    } else if (j >= now.length || (i < old.length && at(i + 1, j) >= at(i, j + 1))) {
      pieces.push({ kind: 'gone', text: old[i] ?? '' });
      i += 1;
    } else {
      pieces.push({ kind: 'new', text: now[j] ?? '' });
      j += 1;
    }
  }
  return pieces;
}

/** Of the longest common run of what is left from each place on. */
function commonLengths(old: readonly string[], now: readonly string[]): Uint16Array {
  const width = now.length + 1;
  const lengths = new Uint16Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      const here = i * width + j;
      lengths[here] =
        old[i] === now[j]
          ? (lengths[here + width + 1] ?? 0) + 1
          : Math.max(lengths[here + width] ?? 0, lengths[here + 1] ?? 0);
    }
  }
  return lengths;
}

function joined(pieces: readonly TextPiece[]): TextPiece[] {
  const together: TextPiece[] = [];
  for (const piece of pieces) {
    const last = together.at(-1);
    if (piece.text === '') continue;
    if (last?.kind === piece.kind) last.text += piece.text;
    else together.push({ ...piece });
  }
  return together;
}
