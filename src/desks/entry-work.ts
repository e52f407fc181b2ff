import { createContestBook } from '../database/repositories/contest-book.ts';
import { createEntryBook } from '../database/repositories/entry-book.ts';
import { aroundEntry, countersOf, doneBy, snapshotsOf } from '../database/repositories/entry-card.ts';
import type { Contest } from '../domain/contests/contest.ts';
import type { Entry } from '../domain/contests/entry.ts';
import type { EntryEvent, EntryTrouble, EntryView } from '../domain/contests/entry-desk.ts';
import { type StepFacts, stepsNow } from '../domain/contests/entry-steps.ts';
import { postUrl } from '../domain/posts/post.ts';
import { Refusal } from '../domain/refusal.ts';
import { reaches, reachOf } from '../domain/staff/powers.ts';
import { findingText } from '../texts/contests/findings.ts';
import type { Moment } from '../texts/contests/when.ts';
import { markText, waitingText } from '../texts/panel/entries.ts';
import { timeZoneOf } from './contest-work.ts';
import type { Look, Work } from './desk-work.ts';

/** `Refusal('entry-unknown')`, whatever of the two is not there. */
export async function entryOf(
  look: Pick<Look, 'sql' | 'reach'>,
  contestId: string,
  entryId: string,
): Promise<{ contest: Contest; entry: Entry }> {
  const { programmeId } = look.reach;
  const contest = await createContestBook(look.sql).find(programmeId, contestId);
  const entry = await createEntryBook(look.sql).find(programmeId, entryId);
  if (contest === null || entry?.contestId !== contest.id) throw new Refusal('entry-unknown');
  const { organizationId } = entry;
  const isReached = organizationId !== null && reaches(look.reach, organizationId);
  if (look.reach.organizationIds !== null && !isReached) throw new Refusal('entry-unknown');
  return { contest, entry };
}

export async function momentOf(look: Pick<Look, 'sql' | 'reach' | 'at'>): Promise<Moment> {
  return { at: look.at, timeZone: await timeZoneOf(look) };
}

export function troubleOf(code: string | null, since: Date | null, moment: Moment): EntryTrouble | null {
  return code === null ? null : { code, since, text: waitingText(code, since, moment) };
}

/** As staff see it now; that it lies within reach was made sure by the caller. */
export async function shownEntry(look: Look, contest: Contest, entry: Entry): Promise<EntryView> {
  const { sql, staff, at } = look;
  const moment = await momentOf(look);
  const around = await aroundEntry(sql, entry.id);
  const facts = {
    isMarkSeen: around.marksSeenAt !== null,
    isCommunityConfirmed: around.isCommunityConfirmed,
  };
  const { post, nominationId } = entry;
  return {
    id: entry.id,
    contestId: contest.id,
    state: entry.state,
    source: entry.source,
    title: entry.title,
    description: entry.description,
    link: entry.link,
    teamName: entry.teamName,
    post: post && postUrl(post),
    nominationId,
    nominationTitle: contest.nominations.find(({ id }) => id === nominationId)?.title ?? null,
    author: around.author,
    organizationId: entry.organizationId,
    organizationName: around.organizationName,
    team: around.team,
    mentor: around.mentor,
    findings: entry.findings.map((finding) => findingText(finding, moment)),
    marks: entry.marks.map((mark) => markText(mark, moment)),
    marksSeenAt: around.marksSeenAt,
    trouble: troubleOf(entry.checkTrouble, entry.checkedAt ?? entry.submittedAt, moment),
    checkDueAt: entry.checkDueAt,
    checkedAt: entry.checkedAt,
    createdAt: entry.createdAt,
    submittedAt: entry.submittedAt,
    decidedAt: entry.decidedAt,
    decidedBy: around.decidedBy,
    withdrawnAt: entry.withdrawnAt,
    reason: entry.reason,
    community: communityOf(post, facts),
    snapshots: await snapshotsOf(sql, entry.id),
    counters: await countersOf(sql, entry.id),
    files: await createEntryBook(sql).files(entry.id),
    history: historyOf(entry, await doneBy(sql, entry.id)),
    may: reachOf(staff, 'contests:write') === null ? [] : stepsNow(contest, entry, facts, at),
  };
}

function communityOf(post: Entry['post'], { isCommunityConfirmed }: StepFacts): EntryView['community'] {
  if (post === null || post.ownerId > 0) return null;
  const id = -post.ownerId;
  return { id, link: `https://vk.com/club${id}`, isConfirmed: isCommunityConfirmed };
}

function historyOf(entry: Entry, done: readonly EntryEvent[]): EntryEvent[] {
  const { source, createdAt, submittedAt, checkedAt } = entry;
  const own = [
    { action: source === 'found' ? 'found' : 'begun', at: createdAt },
    { action: 'submitted', at: submittedAt },
    { action: 'seen', at: checkedAt },
  ].flatMap(({ action, at }) => (at === null ? [] : [{ action, at, by: null }]));
  return [...own, ...done].toSorted((one, other) => one.at.getTime() - other.at.getTime());
}

export function noteEntry(
  work: Pick<Work, 'note'>,
  { id, organizationId }: Pick<Entry, 'id' | 'organizationId'>,
  action: string,
  after: Readonly<Record<string, unknown>> | null = null,
  before: Readonly<Record<string, unknown>> | null = null,
): Promise<void> {
  return work.note({ action, subject: { kind: 'entry', id }, organizationId, before, after });
}
