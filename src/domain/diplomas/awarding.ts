import type { Contest } from '../contests/contest.ts';
import { mayDo, stageOf } from '../contests/stage.ts';
import type { CaseForms, Gender } from '../names/name-cases.ts';
import type { DiplomaAward, DiplomaKind, Recipient } from './diploma.ts';

export const awardGroups = ['diplomas', 'certificates', 'mentors', 'jurors', 'people'] as const;
/**
 * Why somebody gets a paper. `diplomas`: winners and laureates; `certificates`: the other participants, of an event whoever
 * came; letters of thanks go to `mentors` who are named and agreed, to the jury, and to `people` whom staff have chosen.
 */
export type AwardGroup = (typeof awardGroups)[number];

/** A paper that somebody may get; see `keyOf`. */
export type AwardClaim = {
  group: AwardGroup;
  kind: DiplomaKind;
  /** `null` of a letter of thanks. */
  award: DiplomaAward | null;
  place: number | null;
  personId: string;
  entryId: string | null;
  organization: string;
  nomination: string;
  work: string;
  team: string;
  /** The live paper that was given for the same already. */
  issued: { id: string; number: string } | null;
};

/** The same with the name in its cases. */
export type AwardLine = AwardClaim & {
  key: string;
  recipient: Recipient;
  /** The rules leave doubts, and nobody has looked yet. */
  doubtful: boolean;
  corrected: boolean;
};

/** What staff correct of one person, in all papers that are given at once. What is left out follows by the rules. */
export type AwardCorrection = {
  personId: string;
  gender: Gender | null;
  post: string;
  nameForms: CaseForms | null;
  postForms: CaseForms | null;
  /** For every document from now on. */
  remember: boolean;
};

/** One paper of a kind for one work, or for the contest as a whole: as the unique index of `diploma` has it. */
export function keyOf({
  kind,
  entryId,
  personId,
}: Pick<AwardClaim, 'kind' | 'entryId' | 'personId'>): string {
  return `${kind}:${entryId ?? ''}:${personId}`;
}

const kinds: readonly DiplomaKind[] = ['diploma', 'certificate', 'gratitude'];
const weights: readonly (DiplomaAward | null)[] = ['winner', 'laureate', 'participant', null];

/** Whoever is claimed for twice is given one; in the order in which numbers are given: the weightiest first, then by name. */
export function inOrder<Line extends AwardClaim & { recipient: Recipient }>(lines: readonly Line[]): Line[] {
  const seen = new Set<string>();
  return lines
    .filter((line) => !seen.has(keyOf(line)) && seen.add(keyOf(line)))
    .sort(
      (a, b) =>
        kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
        weights.indexOf(a.award) - weights.indexOf(b.award) ||
        (a.place ?? Number.MAX_SAFE_INTEGER) - (b.place ?? Number.MAX_SAFE_INTEGER) ||
        a.recipient.name.nominative.localeCompare(b.recipient.name.nominative, 'ru') ||
        Number(a.personId) - Number(b.personId),
    );
}

type Timed = Pick<Contest, 'kind' | 'state' | 'opensAt' | 'closesAt' | 'judgingUntil' | 'endsAt'>;

/** `Refusal('contest-stage')`. Whoever came to an event may get a certificate as soon as it is over, results or none. */
export function mayAward(contest: Timed, at: Date): void {
  const isOver = contest.kind === 'event' && contest.endsAt !== null && contest.endsAt <= at;
  if (isOver && stageOf(contest, at) === 'judging') return;
  mayDo('award', contest, at);
}

/** Whether papers may be sent: a diploma says the result, and nobody is to read that before all may. */
export function mayTell({ kind, state }: Pick<Contest, 'kind' | 'state'>): boolean {
  return kind === 'event' ? state !== 'cancelled' : state === 'published' || state === 'archived';
}
