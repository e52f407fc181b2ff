import type { Contest } from '../../domain/contests/contest.ts';
import { mayTakePart } from '../../domain/contests/entering.ts';
import { liveEntryStates } from '../../domain/contests/entry.ts';
import { stageOf } from '../../domain/contests/stage.ts';
import { readContestAction } from '../../texts/contests/actions.ts';
import { contestCard, contestList, regulations } from '../../texts/contests/contest-list.ts';
import { enter } from './contest-enter.ts';
import { entrantOf, momentOf, ownEntries } from './contest-entrant.ts';
import { showEntries } from './contest-entries.ts';
import { enterEvent, showEvent } from './contest-events.ts';
import { showNamings } from './contest-naming.ts';
import { pressLoosePost } from './contest-post.ts';
import { pressJoin } from './contest-team.ts';
import type { KnownTalk } from './talk.ts';

/** «Конкурсы»: what takes works or people now, what soon will, and one's own; events also once they take nobody any more. */
export async function showContests(talk: KnownTalk): Promise<void> {
  const { desk, person, at } = talk;
  const running = await desk.contests.running(person.programmeId);
  const events = await ownEvents(talk, running);
  const seen = running.filter(
    (contest) => stageOf(contest, at) !== 'judging' && mayTakePart(contest.terms, entrantOf(talk)),
  );
  const own = (await ownEntries(talk)).length;
  const namings = (await desk.entries.naming(person.id)).length;
  talk.say(contestList(seen, { own, namings, events }, momentOf(talk)));
}

/** Those that somebody is registered for, until they end. */
async function ownEvents(talk: KnownTalk, running: readonly Contest[]): Promise<Contest[]> {
  const entries = await talk.desk.entries.ofPerson(talk.person.id);
  const live = entries.filter(({ state }) => liveEntryStates.includes(state));
  return running.filter(
    ({ id, kind, endsAt }) =>
      kind === 'event' &&
      endsAt !== null &&
      talk.at < endsAt &&
      live.some(({ contestId }) => contestId === id),
  );
}

const plain: Record<string, (talk: KnownTalk) => Promise<void>> = {
  'contest:all': showContests,
  'contest:mine': showEntries,
  'contest:namings': showNamings,
};

/** `contest:show:5`, `contest:enter:5:3`, `contest:mine` …; `entry:…` is `pressEntries`. */
export async function pressContests(talk: KnownTalk, action: string): Promise<boolean> {
  const show = Object.hasOwn(plain, action) ? plain[action] : undefined;
  if (show !== undefined) {
    await show(talk);
    return true;
  }
  if ((await pressJoin(talk, action)) || (await pressLoosePost(talk, action))) return true;
  const pressed = readContestAction(action);
  if (pressed === null) return false;
  const contest = await talk.desk.contests.find(talk.person.programmeId, pressed.id);
  if (contest === null || contest.state === 'draft') return false;
  const isEvent = contest.kind === 'event';
  if (isEvent && (pressed.verb === 'enter' || pressed.verb === 'as-team'))
    await enterEvent(talk, contest, pressed.verb === 'as-team');
  else if (isEvent && pressed.verb !== 'rules') await showEvent(talk, contest);
  else if (pressed.verb === 'enter') await enter(talk, contest, pressed.more);
  else if (pressed.verb === 'rules') talk.say(regulations(contest));
  else {
    talk.show(contestCard(contest, mayTakePart(contest.terms, entrantOf(talk)), momentOf(talk)));
  }
  return true;
}
