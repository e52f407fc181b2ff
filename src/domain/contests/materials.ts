import { Refusal } from '../refusal.ts';
import type { Contest } from './contest.ts';
import { type ContestStage, stageOf } from './stage.ts';

const afterwards: readonly ContestStage[] = ['judging', 'checked', 'published'];

/**
 * Materials go out once an event has begun, and once no more works of another contest are taken.
 * `Refusal('contest-stage', { act: 'send-materials', stage })` before that, and where it is called off or put away.
 */
export function needMaterialsTime(
  contest: Pick<Contest, 'kind' | 'state' | 'opensAt' | 'closesAt' | 'startsAt'>,
  at: Date,
): void {
  if (!isMaterialsTime(contest, at))
    throw new Refusal('contest-stage', { act: 'send-materials', stage: stageOf(contest, at) });
}

/** The same as an answer, for the button. */
export function isMaterialsTime(
  contest: Pick<Contest, 'kind' | 'state' | 'opensAt' | 'closesAt' | 'startsAt'>,
  at: Date,
): boolean {
  const stage = stageOf(contest, at);
  if (contest.kind !== 'event') return afterwards.includes(stage);
  // Somebody may still be put onto the list of an event that is on.
  const isOn = stage === 'open' || afterwards.includes(stage);
  return isOn && contest.startsAt !== null && at >= contest.startsAt;
}
