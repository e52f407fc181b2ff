import { createContestSettingsBook } from '../database/repositories/contest-settings-book.ts';
import { createMailingBook } from '../database/repositories/mailing-book.ts';
import { lacksOf } from '../domain/contests/check-settings.ts';
import type { Contest } from '../domain/contests/contest.ts';
import type { Announcing, ContestDesk } from '../domain/contests/contest-desk.ts';
import { mayDo } from '../domain/contests/stage.ts';
import { readPostLink } from '../domain/posts/read-post-link.ts';
import { Refusal } from '../domain/refusal.ts';
import { need } from '../domain/staff/powers.ts';
import { contestCancelled } from '../texts/contests/cancelled.ts';
import { unseat } from './contest-jury.ts';
import { syncMilestones } from './contest-milestones.ts';
import { lockedContest, note, shownContest } from './contest-work.ts';
import { type DeskDeps, staffWork, type Work } from './desk-work.ts';
import { actOn } from './mailing-actions.ts';
import { draftMailing } from './mailing-drafts.ts';

type Steps = Pick<ContestDesk, 'announce' | 'postedByHand' | 'cancel' | 'archive' | 'remove'>;

/** What moves a contest on, but for its results. */
export function createContestSteps(deps: DeskDeps): Steps {
  return {
    announce: (staff, id, announcing) =>
      staffWork(deps, staff, 'contests:write', async (work) => {
        const contest = await lockedContest(work, id);
        mayDo('announce', contest, work.at);
        const lacks = lacksOf(contest, work.at);
        if (lacks.length > 0) throw new Refusal('contest-unready', { lacks: lacks.join() });
        const book = createContestSettingsBook(work.sql);
        await book.move(id, 'announced', work.at);
        await syncMilestones(work, id);
        const text = announcing.post?.trim() ?? '';
        const state = deps.postsToWall === true ? 'planned' : 'by-hand';
        if (text !== '') await book.planPost(id, { occasion: 'announcement', text, state }, work.at);
        const mailingId = await announceByMailing(work, contest, announcing.mailing);
        await note(work, id, 'contest.announced', { post: text !== '', mailingId });
        work.due();
        return { contest: await shownContest(work, id), mailingId };
      }),

    postedByHand: (staff, id, occasion, link) =>
      staffWork(deps, staff, 'contests:write', async (work) => {
        await lockedContest(work, id);
        const read = readPostLink(link);
        if (read.kind !== 'post') throw new Refusal('post-link-wrong');
        const { key } = read;
        if (!(await createContestSettingsBook(work.sql).posted(id, occasion, key, work.at)))
          throw new Refusal('contest-post-sent');
        await note(work, id, 'contest.posted-by-hand', { post: `${key.ownerId}_${key.postId}` });
        return shownContest(work, id);
      }),

    cancel: (staff, id, reason) =>
      staffWork(deps, staff, 'contests:write', async (work) => {
        const contest = await lockedContest(work, id);
        mayDo('cancel', contest, work.at);
        await createContestSettingsBook(work.sql).move(id, 'cancelled', work.at);
        await syncMilestones(work, id);
        const told = await tellCancelled(work, contest, reason);
        await dismissJury(work, contest);
        await note(work, id, 'contest.cancelled', { reason, people: told });
        return shownContest(work, id);
      }),

    archive: (staff, id) =>
      staffWork(deps, staff, 'contests:write', async (work) => {
        mayDo('archive', await lockedContest(work, id), work.at);
        await createContestSettingsBook(work.sql).move(id, 'archived', work.at);
        await note(work, id, 'contest.archived');
        return shownContest(work, id);
      }),

    remove: (staff, id) =>
      staffWork(deps, staff, 'contests:write', async (work) => {
        const contest = await lockedContest(work, id);
        mayDo('remove', contest, work.at);
        await createContestSettingsBook(work.sql).remove(id);
        await dismissJury(work, contest);
        await note(work, id, 'contest.removed');
      }),
  };
}

/** `null` where none was wished. */
async function announceByMailing(
  work: Work,
  { title }: Contest,
  mailing: Announcing['mailing'],
): Promise<string | null> {
  if (mailing === null) return null;
  const reach = need(work.staff, 'messages:write');
  const book = createMailingBook(work.sql);
  const { text, audience, send } = mailing;
  // What is said of a contest names nobody: whoever wants to name somebody writes so in «Рассылки».
  const draft = { title, text, namesOthers: false, otherText: null, audience };
  const id = await draftMailing(work, book, draft, reach);
  if (send) await actOn(work, book, id, 'start', null);
  return id;
}

/** Each once, whatever they had handed in; returns how many. */
async function tellCancelled(work: Work, contest: Contest, reason: string): Promise<number> {
  const { id } = contest;
  const people = await work.sql.query<{ id: string }>(
    `select distinct m.person_id::text as id from contest_member m join contest_entry e on e.id = m.entry_id
     where e.contest_id = $1 and m.left_at is null
       and e.state in ('draft', 'checking', 'mending', 'accepted', 'waitlisted')`,
    [id],
  );
  for (const person of people) {
    const notice = { contestId: id, personId: person.id, occasion: 'cancelled', at: work.at };
    if (await work.books.entries.isFirstNotice(notice))
      await work.tell(person.id, (mayNameOthers) => contestCancelled(contest, reason, mayNameOthers));
  }
  return people.length;
}

async function dismissJury(work: Work, { jurors }: Contest): Promise<void> {
  for (const { personId, removedAt } of jurors) if (removedAt === null) await unseat(work, personId);
}
