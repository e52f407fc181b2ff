import { randomBytes } from 'node:crypto';
import { joinTeam, leaveTeam, nameTeam, readTeamCode, teamPrefix } from '../../domain/contests/entry-team.ts';
import { isTimeFor } from '../../domain/contests/stage.ts';
import { longestTeamName, readTitle } from '../../domain/contests/work.ts';
import type { IncomingEvent } from '../../domain/messages/incoming.ts';
import { named } from '../../domain/messages/named.ts';
import { readLink } from '../../domain/people/invitation.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { EntryVerb } from '../../texts/contests/actions.ts';
import { askTeamName, entryWords } from '../../texts/contests/entering.ts';
import { teamChanged } from '../../texts/contests/event-news.ts';
import { eventTeamInvitation } from '../../texts/contests/events.ts';
import { contestRefused } from '../../texts/contests/refused.ts';
import {
  joinedNews,
  joinedTeam,
  knowFirst,
  leftNews,
  leftTeam,
  reallyLeave,
  teamCard,
  teamGone,
  teamInvitation,
  teamLinks,
} from '../../texts/contests/team.ts';
import { shortName } from '../../texts/people.ts';
import { entrantOf, momentOf, type Own, unlessRefused } from './contest-entrant.ts';
import { showRegistration } from './contest-events.ts';
import type { KnownTalk, Talk } from './talk.ts';

/** The team's name is awaited. */
const name = 'contest-team';

/** `false` for what is no act of teams. Members leave; all else is for whoever handed the work in. */
export async function pressTeam(talk: KnownTalk, verb: EntryVerb, own: Own): Promise<boolean> {
  const isAuthor = own.entry.personId === talk.person.id;
  if (verb === 'leave' && !isAuthor) talk.show(reallyLeave(own.entry, own.contest));
  else if (verb === 'left' && !isAuthor) await leave(talk, own.entry.id);
  else if (verb === 'team' && isAuthor) await showTeam(talk, own);
  else if (verb === 'call-team' && isAuthor) await call(talk, own);
  else return false;
  return true;
}

async function showTeam(talk: KnownTalk, { entry, contest }: Own): Promise<void> {
  if (entry.teamName === null) {
    if (!contest.terms.team.allowed || !isTimeFor('enter', contest, talk.at)) {
      talk.say({ text: contestRefused(new Refusal('team-not-allowed')) ?? '' });
      return;
    }
    talk.turn({ name, step: 'name', data: { entryId: entry.id } });
    talk.say(askTeamName());
    return;
  }
  const members = await talk.desk.entries.team(entry.id);
  talk.show(named(talk.mayNameOthers, (mayName) => teamCard(entry, contest, members, mayName)));
}

/** `false` while no name of a team is awaited. */
export async function hearTeam(talk: KnownTalk, event: IncomingEvent): Promise<boolean> {
  const state = talk.state();
  if (state?.name !== name) return false;
  const teamName = event.kind === 'text' ? readTitle(event.text, longestTeamName) : null;
  if (teamName === null) {
    talk.say(askTeamName(true));
    return true;
  }
  const newCode = randomBytes(12).toString('base64url');
  const held = await unlessRefused(talk, () =>
    nameTeam(talk.desk, entrantOf(talk), { entryId: String(state.data.entryId), teamName, newCode }, talk.at),
  );
  if (held === null) return true;
  talk.turn(null);
  await showTeam(talk, held);
  await call(talk, held);
  return true;
}

async function call(talk: KnownTalk, { entry, contest }: Own): Promise<void> {
  if (entry.teamCode === null) return showTeam(talk, { entry, contest });
  const payload = `${teamPrefix}${entry.teamCode}`;
  talk.say(teamLinks(contest, await talk.desk.people.links(payload), payload, momentOf(talk)));
}

/** What a deep link of a team opens, the link pasted as a text, or the code itself; `false` for anything else. */
export async function openTeam(talk: Talk, text: string): Promise<boolean> {
  const code = readTeamCode(readLink(text) ?? text.trim());
  if (code === null) return false;
  const { person } = talk.visitor;
  if (person === null) {
    talk.say(knowFirst());
    return true;
  }
  const entry = await talk.desk.entries.byTeamCode(person.programmeId, code);
  const contest = entry === null ? null : await talk.desk.contests.find(person.programmeId, entry.contestId);
  if (entry === null || contest === null) {
    talk.say(teamGone());
    return true;
  }
  const [author] = await talk.desk.entries.team(entry.id);
  const joinAction = `contest:join:${code}`;
  const by = (mayName: boolean) => (mayName && author !== undefined ? shortName(author) : '');
  if (contest.kind === 'event') {
    talk.say(
      named(talk.mayNameOthers, (mayName) =>
        eventTeamInvitation(entry, contest, { author: by(mayName), joinAction }, momentOf(talk), mayName),
      ),
    );
    return true;
  }
  talk.say(
    named(talk.mayNameOthers, (mayName) =>
      teamInvitation(entry, contest, { author: by(mayName), joinAction }, mayName),
    ),
  );
  return true;
}

/** `contest:join:<code>`. */
export async function pressJoin(talk: KnownTalk, action: string): Promise<boolean> {
  const code = /^contest:join:([A-Za-z0-9_-]{16})$/.exec(action)?.[1];
  if (code === undefined) return false;
  const { desk, at, person } = talk;
  const held = await unlessRefused(talk, () => joinTeam(desk, entrantOf(talk), code, at), { stays: true });
  if (held === null) return true;
  const { entry, contest } = held;
  const isEvent = contest.kind === 'event';
  talk.toast(entryWords.joined);
  if (isEvent) await showRegistration(talk, held);
  else talk.show(joinedTeam(entry, contest));
  if (entry.personId === null) return true;
  await talk.tell(entry.personId, (mayName) => {
    const who = mayName ? shortName(person) : '';
    return isEvent ? teamChanged(entry, contest, who, true) : joinedNews(entry, contest, who);
  });
  return true;
}

async function leave(talk: KnownTalk, entryId: string): Promise<void> {
  const { desk, at, person } = talk;
  const held = await unlessRefused(talk, () => leaveTeam(desk, entrantOf(talk), entryId, at));
  if (held === null) return;
  const { entry, contest } = held;
  talk.show(leftTeam(contest));
  if (entry.personId === null) return;
  await talk.tell(entry.personId, (mayName) => leftNews(entry, contest, mayName ? shortName(person) : ''));
}
