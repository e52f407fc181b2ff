import { createEntryDeciding } from '../database/repositories/entry-deciding.ts';
import { createEventGuests } from '../database/repositories/event-guests.ts';
import { writeXlsx } from '../documents/write-xlsx.ts';
import type { Contest } from '../domain/contests/contest.ts';
import { mayTakePart } from '../domain/contests/entering.ts';
import { liveEntryStates } from '../domain/contests/entry.ts';
import { moveUp, seat } from '../domain/contests/event-acts.ts';
import { type EventDesk, type EventView, type Guest, mayMark } from '../domain/contests/event-desk.ts';
import { isAhead } from '../domain/contests/seats.ts';
import { xlsxMime } from '../domain/files/sheet-plan.ts';
import { Refusal } from '../domain/refusal.ts';
import { reachOf } from '../domain/staff/powers.ts';
import { addedToEvent, removedFromEvent, seatCame } from '../texts/contests/event-news.ts';
import { calendarFileName } from '../texts/contests/event-plan.ts';
import { guestsFileName, guestsPlan } from '../texts/guests-export.ts';
import { contestOf, lockedContest } from './contest-work.ts';
import { type DeskDeps, type Look, staffLook, staffWork, type Work } from './desk-work.ts';
import { entryOf, momentOf, noteEntry } from './entry-work.ts';
import { eventCalendarOf } from './event-calendar.ts';

export function createEventDesk(deps: DeskDeps): EventDesk {
  return {
    get: (staff, contestId) =>
      staffLook(deps, staff, 'contests:read', async (look) => shown(look, await eventOf(look, contestId))),
    mark: (staff, contestId, memberId, attended) =>
      staffWork(deps, staff, 'contests:write', async (work) => {
        const contest = await eventOf(work, contestId);
        const guest = await guestOf(work, contest, memberId);
        return attended ? (await tick(work, contest, guest, 'list')).guest : untick(work, contest, guest);
      }),
    scan: (staff, ticket) =>
      staffWork(deps, staff, 'contests:write', async (work) => {
        const found = await createEventGuests(work.sql, work.reach).byTicket(work.reach.programmeId, ticket);
        if (found === null) throw new Refusal('ticket-unknown');
        const contest = await eventOf(work, found.contestId);
        const guest = await guestOf(work, contest, found.memberId);
        if (guest.isWaiting) throw new Refusal('ticket-waiting');
        return {
          contestId: contest.id,
          title: contest.title,
          ...(await tick(work, contest, guest, 'qr')),
        };
      }),
    export: (staff, contestId) =>
      staffWork(deps, staff, 'contests:write', async (work) => {
        const contest = await eventOf(work, contestId);
        const guests = await createEventGuests(work.sql, work.reach).list(contest.id);
        const subject = { kind: 'contest', id: contestId };
        await work.note({ action: 'event.exported', subject, after: { count: guests.length } });
        const bytes = await writeXlsx([guestsPlan(guests, await momentOf(work))], work.at);
        return { name: guestsFileName(contest.title), mime: xlsxMime, bytes };
      }),
    calendar: (staff, contestId) =>
      staffLook(deps, staff, 'contests:read', async (look) => {
        const contest = await eventOf(look, contestId);
        const file = await eventCalendarOf(look.sql, contest.id);
        if (file === null) throw new Refusal('contest-unknown');
        return { name: calendarFileName, ...file };
      }),
    ...deciding(deps),
  };
}

