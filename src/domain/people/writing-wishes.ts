import { addDays, type Day, yearOf } from '../calendar/day.ts';

/** When somebody wants to be written to on our own account; what they write themselves is answered at any time. */
export type WritingWishes = {
  /** `HH:MM` in the programme's zone; both `null` for any working hour. */
  writeFrom: string | null;
  writeTo: string | null;
  /** The last day of silence; a past one means nothing. */
  pausedUntil: Day | null;
};

/** By the key that stands in a button. */
export const writingHours = {
  morning: { writeFrom: '09:00', writeTo: '12:00' },
  noon: { writeFrom: '12:00', writeTo: '15:00' },
  evening: { writeFrom: '15:00', writeTo: '18:00' },
  any: { writeFrom: null, writeTo: null },
} as const;
export type WritingHours = keyof typeof writingHours;

export const pauses = ['week', 'fortnight', 'summer'] as const;
export type Pause = (typeof pauses)[number];

/** The last day of a pause that begins today; the summer ends with August. */
export function pauseEnd(pause: Pause, today: Day): Day {
  if (pause !== 'summer') return addDays(today, pause === 'week' ? 7 : 14);
  const august = `${yearOf(today)}-08-31`;
  return today <= august ? august : `${yearOf(today) + 1}-08-31`;
}

export function isPaused({ pausedUntil }: WritingWishes, today: Day): boolean {
  return pausedUntil !== null && pausedUntil >= today;
}

/** The key of the hours somebody chose; `null` for hours that were set otherwise. */
export function chosenHours({ writeFrom, writeTo }: WritingWishes): WritingHours | null {
  const keys = Object.keys(writingHours) as WritingHours[];
  return (
    keys.find((key) => writingHours[key].writeFrom === writeFrom && writingHours[key].writeTo === writeTo) ??
    null
  );
}
