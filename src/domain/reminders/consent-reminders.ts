import { addDays, type Day } from '../calendar/day.ts';
import type { ConsentKind } from '../consents/consent.ts';
import type { Person } from '../people/person.ts';
import type { Reminder } from './reminder.ts';

/** Days after the first time; then it stops, and staff see who lacks what. */
const turnDays = [0, 3, 7, 14] as const;

/** A consent that is wanted of somebody who can be written to. */
export type WantedConsent = {
  /** The version in force. */
  textId: string;
  /** Who is asked: the person, or a representative. */
  personId: string;
  /** Whose consent it is. */
  subjectId: string;
  /** Rows about this text, person and subject, in whatever state. */
  known: readonly { ruleKey: string; dueOn: Day }[];
};

export type WishedConsentReminder = Pick<Reminder, 'personId' | 'ruleKey' | 'dueOn'> & { textId: string };

/** A planned row about a consent that is due, with how things stand now. */
export type DueConsent = Pick<Reminder, 'id' | 'ruleKey' | 'dueOn'> & {
  taskId: null;
  textId: string;
  subjectId: string;
  kind: ConsentKind;
  title: string;
  /** Whom the reader represents; `null` where it is the reader's own consent. */
  pupil: Pick<Person, 'surname' | 'name' | 'patronymic'> | null;
  /** An earlier version was given. */
  outdated: boolean;
  /** Nothing newer is published. */
  newest: boolean;
  /** It is still missing, and this person is still whom to ask. */
  wanted: boolean;
  /** It was given, or taken back. */
  answered: boolean;
};

/** `consent`, `consent:2` … of one's own; `consent:1:<pupil>` … of somebody the person represents. */
export function consentKey(turn: number, pupilId: string | null): string {
  if (pupilId !== null) return `consent:${turn}:${pupilId}`;
  return turn === 1 ? 'consent' : `consent:${turn}`;
}

/**
 * The latest turn that has come and was not had, one at most for each consent; none where a later one was planned before
 * the clock went back.
 */
export function planConsentReminders(wanted: readonly WantedConsent[], today: Day): WishedConsentReminder[] {
  return wanted.flatMap(({ textId, personId, subjectId, known }) => {
    const had = Math.max(0, ...known.map(({ ruleKey }) => turnOf(ruleKey)));
    const first = known.map(({ dueOn }) => dueOn).sort()[0] ?? today;
    const turn = turnDays.findLastIndex((days) => addDays(first, days) <= today) + 1;
    if (turn <= had) return [];
    const dueOn = addDays(first, turnDays[turn - 1] ?? 0);
    return [
      { textId, personId, ruleKey: consentKey(turn, subjectId === personId ? null : subjectId), dueOn },
    ];
  });
}

function turnOf(ruleKey: string): number {
  return Number(ruleKey.split(':')[1] ?? 1);
}
