import { answerNaming, nameMentor, nameNobody } from '../../domain/contests/entry-naming.ts';
import type { IncomingEvent } from '../../domain/messages/incoming.ts';
import { named } from '../../domain/messages/named.ts';
import type { Person } from '../../domain/people/person.ts';
import type { EntryVerb } from '../../texts/contests/actions.ts';
import {
  askNaming,
  askSurname,
  chooseMentor,
  mentorAsked,
  mentorsFound,
  namingAnswered,
  namingNews,
  namingWords,
  nobodyNamed,
  noNamings,
} from '../../texts/contests/naming.ts';
import { shortName } from '../../texts/people.ts';
import { contestsOf, entrantOf, unlessRefused } from './contest-entrant.ts';
import type { KnownTalk } from './talk.ts';

/** The surname of a mentor is awaited. */
const name = 'contest-mentor';

/** What the author and the mentor do about the mentor's name; `false` for anything else, and for whoever is neither. */
export async function pressNaming(
  talk: KnownTalk,
  verb: EntryVerb,
  entryId: string,
  personId: string | null,
): Promise<boolean> {
  if (verb === 'agree' || verb === 'refuse') return answer(talk, entryId, verb);
  if (verb !== 'mentor' && verb !== 'other-mentor' && verb !== 'nobody') return false;
  const entry = await talk.desk.entries.find(talk.person.programmeId, entryId);
  if (entry === null || entry.personId !== talk.person.id) return false;
  if (verb === 'nobody') {
    const held = await unlessRefused(talk, () => nameNobody(talk.desk, entrantOf(talk), entryId, talk.at));
    if (held !== null) talk.show(nobodyNamed(held.entry));
  } else if (verb === 'other-mentor') {
    // Where names may not be said they are not asked for either.
    if (!talk.mayNameOthers) return false;
    talk.turn({ name, step: 'surname', data: { entryId } });
    talk.say(askSurname());
  } else if (personId === null) {
    const own = await pairMentors(talk);
    talk.show(named(talk.mayNameOthers, (mayName) => chooseMentor(entry, own, mayName)));
  } else await choose(talk, entryId, personId);
  return true;
}

/** `false` while no surname is awaited. */
export async function hearMentor(talk: KnownTalk, event: IncomingEvent): Promise<boolean> {
  const state = talk.state();
  if (state?.name !== name || !talk.mayNameOthers) return false;
  const surname = event.kind === 'text' ? event.text.trim() : '';
  const entry = await talk.desk.entries.find(talk.person.programmeId, String(state.data.entryId));
  if (entry === null || entry.personId !== talk.person.id) {
    talk.turn(null);
    return false;
  }
  if ([...surname].filter((sign) => /\p{L}/u.test(sign)).length < 2) {
    talk.say(askSurname(true));
    return true;
  }
  const found = await talk.desk.entries.mentorsCalled(organizationsOf(talk), surname, talk.person.id);
  talk.say(named(true, (mayName) => mentorsFound(entry, mayName ? found : [])));
  return true;
}

/** Any mentor of one's own pairs or organizations, as they are now: a button's action can be forged. */
async function choose(talk: KnownTalk, entryId: string, mentorId: string): Promise<void> {
  const { desk, person, at } = talk;
  const [mentor] = await desk.entries.people([mentorId]);
  const near =
    mentor === undefined
      ? []
      : await desk.entries.mentorsCalled(organizationsOf(talk), mentor.surname, person.id);
  const allowed = [...(await pairMentors(talk)), ...near].map(({ id }) => id);
  const wish = { entryId, mentorId, mayBe: (id: string) => allowed.includes(id) };
  const done = await unlessRefused(talk, () => nameMentor(desk, entrantOf(talk), wish, at));
  if (done === null) return;
  talk.turn(null);
  const { entry, contest } = done;
  const told =
    done.isFirst &&
    (await talk.tell(mentorId, (mayName) => askNaming(entry, contest, mayName ? shortName(person) : '')));
  talk.show(mentorAsked(entry, told));
}

async function pairMentors({ desk, person }: KnownTalk): Promise<Person[]> {
  const pairs = await desk.pairs.ofPerson(person.id);
  const mentors = pairs
    .filter(({ state, mentor }) => state !== 'declined' && state !== 'proposed' && mentor.id !== person.id)
    .map(({ mentor }) => mentor);
  return [...new Map(mentors.map((mentor) => [mentor.id, mentor])).values()];
}

function organizationsOf({ visitor }: KnownTalk): string[] {
  return visitor.appointments.map(({ organizationId }) => organizationId);
}

/** «Согласен(на)» and «Нет», be it for the second time: the last word counts. */
async function answer(talk: KnownTalk, entryId: string, verb: 'agree' | 'refuse'): Promise<boolean> {
  const { desk, person, at } = talk;
  const seen = await desk.entries.find(person.programmeId, entryId);
  if (seen === null || seen.mentorId !== person.id) return false;
  const contest = await desk.contests.find(person.programmeId, seen.contestId);
  if (contest === null) return false;
  const said = verb === 'agree' ? 'agreed' : 'declined';
  const done = await answerNaming(desk, entrantOf(talk), { entryId, answer: said }, at);
  talk.toast(namingWords[said]);
  talk.show(namingAnswered(done.entry, contest));
  const { personId } = done.entry;
  if (done.isNew && personId !== null) {
    await talk.tell(personId, (mayName) => namingNews(done.entry, contest, mayName ? shortName(person) : ''));
  }
  return true;
}

/** «Меня называют в работах»: what waits for this mentor's word, and what they have said. */
export async function showNamings(talk: KnownTalk): Promise<void> {
  const entries = (await talk.desk.entries.naming(talk.person.id)).slice(0, shownNamings);
  const contests = await contestsOf(
    talk,
    entries.map(({ contestId }) => contestId),
  );
  for (const entry of entries) {
    const contest = contests.get(entry.contestId);
    if (contest === undefined) continue;
    if (entry.mentorAnswer !== 'asked') talk.say(namingAnswered(entry, contest));
    else {
      const [author] = await talk.desk.entries.team(entry.id);
      talk.say(
        named(talk.mayNameOthers, (mayName) =>
          askNaming(entry, contest, mayName && author !== undefined ? shortName(author) : ''),
        ),
      );
    }
  }
  if (entries.length === 0) talk.say(noNamings());
}

const shownNamings = 5;
