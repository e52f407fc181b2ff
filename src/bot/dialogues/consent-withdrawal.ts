import type { Consent } from '../../domain/consents/consent.ts';
import { named } from '../../domain/messages/named.ts';
import { withdrawn, withdrawnForPupil, withdrawnForStaff } from '../../texts/consent-withdrawal.ts';
import { consentWords } from '../../texts/consents.ts';
import { shortDay } from '../../texts/dates.ts';
import { shortName } from '../../texts/people.ts';
import { type Subject, whoseName } from './consent-subject.ts';
import { renewMenu } from './menu.ts';
import type { KnownTalk } from './talk.ts';

/**
 * Ends the consent with everything that follows from it: the person takes no part any more where it was needed for that,
 * the requests are recorded, whoever answers for them is told. Says it in the chat. `false`: it was taken back before.
 */
export async function withdrawConsent(talk: KnownTalk, subject: Subject, consent: Consent): Promise<boolean> {
  if (consent.withdrawnAt !== null) {
    talk.toast(consentWords.gone);
    return false;
  }
  const { desk, at, person } = talk;
  const { kind } = consent;
  await desk.consents.withdraw(consent.id, person.id, at);
  const ends = kind === 'personal-data' || kind === 'participation';
  const staff = await staffOf(talk, subject);
  const left = ends ? await leave(talk, subject) : [];
  const by = await requestsFor(talk, subject, consent, ends);
  const organization = left.find((each) => each !== '') ?? organizationOf(subject);
  for (const id of staff) {
    await talk.tell(id, (mayName) => {
      const who = mayName ? shortName(subject.person) : '';
      return withdrawnForStaff(kind, { who, organization, left: left.length > 0, by });
    });
  }
  if (!subject.own) await talk.tell(subject.person.id, () => withdrawnForPupil(kind, by));
  const title = (await desk.consents.textById(consent.textId))?.title ?? '';
  talk.toast(consentWords.withdrawn);
  talk.show(
    named(talk.mayNameOthers, (mayName) =>
      withdrawn(kind, title, { whose: whoseName(subject, mayName), own: subject.own, by }),
    ),
  );
  if (subject.own) await renewMenu(talk);
  return true;
}

/** What is left to be done and by when: the data goes, what is published is taken down. Else nothing, and all is done. */
async function requestsFor(
  { desk, at, today }: KnownTalk,
  { person }: Subject,
  { id, kind }: Consent,
  ends: boolean,
): Promise<string> {
  const facts = { consentId: id, kind };
  const taken = await desk.privacy.request(person.id, 'withdraw-consent', { done: ends, facts, at });
  // Nobody may keep what nobody agreed to: 30 days at most (152-ФЗ art. 21 part 5).
  const erasure =
    kind === 'personal-data'
      ? await desk.privacy.request(person.id, 'erase', { done: false, facts: { consentId: id }, at })
      : null;
  return shortDay((erasure ?? taken).dueOn, today);
}

/** Whoever decides about their applications, and the coordinators: pairs and publications are theirs to end. */
async function staffOf({ desk, person, visitor }: KnownTalk, subject: Subject): Promise<string[]> {
  const ids = new Set((await desk.people.coordinatorsOf(subject.person.programmeId)).map(({ id }) => id));
  for (const { id, state } of subject.applications) {
    if (state !== 'draft') for (const decider of await desk.applications.decidersOf(id)) ids.add(decider);
  }
  if (subject.own) {
    const mentoring = visitor.appointments.filter(({ role }) => role === 'mentor' || role === 'mentee');
    for (const { id, organizationId } of await desk.people.curatorsFor(person.id)) {
      if (mentoring.some((each) => each.organizationId === organizationId)) ids.add(id);
    }
  }
  ids.delete(person.id);
  return [...ids];
}

function organizationOf({ applications }: Subject): string {
  return applications.find(({ organizationName }) => organizationName !== '')?.organizationName ?? '';
}

/**
 * A draft can't be left: it asks for the consent again before it goes on. Whoever staff have appointed without an
 * application leaves, too. Returns the organizations.
 */
async function leave({ desk, person, at }: KnownTalk, subject: Subject): Promise<string[]> {
  const left: string[] = [];
  for (const { id, role, state } of subject.applications) {
    if (state === 'draft' || (role !== 'mentor' && role !== 'mentee')) continue;
    const card = await desk.applications.change(id, person.id, 'left', { reason: 'consent-withdrawn' }, at);
    left.push(card.organizationName);
  }
  const ended = await desk.people.endMentoring(subject.person.id, at);
  return [...left, ...ended.map(({ organizationName }) => organizationName)];
}
