import type { Day } from '../calendar/day.ts';
import { Refusal } from '../refusal.ts';

/** The personal programme of one pair; its goal and term are the pair's own. */
export type PersonalProgramme = {
  tasks: string[];
  activities: { what: string; fromOn: Day | null; toOn: Day | null }[];
  /** What is expected in the end. */
  results: string;
};

export const emptyProgramme: PersonalProgramme = { tasks: [], activities: [], results: '' };

export const programmeLimits = { tasks: 20, activities: 60, words: 300, results: 1500 } as const;

/** Blank lines are left out. `Refusal('programme-too-long' | 'activity-dates')`. */
export function readProgramme(given: PersonalProgramme): PersonalProgramme {
  const tasks = given.tasks.map((task) => task.trim()).filter((task) => task !== '');
  const activities = given.activities
    .map((activity) => ({ ...activity, what: activity.what.trim() }))
    .filter(({ what }) => what !== '');
  const words = [...tasks, ...activities.map(({ what }) => what)];
  if (
    tasks.length > programmeLimits.tasks ||
    activities.length > programmeLimits.activities ||
    words.some((each) => each.length > programmeLimits.words) ||
    given.results.length > programmeLimits.results
  ) {
    throw new Refusal('programme-too-long');
  }
  const turned = activities.find(({ fromOn, toOn }) => fromOn !== null && toOn !== null && fromOn > toOn);
  if (turned !== undefined) throw new Refusal('activity-dates');
  return { tasks, activities, results: given.results.trim() };
}