function deciding(deps: DeskDeps): Pick<EventDesk, 'add' | 'refuse'> {
  return {
    add: (staff, contestId, personId, call) =>
      staffWork(deps, staff, 'contests:write', async (work) => {
        const contest = asEvent(await lockedContest(work, contestId));
        return work.once(call, async () => {
          if (!mayAdd(contest, work.at)) throw new Refusal('event-closed');
          const { programmeId } = work.reach;
          const appointments = await createEntryDeciding(work.sql).entrant(programmeId, personId);
          if (appointments === null) throw new Refusal('person-unknown');
          const who = { personId, programmeId, appointments };
          if (!mayTakePart(contest.terms, who)) throw new Refusal('contest-not-for-you');
          const { entry } = await seat(work.books, contest, who, { team: null, source: 'panel' }, work.at);
          await noteEntry(work, entry, 'event.added', { contestId, personId });
          const moment = await momentOf(work);
          await work.tell(personId, () => addedToEvent(entry, contest, moment));
          return { id: entry.id };
        });
      }),
    refuse: (staff, contestId, entryId) =>
      staffWork(deps, staff, 'contests:write', async (work) => {
        const contest = asEvent(await lockedContest(work, contestId));
        const { entries } = work.books;
        await entries.lock(work.reach.programmeId, entryId);
        const { entry } = await entryOf(work, contestId, entryId);
        if (!liveEntryStates.includes(entry.state)) throw new Refusal('entry-over');
        if (!isAhead(contest, work.at)) throw new Refusal('event-begun');
        const left = await entries.team(entryId);
        await entries.change(entryId, { state: 'withdrawn', withdrawnAt: work.at });
        await noteEntry(work, entry, 'event.refused', { contestId });
        for (const { id } of left) await work.tell(id, () => removedFromEvent(contest));
        await seatNext(work, contest);
        return shown(work, contest);
      }),
  };
}

async function seatNext(work: Work, contest: Contest): Promise<void> {
  const moment = await momentOf(work);
  for (const each of await moveUp(work.books, contest, work.at)) {
    for (const { id } of await work.books.entries.team(each.id))
      await work.tell(id, () => seatCame(each, contest, moment));
  }
}

async function eventOf(look: Look, contestId: string): Promise<Contest> {
  return asEvent(await contestOf(look, contestId));
}

function asEvent(contest: Contest): Contest {
  if (contest.kind !== 'event') throw new Refusal('contest-unknown');
  return contest;
}

/** At the door too. */
function mayAdd({ state, endsAt }: Contest, at: Date): boolean {
  return state === 'announced' && endsAt !== null && at < endsAt;
}

async function guestOf(look: Look, contest: Contest, memberId: string): Promise<Guest> {
  const guest = await createEventGuests(look.sql, look.reach).one(contest.id, memberId);
  if (guest === null) throw new Refusal('guest-unknown');
  return guest;
}

async function tick(work: Work, contest: Contest, guest: Guest, way: 'qr' | 'list') {
  if (!mayMark(contest, work.at)) throw new Refusal('event-not-yet');
  const by = { personId: work.staff.personId, way, at: work.at };
  const isFirst = await createEventGuests(work.sql, work.reach).mark(guest.id, by);
  if (isFirst) await noteGuest(work, guest, 'event.attended');
  return { guest: await guestOf(work, contest, guest.id), already: !isFirst };
}

async function untick(work: Work, contest: Contest, guest: Guest): Promise<Guest> {
  if (!mayMark(contest, work.at)) throw new Refusal('event-not-yet');
  if (await createEventGuests(work.sql, work.reach).unmark(guest.id))
    await noteGuest(work, guest, 'event.not-attended');
  return guestOf(work, contest, guest.id);
}

function noteGuest(work: Work, { entryId, person }: Guest, action: string): Promise<void> {
  return noteEntry(work, { id: entryId, organizationId: null }, action, { personId: person.id });
}

async function shown(look: Look, contest: Contest): Promise<EventView> {
  const { staff, at, sql, reach } = look;
  const guests = await createEventGuests(sql, reach).list(contest.id);
  const writes = reachOf(staff, 'contests:write') !== null;
  const waiting = guests.filter(({ isWaiting }) => isWaiting).length;
  return {
    contestId: contest.id,
    seats: contest.terms.event.seats,
    seated: guests.length - waiting,
    waiting,
    attended: guests.filter(({ attendedAt }) => attendedAt !== null).length,
    may: {
      mark: writes && mayMark(contest, at),
      add: writes && mayAdd(contest, at),
      refuse: writes && isAhead(contest, at),
    },
    guests,
  };
}
