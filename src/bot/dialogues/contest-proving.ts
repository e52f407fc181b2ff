import { checkAgain } from '../../domain/contests/entry-acts.ts';
import { isTimeFor } from '../../domain/contests/stage.ts';
import { pageProven } from '../../texts/contests/check-result.ts';
import { contestsOf, entrantOf } from './contest-entrant.ts';
import type { KnownTalk } from './talk.ts';

/** Whose VK page has just become known: works that waited for nothing else are looked at again. */
export async function lookAgain(talk: KnownTalk): Promise<void> {
  const { desk, person, at, incoming } = talk;
  if (incoming.platform !== 'vk') return;
  const waiting = (await desk.entries.ofPerson(person.id)).filter(
    ({ state, personId, findings }) =>
      state === 'mending' &&
      personId === person.id &&
      findings.some(({ code }) => code === 'post-author-unproven' || code === 'account-not-proven'),
  );
  const contests = await contestsOf(
    talk,
    waiting.map(({ contestId }) => contestId),
  );
  let again = 0;
  for (const { id, contestId } of waiting) {
    const contest = contests.get(contestId);
    if (contest === undefined || !isTimeFor('enter', contest, at)) continue;
    await checkAgain(desk, entrantOf(talk), id, at);
    again += 1;
  }
  if (again > 0) talk.say(pageProven());
}
