import { endChecks } from '../database/repositories/contest-check-rows.ts';
import { closeMilestone } from '../database/repositories/contest-milestones.ts';
import { writeResults } from '../database/repositories/result-book.ts';
import { awardedWorks, publicityOf } from '../database/repositories/result-people.ts';
import { storable } from '../database/repositories/storable-json.ts';
import type { Contest } from '../domain/contests/contest.ts';
import type { ResultsDesk } from '../domain/contests/results-desk.ts';
import { mayDo } from '../domain/contests/stage.ts';
import type { Errand } from '../domain/errands/errand.ts';
import { Refusal } from '../domain/refusal.ts';
import { resultsPost } from '../texts/contests/results-news.ts';
import { nominationsOf } from './contest-ranking.ts';
import { type DeskDeps, staffLook, staffWork, type Work } from './desk-work.ts';
import { cityOnly } from './jury-watch-desk.ts';
import { resultNoticesKind } from './results-errand.ts';
import { createResultsPapers } from './results-papers.ts';
import { knownContest, resultsNow, resultsView } from './results-view.ts';

export function createResultsDesk(deps: DeskDeps): ResultsDesk {
  return {
    ...createResultsPapers(deps),
    get: (staff, contestId) =>
      staffLook(deps, staff, 'contests:read', async (look) => {
        cityOnly(look.reach, 'contests:read');
        return resultsView(look, await knownContest(look, contestId));
      }),
    check: (staff, contestId, { force }) =>
      staffWork(deps, staff, 'contests:write', async (work) => {
        const contest = await locked(work, contestId);
        // The clock has gone on while one waited for the jurors at work.
        mayDo('check-results', contest, deps.clock.now());
        await check(work, contest, force);
        return resultsView(work, await knownContest(work, contestId));
      }),
    preview: (staff, contestId) =>
      staffLook(deps, staff, 'contests:write', async (look) => {
        const contest = await knownContest(look, contestId);
        if (contest.checkedAt === null) throw new Refusal('results-unchecked');
        return {
          ...(await publicityOf(look.sql, contest.id)),
          showsComments: contest.terms.showsComments,
          post: await postOf(look, contest, deps.pageUrl()),
        };
      }),
    publish: (staff, contestId, { post, text }) =>
      staffWork(deps, staff, 'contests:write', async (work) => {
        const { sql, at } = work;
        const contest = await locked(work, contestId);
        mayDo('publish', contest, at);
        await sql.query(`update contest set state = 'published', published_at = $2 where id = $1`, [
          contest.id,
          at,
        ]);
        if (post !== 'none') {
          await sql.query(
            `insert into contest_post (contest_id, occasion, text, state, due_at, created_at)
             values ($1, 'results', $2, $3, case when $3 = 'planned' then $4::timestamptz end, $4::timestamptz)
             on conflict (contest_id, occasion) do nothing`,
            [contest.id, storable(text), post, at],
          );
        }
        const url = contestUrl(deps.pageUrl(), contest.id);
        await closeMilestone(sql, contest.id, 'results', { by: staff.personId, at, url });
        const errand = await orderNotices(work, contest);
        await note(work, contest, 'contest.results-published', { state: 'published' }, { state: 'checked' });
        work.due();
        return errand;
      }),
    tellAgain: (staff, contestId) =>
      staffWork(deps, staff, 'contests:write', async (work) => {
        const contest = await locked(work, contestId);
        if (contest.publishedAt === null) throw new Refusal('results-unpublished');
        const [running] = await work.sql.query<{ id: string }>(
          `select id::text from errand where kind = $1 and params->>'contestId' = $2 and state in ('planned', 'running')
           order by id desc limit 1`,
          [resultNoticesKind, contest.id],
        );
        const scope = { programmeId: work.reach.programmeId, createdBy: null };
        const known = running === undefined ? null : await work.books.errands.find(scope, running.id);
        if (known !== null) return known;
        await note(work, contest, 'contest.results-told-again', null);
        return orderNotices(work, contest);
      }),
  };
}

async function locked({ books, reach }: Work, contestId: string): Promise<Contest> {
  cityOnly(reach, 'contests:write');
  const contest = await books.contests.lock(reach.programmeId, contestId);
  if (contest === null) throw new Refusal('contest-unknown');
  return contest;
}

/** Under the contest's lock, which waits for every juror who is writing and lets none begin. */
async function check(work: Work, contest: Contest, force: string | null): Promise<void> {
  const { sql, at } = work;
  const { judging, ranking, activity, unfinished } = await resultsNow(sql, contest);
  if (judging.entries.length === 0) throw new Refusal('results-empty');
  const { sheets, entries, isActivityOpen } = unfinished;
  const isUnfinished = sheets > 0 || entries > 0 || isActivityOpen;
  if (isUnfinished && force === null) {
    throw new Refusal('results-unfinished', { sheets, entries, activity: Number(isActivityOpen) });
  }
  await writeResults(sql, contest.id, ranking, activity);
  await sql.query(`update contest set state = 'checked', checked_at = $2 where id = $1`, [contest.id, at]);
  await endChecks(sql, contest.id);
  await closeMilestone(sql, contest.id, 'judging', { by: work.staff.personId, at, url: null });
  await note(
    work,
    contest,
    'contest.results-checked',
    { state: 'checked', entries: judging.entries.length, ...(isUnfinished && { sheets, reason: force }) },
    { state: contest.state },
  );
}

async function postOf({ sql }: Pick<Work, 'sql'>, contest: Contest, pageUrl: string | null): Promise<string> {
  const works = await awardedWorks(sql, contest.id);
  const url = contestUrl(pageUrl, contest.id);
  const nominations = nominationsOf(contest, []).concat({ id: '', title: '' });
  return resultsPost({ title: contest.title, kind: contest.kind, nominations, works }, url);
}

/** Of the public page; `null` where there is none. */
function contestUrl(pageUrl: string | null, contestId: string): string | null {
  return pageUrl === null ? null : `${pageUrl}/contests/${contestId}`;
}

function orderNotices({ books, reach, staff, at }: Work, contest: Contest): Promise<Errand> {
  return books.errands.order({
    kind: resultNoticesKind,
    params: { contestId: contest.id },
    power: 'contests:write',
    reach,
    createdBy: staff.personId,
    at,
  });
}

function note(
  { note: write }: Pick<Work, 'note'>,
  { id }: Contest,
  action: string,
  after: Readonly<Record<string, unknown>> | null,
  before: Readonly<Record<string, unknown>> | null = null,
): Promise<void> {
  return write({ action, subject: { kind: 'contest', id }, before, after });
}
