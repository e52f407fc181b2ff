import { createPairBook } from '../database/repositories/pair-book.ts';
import { listPairs, pairBoard } from '../database/repositories/pair-list.ts';
import { listMentees, listMentors } from '../database/repositories/pair-people.ts';
import type { PairCard } from '../domain/pairs/pair.ts';
import type { PairBook } from '../domain/pairs/pair-book.ts';
import type { PairDesk, PairTerms, PairView } from '../domain/pairs/pair-desk.ts';
import { Refusal } from '../domain/refusal.ts';
import { reaches, reachOf } from '../domain/staff/powers.ts';
import { checkVersion } from '../domain/staff/version.ts';
import { type DeskDeps, type Look, staffLook, staffWork, type Work } from './desk-work.ts';
import { propose, replace } from './pair-proposing.ts';

export function createPairDesk(deps: DeskDeps): PairDesk {
  return { ...reading(deps), ...forming(deps), ...keeping(deps) };
}

type Part<Calls extends keyof PairDesk> = Pick<PairDesk, Calls>;

function reading(
  deps: DeskDeps,
): Part<'list' | 'board' | 'view' | 'mentees' | 'mentee' | 'mentors' | 'meetings' | 'programme'> {
  const look: <T>(staff: Parameters<PairDesk['view']>[0], work: (look: Look) => Promise<T>) => Promise<T> = (
    staff,
    work,
  ) => staffLook(deps, staff, 'pairs:read', work);
  return {
    list: (staff, filter, query) => look(staff, ({ sql, reach }) => listPairs(sql, reach, filter, query)),
    board: (staff, filter, q) => look(staff, ({ sql, reach }) => pairBoard(sql, reach, filter, q)),
    view: (staff, pairId) => look(staff, (own) => viewOf(own, pairId)),
    mentees: (staff, filter, query) =>
      look(staff, ({ sql, reach }) => listMentees(sql, reach, filter, query)),
    mentee: (staff, menteeId) =>
      look(staff, async ({ sql, reach }) => {
        const query = { page: 1, size: 1, sort: 'surname', descending: false, q: null } as const;
        const filter = { organizationId: null, paired: null, menteeId };
        const [mentee] = (await listMentees(sql, reach, filter, query)).items;
        if (mentee === undefined) throw new Refusal('mentee-unknown');
        return mentee;
      }),
    mentors: (staff, filter, query) =>
      look(staff, ({ sql, reach }) => listMentors(sql, reach, filter, query)),
    meetings: (staff, pairId) =>
      look(staff, async (own) => {
        await cardWithin(own, pairId);
        return createPairBook(own.sql).meetingsOf(pairId);
      }),
    programme: (staff, pairId) =>
      look(staff, async (own) => {
        await cardWithin(own, pairId);
        return createPairBook(own.sql).programmeOf(pairId);
      }),
  };
}

function forming(deps: DeskDeps): Part<'propose' | 'replace' | 'withdraw' | 'agreeOnPaper'> {
  return {
    propose: (staff, { organizationId, ...proposal }, call) =>
      staffWork(deps, staff, 'pairs:write', (work) =>
        work.once(call, () => propose(work, proposal, organizationId)),
      ),
    replace: (staff, pairId, by, call) =>
      staffWork(deps, staff, 'pairs:write', (work) =>
        work.once(call, async () => replace(work, await lockedWithin(work, pairId), by)),
      ),
    withdraw: (staff, pairId, note) =>
      step(deps, staff, pairId, 'pair.withdrawn', (pairs, by, at) => pairs.withdraw(pairId, by, note, at)),
    agreeOnPaper: (staff, pairId, said) =>
      step(deps, staff, pairId, 'pair.answered-on-paper', (pairs, by, at) =>
        pairs.answer(pairId, { ...said, givenBy: null, recordedBy: by }, at),
      ),
  };
}

