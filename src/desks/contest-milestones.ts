import { itemOfContest, itemToLink, putMilestones } from '../database/repositories/contest-milestones.ts';
import { syncTasks } from '../database/repositories/task-plan.ts';
import { milestonesOf } from '../domain/contests/milestones.ts';
import { Refusal } from '../domain/refusal.ts';
import { milestoneWords } from '../texts/contests/milestones.ts';
import { contestOf, timeZoneOf } from './contest-work.ts';
import type { Work } from './desk-work.ts';

/**
 * After anything of a contest has changed, in the same transaction: its dates are work of its roadmap item, and so tasks with
 * reminders, moved or withdrawn with them.
 */
export async function syncMilestones(work: Pick<Work, 'sql' | 'reach' | 'at'>, id: string): Promise<void> {
  const { sql, reach, at } = work;
  const contest = await contestOf(work, id);
  const timeZone = await timeZoneOf(work);
  const title = (await itemOfContest(sql, contest.itemId))?.title ?? '';
  const wished = milestonesOf(contest, timeZone).map((planned) => ({
    ...planned,
    words: milestoneWords(contest, planned, title, timeZone),
  }));
  if (await putMilestones(sql, id, contest.itemId, wished, at)) await syncTasks(sql, reach.programmeId, at);
}

/** `Refusal('item-unknown')` for an item that is not of the programme's order, or no longer in it. */
export async function mustKnowItem(
  { sql, reach }: Pick<Work, 'sql' | 'reach'>,
  itemId: string,
): Promise<void> {
  if ((await itemToLink(sql, reach.programmeId, itemId)) === null) throw new Refusal('item-unknown');
}
