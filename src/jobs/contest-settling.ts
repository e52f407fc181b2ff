import type { CheckCase, ClaimedCheck, SettledCheck } from '../domain/contests/check-book.ts';
import { type CheckNews, outcomeOf, postRulesOf } from '../domain/contests/check-outcome.ts';
import { nextCheckAt, waitAfterTrouble } from '../domain/contests/check-schedule.ts';
import type { EntryFinding } from '../domain/contests/entry.ts';
import { entryFindings } from '../domain/contests/entry-finding.ts';
import { entryMarks, turnOf } from '../domain/contests/finding-turns.ts';
import type { MayNameOthers } from '../domain/people/channel.ts';
import { checkPost } from '../domain/posts/check-post.ts';
import { counterMarks } from '../domain/posts/growth.ts';
import { keyText, type Post, type PostLook } from '../domain/posts/post.ts';
import type { PostLooks, PostTrouble } from '../domain/posts/post-reader.ts';
import type { Programme } from '../domain/programme/programme.ts';
import { checkResult } from '../texts/contests/check-result.ts';
import { type ContestRoundBooks, delayToMend, tellLater, workingTimeOf } from './contest-books.ts';

type Looked = { looked: PostLooks; at: Date; luck: number };
type Turn = { settled: SettledCheck; news: CheckNews | null };

/** One transaction: what was found and who is told of it are written together or not at all. */
export async function settleChecks(
  books: ContestRoundBooks,
  deps: { community: number | null; mayNameOthers?: MayNameOthers },
  claimed: readonly ClaimedCheck[],
  { looked, at, luck }: Looked,
): Promise<{ looked: number; waiting: number; told: number }> {
  const done = { looked: 0, waiting: 0, told: 0 };
  const cases = await books.checks.hold(claimed);
  const turns: { check: CheckCase; turn: Turn }[] = [];
  for (const check of cases) {
    const key = check.entry.post === null ? '' : keyText(check.entry.post);
    const look = looked.looks.get(key);
    const trouble = looked.troubles.get(key);
    if (look !== undefined) turns.push({ check, turn: seen(check, look, at, deps.community) });
    else if (trouble !== undefined) turns.push({ check, turn: failed(check, trouble, at, luck) });
  }
  await books.checks.settle(
    turns.map(({ turn }) => turn.settled),
    at,
  );
  const programmes = new Map((await books.programmes.list()).map((each) => [each.id, each]));
  for (const { check, turn } of turns) {
    done['trouble' in turn.settled ? 'waiting' : 'looked'] += 1;
    const programme = programmes.get(check.contest.programmeId);
    if (turn.news === null || programme === undefined) continue;
    if (await tellAuthor(books, { check, turn, programme, at, ...deps })) done.told += 1;
  }
  return done;
}

function failed(
  { entry, contest, tries }: CheckCase,
  { code, retryAfterMs }: PostTrouble,
  at: Date,
  luck: number,
): Turn {
  const isClosed = at >= contest.closesAt;
  const waitMs = waitAfterTrouble({ tries, retryAfterMs, isClosed }, luck);
  return {
    settled: {
      entryId: entry.id,
      state: entry.state,
      dueAt: new Date(at.getTime() + waitMs),
      trouble: code,
    },
    // Whoever waits for an answer hears once that it will take longer.
    news: entry.state === 'checking' && tries === 0 ? 'first' : null,
  };
}

function seen(check: CheckCase, look: PostLook, at: Date, community: number | null): Turn {
  const { entry, contest } = check;
  const rules = postRulesOf(contest, entry.nominationId, community);
  const found: EntryFinding[] = entryFindings(checkPost(look, rules, check.author), rules.hashtags);
  if (check.enteredIn !== null)
    found.push({ code: 'post-entered-before', facts: { contest: check.enteredIn } });
  const { state, news, isNoted } = outcomeOf(entry, found, contest, at);
  const post = look.kind === 'seen' ? look.post : null;
  const isClosed = at >= contest.closesAt;
  const counters = post === null || contest.frozenAt !== null ? null : post.counters;
  const marks = contest.frozenAt === null ? marksOf(check, counters, at) : entry.marks;
  return {
    news,
    settled: {
      entryId: entry.id,
      state,
      dueAt: nextCheckAt(contest, state, at),
      findings: found,
      marks,
      hasNewMarks: turnOf(entry.marks, marks) === 'worse',
      isNoted,
      snapshot: post !== null && differs(check.kept, post) ? post : null,
      counters,
      isFinal: isClosed && contest.frozenAt === null,
    },
  };
}

/** Nothing is counted once there is a final count; growth is read from what was counted. */
function marksOf({ series }: CheckCase, counters: Post['counters'] | null, at: Date): EntryFinding[] {
  return entryMarks(counterMarks(counters === null ? series : [...series, { ...counters, at }]));
}

/** Addresses of pictures change with each answer: they are no difference. */
function differs(kept: CheckCase['kept'], post: Post): boolean {
  if (kept === null) return true;
  const shape = ({ attachments }: Pick<Post, 'attachments'>) =>
    JSON.stringify(attachments.map(({ kind, title }) => [kind, title]));
  return (
    kept.text !== post.text ||
    kept.fromId !== post.fromId ||
    kept.editedAt?.getTime() !== post.editedAt?.getTime() ||
    shape(kept) !== shape(post)
  );
}

async function tellAuthor(
  books: ContestRoundBooks,
  about: {
    check: CheckCase;
    turn: Turn;
    programme: Programme;
    at: Date;
    mayNameOthers?: MayNameOthers;
  },
): Promise<boolean> {
  const { check, turn, programme, at, mayNameOthers = () => true } = about;
  const { entry, contest } = check;
  if (entry.personId === null) return false;
  const { settled, news } = turn;
  const now =
    'trouble' in settled
      ? { ...entry, checkTrouble: settled.trouble }
      : { ...entry, state: settled.state, findings: settled.findings, checkTrouble: null };
  const isAsked = news === 'first';
  const delayMs = isAsked ? 0 : delayToMend(await workingTimeOf(books, programme, at), at, contest.closesAt);
  const readAt = new Date(at.getTime() + delayMs);
  const put = () => checkResult(now, contest, { at: readAt, timeZone: programme.timeZone }, isAsked);
  return tellLater(books, entry.personId, put, { delayMs, mayNameOthers });
}
