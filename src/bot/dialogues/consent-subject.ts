import { yearOf } from '../../domain/calendar/day.ts';
import type { Consent, ConsentGiver, ConsentKind } from '../../domain/consents/consent.ts';
import type { Person } from '../../domain/people/person.ts';
import type { ApplicationCard } from '../../domain/registration/application.ts';
import { isRepresented, neededConsents } from '../../domain/registration/needed-consents.ts';
import { shortName } from '../../texts/people.ts';
import type { KnownTalk } from './talk.ts';

/** Whose consents the talk is about: one's own, or those of a pupil whom one represents. */
export type Subject = {
  person: Person;
  own: boolean;
  minor: boolean;
  /** As whom whoever talks may give; `null` for a minor themselves. */
  giver: ConsentGiver | null;
  /** Live ones. */
  applications: readonly ApplicationCard[];
};

/** `null` for anybody else, and for pupils who have come of age: they speak for themselves. */
export async function subjectOf(talk: KnownTalk, personId: string): Promise<Subject | null> {
  const { applications } = talk.desk;
  const own = personId === talk.person.id;
  const pupils = own ? [] : await applications.pupilsOf(talk.person.id);
  const person = own ? talk.person : pupils.find(({ pupil }) => pupil.id === personId)?.pupil;
  if (person === undefined) return null;
  const all = await applications.ofPerson(personId);
  const minor = isMinor(talk, all);
  if (!own && !minor) return null;
  return { person, own, minor, giver: giverOf(own, minor), applications: all.filter(isLive) };
}

/** As of today, and also of those who have left: leaving makes nobody older. */
export function isMinor({ today }: Pick<KnownTalk, 'today'>, cards: readonly ApplicationCard[]): boolean {
  return cards.some(({ form, person }) => isRepresented(form, person.birthYear, yearOf(today)));
}

function isLive({ state }: ApplicationCard): boolean {
  return state !== 'left' && state !== 'declined';
}

function giverOf(own: boolean, minor: boolean): ConsentGiver | null {
  if (!own) return 'representative';
  return minor ? null : 'self';
}

/** The consent with its subject, if it is one's own or a represented pupil's. */
export async function consentFor(
  talk: KnownTalk,
  consentId: string,
): Promise<{ consent: Consent; subject: Subject } | null> {
  const consent = await talk.desk.consents.byId(consentId);
  const subject = consent === null ? null : await subjectOf(talk, consent.personId);
  return consent === null || subject === null ? null : { consent, subject };
}

/** Without which the subject can't take part. */
export function neededOf(
  subject: Subject,
  appointments: KnownTalk['visitor']['appointments'],
): ConsentKind[] {
  const roles = subject.applications.flatMap(({ role }) => role ?? []);
  if (subject.own) {
    for (const { role } of appointments) if (role === 'mentor' || role === 'mentee') roles.push(role);
  }
  return [...new Set(roles.flatMap((role) => neededConsents(role, subject.minor).kinds))];
}

/** How the subject is called beside their consent: empty for oneself, and where names may not stand. */
export function whoseName({ own, person }: Subject, mayNameOthers: boolean): string {
  return own || !mayNameOthers ? '' : shortName(person);
}
