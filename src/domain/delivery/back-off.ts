const second = 1000;
const minute = 60 * second;

const deliverySteps = [second, 5 * second, 15 * second, minute, 5 * minute, 15 * minute];

/** Pause after the n-th failed try of a delivery (1 is the first), in milliseconds. */
export function backOff(attempts: number): number {
  const step = Math.min(Math.max(attempts, 1), deliverySteps.length) - 1;
  return deliverySteps[step] ?? 15 * minute;
}

/** A delivery that could not be made for so long is given up. */
export const patienceMs = 24 * 60 * minute;

const inboxSteps = [second, 4 * second, 15 * second, minute];

/**
 * What becomes of an incoming event that failed for the n-th time: milliseconds until the next try, or `set-aside`
 * at the fifth. Short, because the person's later events wait behind it.
 */
export function afterFailure(attempts: number): number | 'set-aside' {
  return inboxSteps[attempts - 1] ?? 'set-aside';
}
