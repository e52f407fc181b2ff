import { Refusal } from '../refusal.ts';
import type { Contest, ContestState } from './contest.ts';

/** Where a contest is now. `open` and `judging` follow from the instants, so that no job can be late with them. */
export type ContestStage = ContestState | 'open' | 'judging';

type Timed = Pick<Contest, 'state' | 'opensAt' | 'closesAt'>;

export function stageOf({ state, opensAt, closesAt }: Timed, at: Date): ContestStage {
  if (state !== 'announced' || at < opensAt) return state;
  return at < closesAt ? 'open' : 'judging';
}

/** What is done to a contest or in it. */
export type ContestAct =
  /** Title, texts, who may take part, nominations, how results are formed. */
  | 'edit'
  /** Criteria and their weights: never once somebody has scored by them. */
  | 'edit-criteria'
  | 'edit-jury'
  | 'announce'
  | 'cancel'
  | 'remove'
  | 'enter'
  | 'withdraw-entry'
  | 'decide-entry'
  | 'judge'
  | 'check-results'
  | 'publish'
  | 'award'
  | 'archive';

const when: Readonly<Record<ContestAct, readonly ContestStage[]>> = {
  edit: ['draft', 'announced', 'open', 'judging'],
  'edit-criteria': ['draft', 'announced', 'open', 'judging'],
  'edit-jury': ['draft', 'announced', 'open', 'judging'],
  announce: ['draft'],
  cancel: ['announced', 'open', 'judging'],
  remove: ['draft'],
  enter: ['open'],
  'withdraw-entry': ['open'],
  'decide-entry': ['open', 'judging'],
  judge: ['judging'],
  'check-results': ['judging'],
  publish: ['checked'],
  award: ['checked', 'published'],
  archive: ['published', 'cancelled'],
};

/** What else it depends on; asked with the contest's row locked. */
export type ContestFacts = { isScored?: boolean };

/**
 * `Refusal('contest-stage', { act, stage })` where it is not the time; `'contest-judging-over'` after the jury's last
 * instant; `'contest-scored'` where criteria were judged by already.
 */
export function mayDo(
  act: ContestAct,
  contest: Timed & Pick<Contest, 'judgingUntil'>,
  at: Date,
  { isScored = false }: ContestFacts = {},
): void {
  const stage = stageOf(contest, at);
  if (!when[act].includes(stage)) throw new Refusal('contest-stage', { act, stage });
  if (act === 'edit-criteria' && isScored) throw new Refusal('contest-scored');
  const { judgingUntil } = contest;
  if (act === 'judge' && judgingUntil !== null && at >= judgingUntil)
    throw new Refusal('contest-judging-over', { until: judgingUntil.toISOString() });
}

/** The same as an answer, for buttons that are shown or not. */
export function isTimeFor(
  act: ContestAct,
  contest: Timed & Pick<Contest, 'judgingUntil'>,
  at: Date,
  facts?: ContestFacts,
): boolean {
  try {
    mayDo(act, contest, at, facts);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
