import { randomBytes } from 'node:crypto';
import type { Contest } from '../../domain/contests/contest.ts';
import { mayTakePart } from '../../domain/contests/entering.ts';
import { type Entry, liveEntryStates } from '../../domain/contests/entry.ts';
import { teamPrefix } from '../../domain/contests/entry-team.ts';
import { type Freed, refuseSeat, register, type Team } from '../../domain/contests/event-acts.ts';
import { seatsLeft } from '../../domain/contests/seats.ts';
import { longestTeamName, readTitle } from '../../domain/contests/work.ts';
import type { IncomingEvent } from '../../domain/messages/incoming.ts';
import { named } from '../../domain/messages/named.ts';
import { type EventVerb, readEventAction } from '../../texts/contests/actions.ts';
import { seatCame, teamChanged, teamRefused } from '../../texts/contests/event-news.ts';
import { calendarFileName, ticketFileName } from '../../texts/contests/event-plan.ts';
import {
  askEventTeam,
  eventCalendar,
  eventCard,
  eventTeamLinks,
  eventTicket,
  eventWords,
  noTicket,
  reallyRefuse,
  refusedSeat,
  registrationCard,
} from '../../texts/contests/events.ts';
import { shortName } from '../../texts/people.ts';
import { entrantOf, momentOf, type Own, unlessRefused } from './contest-entrant.ts';
import type { KnownTalk } from './talk.ts';

/** The name of a team for an event is awaited. */
const name = 'event-team';

/** One's live registration for an event. */
export async function registrationOf(talk: KnownTalk, contest: Contest): Promise<Entry | null> {
  const own = await talk.desk.entries.ofPerson(talk.person.id, contest.id);
  return own.find(({ state }) => liveEntryStates.includes(state)) ?? null;
}

export async function showEvent(talk: KnownTalk, contest: Contest): Promise<void> {
  const { entries } = talk.desk;
  const left = seatsLeft(contest, await entries.seated(contest.id));
  const own = await registrationOf(talk, contest);
  const fits = mayTakePart(contest.terms, entrantOf(talk));
  talk.show(eventCard(contest, { fits, own, left }, momentOf(talk)));
}

/** «Записаться», or «Записать команду», which asks for its name first. */
export async function enterEvent(talk: KnownTalk, contest: Contest, asTeam: boolean): Promise<void> {
  if (!asTeam) return sign(talk, contest.id, null);
  talk.turn({ name, step: 'name', data: { contestId: contest.id } });
  talk.say(askEventTeam());
}

/** `false` while no name of a team for an event is awaited. */
export async function hearEventTeam(talk: KnownTalk, event: IncomingEvent): Promise<boolean> {
  const state = talk.state();
  if (state?.name !== name) return false;
  const teamName = event.kind === 'text' ? readTitle(event.text, longestTeamName) : null;
  if (teamName === null) talk.say(askEventTeam(true));
  else {
    const newCode = randomBytes(12).toString('base64url');
    await sign(talk, String(state.data.contestId), { teamName, newCode });
  }
  return true;
}

async function sign(talk: KnownTalk, contestId: string, team: Team | null): Promise<void> {
  const held = await unlessRefused(talk, () =>
    register(talk.desk, entrantOf(talk), { contestId, team }, talk.at),
  );
  if (held === null) return;
  talk.turn(null);
  talk.toast(held.entry.state === 'accepted' ? eventWords.registered : eventWords.waiting);
  await showRegistration(talk, held);
  if (team !== null) await call(talk, held);
}

export async function showRegistration(talk: KnownTalk, { entry, contest }: Own): Promise<void> {
  const { entries } = talk.desk;
  const members = await entries.team(entry.id);
  const waiting = entry.state === 'waitlisted' ? await entries.waiting(contest.id) : [];
  const turn = waiting.findIndex(({ entryId }) => entryId === entry.id) + 1;
  const shown = { members, isAuthor: entry.personId === talk.person.id, turn: turn === 0 ? null : turn };
  talk.show(
    named(talk.mayNameOthers, (mayName) => registrationCard(entry, contest, shown, momentOf(talk), mayName)),
  );
}

/** `event:ticket:7` …: only for whoever is in that registration. */
export async function pressEvents(talk: KnownTalk, action: string): Promise<boolean> {
  const pressed = readEventAction(action);
  if (pressed === null) return false;
  const { desk, person } = talk;
  const entry = (await desk.entries.ofPerson(person.id)).find(({ id }) => id === pressed.id);
  const contest = entry === undefined ? null : await desk.contests.find(person.programmeId, entry.contestId);
  if (entry === undefined || contest?.kind !== 'event') return false;
  // Whoever has refused since sees the event itself.
  if (!liveEntryStates.includes(entry.state)) await showEvent(talk, contest);
  else await deeds[pressed.verb](talk, { entry, contest });
  return true;
}

const deeds: Record<EventVerb, (talk: KnownTalk, own: Own) => Promise<void>> = {
  show: showRegistration,
  ticket,
  call,
  async calendar(talk, { entry, contest }) {
    const { startsAt, endsAt, terms } = contest;
    const at = [startsAt?.toISOString(), endsAt?.toISOString(), contest.title, terms.event.place].join(' ');
    const recipe = { document: 'event-calendar', contestId: contest.id, at } as const;
    if (entry.state !== 'accepted') return showRegistration(talk, { entry, contest });
    talk.say(eventCalendar(contest, await talk.desk.files.document(recipe, calendarFileName, null)));
  },
  async refuse(talk, { entry, contest }) {
    talk.show(reallyRefuse(entry, contest, entry.personId === talk.person.id));
  },
  async refused(talk, { entry }) {
    const freed = await unlessRefused(talk, () => refuseSeat(talk.desk, entrantOf(talk), entry.id, talk.at));
    if (freed === null) return;
    talk.toast(eventWords.refused);
    talk.show(refusedSeat(freed.contest));
    await tellOthers(talk, freed);
  },
};

async function tellOthers(talk: KnownTalk, { contest, entry, left, movedUp }: Freed): Promise<void> {
  const { person, desk } = talk;
  for (const { id } of left) if (id !== person.id) await talk.tell(id, () => teamRefused(contest));
  if (entry.personId !== null && entry.personId !== person.id) {
    await talk.tell(entry.personId, (mayName) =>
      teamChanged(entry, contest, mayName ? shortName(person) : '', false),
    );
  }
  for (const each of movedUp) {
    const message = seatCame(each, contest, momentOf(talk));
    for (const { id } of await desk.entries.team(each.id)) await talk.tell(id, () => message);
  }
}

/** What staff scan at the door; without a page of ours they look for the name instead. */
async function ticket(talk: KnownTalk, { entry, contest }: Own): Promise<void> {
  const { desk, person, pageUrl } = talk;
  if (entry.state !== 'accepted') return showRegistration(talk, { entry, contest });
  const code = pageUrl === null ? null : await desk.entries.ticket(entry.id, person.id);
  if (code === null) {
    talk.say(noTicket(contest));
    return;
  }
  const recipe = { document: 'ticket', address: `${pageUrl}/panel/attend/${code}` } as const;
  const file = await desk.files.document(recipe, ticketFileName, person.id);
  talk.say(eventTicket(contest, file, momentOf(talk)));
}

async function call(talk: KnownTalk, { entry, contest }: Own): Promise<void> {
  if (entry.teamCode === null || entry.personId !== talk.person.id)
    return showRegistration(talk, { entry, contest });
  const payload = `${teamPrefix}${entry.teamCode}`;
  talk.say(eventTeamLinks(contest, await talk.desk.people.links(payload), payload, momentOf(talk)));
}
