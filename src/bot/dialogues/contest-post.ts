import type { Contest } from '../../domain/contests/contest.ts';
import { mayTakePart, openNominations } from '../../domain/contests/entering.ts';
import type { Entry } from '../../domain/contests/entry.ts';
import { beginEntry, handInPost } from '../../domain/contests/entry-acts.ts';
import { stageOf } from '../../domain/contests/stage.ts';
import type { IncomingEvent } from '../../domain/messages/incoming.ts';
import { keyText, type PostKey, postUrl, readKey } from '../../domain/posts/post.ts';
import { postLinkIn } from '../../domain/posts/read-post-link.ts';
import { contestAction, readContestAction } from '../../texts/contests/actions.ts';
import { chooseNomination } from '../../texts/contests/contest-list.ts';
import { askPost, entryWords, offerPost, postTaken, wrongLink } from '../../texts/contests/entering.ts';
import { postClaimed } from '../../texts/contests/entry-news.ts';
import { notUnderstood, words } from '../../texts/talk.ts';
import { entrantOf, hasVkPage, momentOf, unlessRefused } from './contest-entrant.ts';
import { hearLooseResult } from './loose-result.ts';
import type { KnownTalk } from './talk.ts';

/** The link to a post is awaited for this work. */
const name = 'contest-post';
/** A post was sent out of the blue: which contest is it for? */
const looseName = 'contest-loose';

export function askForPost(talk: KnownTalk, contest: Contest, entry: Entry): void {
  talk.turn({ name, step: 'link', data: { entryId: entry.id } });
  talk.say(askPost(entry, contest));
}

/** `false` while no link is awaited. */
export async function hearPost(talk: KnownTalk, event: IncomingEvent): Promise<boolean> {
  const state = talk.state();
  if (state?.name !== name) return false;
  const entryId = String(state.data.entryId);
  if (event.kind !== 'text' && event.kind !== 'files') {
    talk.say({
      ...wrongLink('none'),
      text: notUnderstood(event.kind === 'other' ? event.what : event.kind),
    });
    return true;
  }
  const link = postLinkIn(event);
  if (link.kind === 'post') await handIn(talk, entryId, link.key, { stays: true });
  else talk.say(wrongLink(link.kind));
  return true;
}

/** `stays`: after a post that cannot be taken another one is still awaited. */
async function handIn(
  talk: KnownTalk,
  entryId: string,
  post: PostKey,
  options: { stays?: boolean } = {},
): Promise<boolean> {
  const held = await unlessRefused(
    talk,
    () => handInPost(talk.desk, entrantOf(talk), { entryId, post }, talk.at),
    options,
  );
  if (held === null) return false;
  talk.turn(null);
  talk.toast(entryWords.taken);
  talk.say(postTaken(held.entry, held.contest, await hasVkPage(talk)));
  const { released, contest } = held;
  if (released !== null && released.personId !== null)
    await talk.tell(released.personId, () => postClaimed(released, contest));
  return true;
}

/**
 * The post of somebody who is in no dialogue: offered to the contests that take it now. `false` where there are none, or
 * what they sent is no post.
 */
export async function hearLoosePost(talk: KnownTalk, event: IncomingEvent): Promise<boolean> {
  const state = talk.state();
  if (event.kind !== 'text' || (state !== null && state.name !== looseName)) return false;
  const link = postLinkIn(event);
  if (link.kind !== 'post') return false;
  return offer(talk, link.key);
}

export async function offer(talk: KnownTalk, post: PostKey): Promise<boolean> {
  const contests = await takers(talk);
  if (contests.length === 0) return false;
  const tasks = await talk.desk.tasks.tasksOf(talk.person.id, talk.today);
  talk.turn({ name: looseName, step: 'choose', data: { post: keyText(post) } });
  talk.say(offerPost(contests, tasks.length > 0, momentOf(talk)));
  return true;
}

async function takers(talk: KnownTalk): Promise<Contest[]> {
  const who = entrantOf(talk);
  return (await talk.desk.contests.running(who.programmeId)).filter(
    (contest) =>
      contest.kind === 'post' &&
      stageOf(contest, talk.at) === 'open' &&
      mayTakePart(contest.terms, who) &&
      openNominations(contest).length > 0,
  );
}

/** `contest:post:5`, with a nomination `contest:post:5:3`, and `contest:to-task`. */
export async function pressLoosePost(talk: KnownTalk, action: string): Promise<boolean> {
  const pressed = readContestAction(action);
  if (action !== 'contest:to-task' && pressed?.verb !== 'post') return false;
  const state = talk.state();
  const post = state?.name === looseName ? readKey(String(state.data.post)) : null;
  if (post === null) {
    talk.toast(words.oldButton);
    talk.show({ text: 'Пришлите ссылку ещё раз.' });
    return true;
  }
  if (pressed === null) {
    talk.turn(null);
    await hearLooseResult(talk, { kind: 'text', text: postUrl(post) });
    return true;
  }
  const contest = (await takers(talk)).find(({ id }) => id === pressed.id);
  const nominations = contest === undefined ? [] : openNominations(contest);
  if (contest !== undefined && pressed.more === null && nominations.length > 1) {
    talk.show(chooseNomination(contest, (id) => contestAction('post', contest.id, id)));
    return true;
  }
  const nominationId = pressed.more ?? nominations[0]?.id ?? '';
  const begun = await unlessRefused(talk, () =>
    beginEntry(talk.desk, entrantOf(talk), { contestId: pressed.id, nominationId }, talk.at),
  );
  if (begun === null || (await handIn(talk, begun.entry.id, post))) return true;
  // Whoever has only sent a link has begun nothing that they could be reminded of.
  if (begun.entry.teamName === null) await talk.desk.entries.removeDraft(begun.entry.id);
  return true;
}
