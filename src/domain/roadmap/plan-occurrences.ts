import { type Day, yearOf } from '../calendar/day.ts';

/** A dated window, or (`to` null) a standing piece told by its text. */
export type Slot = { from: Day | null; to: Day; text?: never } | { from: null; to: null; text: string };
export type StoredOccurrence = { id: string; slot: Slot; removed: boolean };

export type OccurrenceChanges = {
  add: Slot[];
  /** The same duty on other days: its tasks, answered ones too, go with it. */
  move: { id: string; from: Slot; to: Slot }[];
  revive: { id: string; slot: Slot }[];
  remove: { id: string; slot: Slot }[];
};

/**
 * A window that left and one that came in the same year are a moved deadline where their numbers agree; the standing pieces among themselves
 * likewise. Everything else comes or goes.
 */
export function planOccurrences(
  stored: readonly StoredOccurrence[],
  wished: readonly Slot[],
): OccurrenceChanges {
  const known = new Map(stored.map((each) => [keyOf(each.slot), each]));
  const keys = new Set(wished.map(keyOf));
  const came = wished.filter((slot) => !known.has(keyOf(slot)));
  const left = stored.filter((each) => !each.removed && !keys.has(keyOf(each.slot)));
  const revive = stored.filter((each) => each.removed && keys.has(keyOf(each.slot)));
  const moves = new Map<Slot, StoredOccurrence>();
  for (const year of new Set(came.map(yearOfSlot))) {
    const to = came.filter((slot) => yearOfSlot(slot) === year).sort(byDay);
    const from = left.filter(({ slot }) => yearOfSlot(slot) === year).sort((a, b) => byDay(a.slot, b.slot));
    if (to.length !== from.length) continue;
    to.forEach((slot, index) => {
      const moved = from[index];
      if (moved !== undefined) moves.set(slot, moved);
    });
  }
  const moved = new Set(moves.values());
  return {
    add: came.filter((slot) => !moves.has(slot)),
    move: [...moves].map(([to, { id, slot }]) => ({ id, from: slot, to })),
    revive: revive.map(({ id, slot }) => ({ id, slot })),
    remove: left.filter((each) => !moved.has(each)).map(({ id, slot }) => ({ id, slot })),
  };
}

function keyOf(slot: Slot): string {
  return slot.to === null ? `text ${slot.text}` : `${slot.from ?? ''}..${slot.to}`;
}

function yearOfSlot(slot: Slot): number {
  return slot.to === null ? 0 : yearOf(slot.to);
}

function byDay(a: Slot, b: Slot): number {
  return keyOf(a) < keyOf(b) ? -1 : 1;
}
