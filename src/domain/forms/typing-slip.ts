/**
 * Whether `typed` is the beginning of `known` but for one slip: a letter too many, too few, wrong or changed with its
 * neighbour. Words shorter than four letters have too many neighbours to be guessed.
 */
export function isSlipOf(known: string, typed: string): boolean {
  if (typed.length < 4 || !/^\p{L}+$/u.test(typed)) return false;
  return [-1, 0, 1].some((more) => isOneEdit(known.slice(0, typed.length + more), typed));
}

/** A letter too many, too few, wrong or changed with its neighbour; also none of these. */
export function isOneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true;
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
}
