import { mayTakePart } from '../../domain/contests/entering.ts';
import { stageOf } from '../../domain/contests/stage.ts';
import { readContestAction } from '../../texts/contests/actions.ts';
import { contestCard, contestList, regulations } from '../../texts/contests/contest-list.ts';
import { enter } from './contest-enter.ts';
import { entrantOf, momentOf, ownEntries } from './contest-entrant.ts';
import { showEntries } from './contest-entries.ts';
import { showNamings } from './contest-naming.ts';
import { pressLoosePost } from './contest-post.ts';
import { pressJoin } from './contest-team.ts';
import type { KnownTalk } from './talk.ts';

/** «Конкурсы»: what takes works now, what soon will, and one's own. Events have a list of their own. */
export async function showContests(talk: KnownTalk): Promise<void> {
  const { desk, person, at } = talk;
  const running = (await desk.contests.running(person.programmeId)).filter(({ kind }) => kind !== 'event');
  const seen = running.filter(
    (contest) => stageOf(contest, at) !== 'judging' && mayTakePart(contest.terms, entrantOf(talk)),
  );
  const own = (await ownEntries(talk)).length;
  const namings = (await desk.entries.naming(person.id)).length;
  talk.say(contestList(seen, { own, namings }, momentOf(talk)));
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
  // Drafts and events are nobody's to see here.
  if (contest === null || contest.state === 'draft' || contest.kind === 'event') return false;
  if (pressed.verb === 'enter') await enter(talk, contest, pressed.more);
  else if (pressed.verb === 'rules') talk.say(regulations(contest));
  else {
    talk.show(contestCard(contest, mayTakePart(contest.terms, entrantOf(talk)), momentOf(talk)));
  }
  return true;
}
