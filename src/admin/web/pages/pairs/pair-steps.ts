import type { PairState, Step } from './pair-data.ts';

/** What staff may do with a pair in each state; the order of a button row. */
const steps: Readonly<Record<PairState, readonly Step[]>> = {
  proposed: ['withdraw'],
  agreed: ['withdraw'],
  ordered: ['start', 'end'],
  active: ['complete', 'end'],
  completed: [],
  'ended-early': [],
  declined: [],
};

const leadsTo: Readonly<Record<Step, PairState>> = {
  withdraw: 'declined',
  start: 'active',
  complete: 'completed',
  end: 'ended-early',
};

export function stepsOf(state: PairState): readonly Step[] {
  return steps[state];
}

/** The step that brings a pair from one column of the board to another; `null` where none does. */
export function stepBetween(from: PairState, to: PairState): Step | null {
  return steps[from].find((step) => leadsTo[step] === to) ?? null;
}