function keeping(
  deps: DeskDeps,
): Part<'edit' | 'start' | 'complete' | 'end' | 'addMeeting' | 'saveProgramme'> {
  return {
    edit: (staff, pairId, terms, expected) =>
      staffWork(deps, staff, 'pairs:write', async (work) => {
        const before = termsOf(await lockedWithin(work, pairId));
        checkVersion(before, expected);
        const after = termsOf(await work.books.pairs.edit(pairId, terms, staff.personId, work.at));
        await note(work, pairId, 'pair.edited', { before, after });
        return after;
      }),
    start: (staff, pairId) =>
      step(deps, staff, pairId, 'pair.started', (pairs, by, at) => pairs.start(pairId, by, at)),
    complete: (staff, pairId, result) =>
      step(deps, staff, pairId, 'pair.completed', (pairs, by, at) => pairs.complete(pairId, by, result, at)),
    end: (staff, pairId, why) =>
      step(deps, staff, pairId, 'pair.ended', (pairs, by, at) => pairs.end(pairId, by, why, at)),
    addMeeting: (staff, pairId, meeting, call) =>
      staffWork(deps, staff, 'pairs:write', (work) =>
        work.once(call, async () => {
          await lockedWithin(work, pairId);
          const { id } = await work.books.pairs.addMeeting(
            pairId,
            meeting,
            staff.personId,
            work.today,
            work.at,
          );
          await note(work, pairId, 'pair.met', { after: { meetingId: id, on: meeting.on } });
          return { id };
        }),
      ),
    saveProgramme: (staff, pairId, programme, expected) =>
      staffWork(deps, staff, 'pairs:write', async (work) => {
        await lockedWithin(work, pairId);
        const { pairs } = work.books;
        checkVersion(await pairs.programmeOf(pairId), expected);
        await pairs.saveProgramme(pairId, programme, staff.personId, work.at);
        await note(work, pairId, 'pair.programme-edited');
        return pairs.programmeOf(pairId);
      }),
  };
}

/** One step of somebody’s: done, noted with the states before and after, and shown as it is then. */
function step(
  deps: DeskDeps,
  staff: Parameters<PairDesk['start']>[0],
  pairId: string,
  action: string,
  take: (pairs: PairBook, by: string, at: Date) => Promise<PairCard>,
): Promise<PairView> {
  return staffWork(deps, staff, 'pairs:write', async (work) => {
    const before = await lockedWithin(work, pairId);
    const after = await take(work.books.pairs, staff.personId, work.at);
    await note(work, pairId, action, { before: { state: before.state }, after: { state: after.state } });
    return viewOf(work, pairId);
  });
}

type Facts = Parameters<Work['note']>[0];

async function note(
  work: Work,
  pairId: string,
  action: string,
  facts: Pick<Facts, 'before' | 'after'> = {},
): Promise<void> {
  const { organizationId } = await cardWithin(work, pairId);
  // The round tells everybody of it.
  work.due();
  await work.note({ action, subject: { kind: 'pair', id: pairId }, organizationId, ...facts });
}

/** Locked first: two who press at once come one after the other. */
async function lockedWithin(work: Work, pairId: string): Promise<PairCard> {
  await work.sql.query('select from pair where id = $1 for no key update', [pairId]);
  return cardWithin(work, pairId);
}

async function cardWithin({ sql, reach }: Look, pairId: string): Promise<PairCard> {
  const card = await createPairBook(sql).byId(pairId);
  if (card === null || card.programmeId !== reach.programmeId || !reaches(reach, card.organizationId)) {
    throw new Refusal('pair-unknown');
  }
  return card;
}

function termsOf({ fromOn, toOn, goal }: PairCard): PairTerms {
  return { fromOn, toOn, goal };
}

async function viewOf(look: Look, pairId: string): Promise<PairView> {
  const card = await cardWithin(look, pairId);
  const events = await createPairBook(look.sql).eventsOf(pairId);
  const reach = reachOf(look.staff, 'pairs:write');
  return {
    card,
    terms: termsOf(card),
    events: events.map(({ personId: _, ...event }) => event),
    may: { write: reach !== null && reaches(reach, card.organizationId) },
  };
}
