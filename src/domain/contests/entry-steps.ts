import { Refusal } from '../refusal.ts';
import type { Contest } from './contest.ts';
import type { Entry, EntryState } from './entry.ts';
import { isTimeFor, mayDo } from './stage.ts';

export const entrySteps = [
  /** In spite of what a check found. */
  'accept',
  /** Back to its author, who hands it in anew once it is mended. */
  'mend',
  'reject',
  'nominate',
  /** Looked at again now. */
  'check',
  /** In its author's name. */
  'withdraw',
  /** One that was withdrawn, rejected or dismissed. */
  'restore',
  /** A found one becomes somebody's. */
  'assign',
  /** A found one that is no work. */
  'dismiss',
  'marks-seen',
  /** The community on whose wall the post stands speaks for the entry's organization. */
  'confirm-community',
  'unconfirm-community',
] as const;
/** What staff do with one entry. */
export type EntryStep = (typeof entrySteps)[number];

const live: readonly EntryState[] = ['checking', 'mending', 'accepted'];

const from: Readonly<Record<EntryStep, readonly EntryState[]>> = {
  accept: live,
  mend: ['accepted'],
  reject: live,
  nominate: [...live, 'found'],
  check: live,
  withdraw: live,
  restore: ['withdrawn', 'rejected'],
  assign: ['found'],
  dismiss: ['found'],
  'marks-seen': live,
  'confirm-community': [...live, 'found'],
  'unconfirm-community': [...live, 'found'],
};

export type StepFacts = { isMarkSeen: boolean; isCommunityConfirmed: boolean };
type Stepped = Pick<Entry, 'state' | 'findings' | 'decidedAt' | 'marks' | 'post' | 'organizationId'>;

/** By what the entry itself is, whatever the stage. */
function fits(step: EntryStep, entry: Stepped, { isMarkSeen, isCommunityConfirmed }: StepFacts): boolean {
  if (!from[step].includes(entry.state)) return false;
  const isCommunitys = entry.post !== null && entry.post.ownerId < 0 && entry.organizationId !== null;
  switch (step) {
    case 'accept':
      return entry.state !== 'accepted' || (entry.findings.length > 0 && entry.decidedAt === null);
    case 'marks-seen':
      return entry.marks.length > 0 && !isMarkSeen;
    case 'confirm-community':
      return isCommunitys && !isCommunityConfirmed;
    case 'unconfirm-community':
      return isCommunitys && isCommunityConfirmed;
    default:
      return true;
  }
}

/**
 * Asked with the contest and the entry locked. `Refusal('contest-stage')`; `'entry-step', { state }` where it is not for
 * such an entry. Registrations for events are decided elsewhere, by seats.
 */
export function checkStep(
  step: EntryStep,
  contest: Contest,
  entry: Stepped,
  facts: StepFacts,
  at: Date,
): void {
  if (step !== 'marks-seen') mayDo('decide-entry', contest, at);
  // Nobody can mend what is handed in no more.
  if (step === 'mend') mayDo('enter', contest, at);
  if (contest.kind === 'event' || !fits(step, entry, facts))
    throw new Refusal('entry-step', { state: entry.state });
}

/** Those that can be done now, for buttons. */
export function stepsNow(contest: Contest, entry: Stepped, facts: StepFacts, at: Date): EntryStep[] {
  if (contest.kind === 'event') return [];
  const isTime = isTimeFor('decide-entry', contest, at);
  return entrySteps.filter(
    (step) =>
      (isTime || step === 'marks-seen') &&
      (step !== 'mend' || isTimeFor('enter', contest, at)) &&
      fits(step, entry, facts),
  );
}
