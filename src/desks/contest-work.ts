import { createContestBook } from '../database/repositories/contest-book.ts';
import { countEntries, juryOf } from '../database/repositories/contest-list.ts';
import { itemOfContest } from '../database/repositories/contest-milestones.ts';
import { createContestSettingsBook } from '../database/repositories/contest-settings-book.ts';
import { lacksOf } from '../domain/contests/check-settings.ts';
import type { Contest } from '../domain/contests/contest.ts';
import type { ContestActs, ContestView } from '../domain/contests/contest-desk.ts';
import { settingsOf } from '../domain/contests/contest-settings.ts';
import { isMaterialsTime } from '../domain/contests/materials.ts';
import { isTimeFor, stageOf } from '../domain/contests/stage.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Look, Work } from './desk-work.ts';

/** `Refusal('contest-unknown')`; drafts are unknown to whoever sees only their own organization. */
export async function contestOf({ sql, reach }: Pick<Look, 'sql' | 'reach'>, id: string): Promise<Contest> {
  return known(await createContestBook(sql).find(reach.programmeId, id), reach);
}

/** The same, with nobody else at it until the transaction ends. */
export async function lockedContest(
  { sql, reach }: Pick<Look, 'sql' | 'reach'>,
  id: string,
): Promise<Contest> {
  return known(await createContestBook(sql).lock(reach.programmeId, id), reach);
}

function known(contest: Contest | null, { organizationIds }: Look['reach']): Contest {
  if (contest === null || (organizationIds !== null && contest.state === 'draft'))
    throw new Refusal('contest-unknown');
  return contest;
}

/** As staff see it now. */
export async function shownContest({ sql, reach, at }: Look, id: string): Promise<ContestView> {
  const contest = await contestOf({ sql, reach }, id);
  const book = createContestSettingsBook(sql);
  const { regulationsFileId } = contest;
  const isScored = await createContestBook(sql).isScored(id);
  const stage = stageOf(contest, at);
  return {
    id: contest.id,
    itemId: contest.itemId,
    kind: contest.kind,
    state: contest.state,
    templateKey: contest.templateKey,
    copiedFrom: contest.copiedFrom,
    createdAt: contest.createdAt,
    announcedAt: contest.announcedAt,
    frozenAt: contest.frozenAt,
    checkedAt: contest.checkedAt,
    publishedAt: contest.publishedAt,
    archivedAt: contest.archivedAt,
    cancelledAt: contest.cancelledAt,
    stage,
    item: await itemOfContest(sql, contest.itemId),
    settings: settingsOf(contest),
    entries: await countEntries(sql, id, reach),
    jury: await juryOf(sql, id),
    regulations: regulationsFileId === null ? null : await book.file(regulationsFileId),
    files: await book.files(id),
    posts: await book.posts(id),
    isScored,
    lacks: stage === 'draft' ? lacksOf(contest, at) : [],
    may: actsOf(contest, at, isScored),
  };
}

function actsOf(contest: Contest, at: Date, isScored: boolean): ContestActs {
  const may = (act: Exclude<keyof ContestActs, 'send-materials'>) =>
    isTimeFor(act, contest, at, { isScored });
  return {
    edit: may('edit'),
    'edit-criteria': may('edit-criteria'),
    'edit-jury': may('edit-jury'),
    announce: may('announce'),
    cancel: may('cancel'),
    archive: may('archive'),
    remove: may('remove'),
    'send-materials': isMaterialsTime(contest, at),
  };
}

export async function timeZoneOf({ sql, reach }: Pick<Look, 'sql' | 'reach'>): Promise<string> {
  const [programme] = await sql.query<{ zone: string }>(
    'select time_zone as zone from programme where id = $1',
    [reach.programmeId],
  );
  return programme?.zone ?? 'UTC';
}

export function note(
  work: Pick<Work, 'note'>,
  id: string,
  action: string,
  after: Readonly<Record<string, unknown>> | null = null,
  before: Readonly<Record<string, unknown>> | null = null,
): Promise<void> {
  return work.note({ action, subject: { kind: 'contest', id }, before, after });
}
