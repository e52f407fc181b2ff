import type { Consent } from '../../domain/consents/consent.ts';
import { named } from '../../domain/messages/named.ts';
import type { ApplicationCard } from '../../domain/registration/application.ts';
import { withdrawn, withdrawnForPupil, withdrawnForStaff } from '../../texts/consent-withdrawal.ts';
import { consentWords } from '../../texts/consents.ts';
import { shortName } from '../../texts/people.ts';
import { type Subject, whoseName } from './consent-subject.ts';
import type { KnownTalk } from './talk.ts';

/**
 * Ends the consent with everything that follows from it: the person takes no part any more where it was needed for that,
 * the request is recorded, whoever answers for them is told. Says it in the chat. `false`: it was taken back before.
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
  // What is published has to be taken down by somebody; for the rest nothing is left to do.
  await desk.privacy.request(subject.person.id, 'withdraw-consent', {
    done: ends,
    facts: { consentId: consent.id, kind },
    at,
  });
  const organization = subject.applications.find(({ organizationName }) => organizationName !== '');
  for (const id of staff) {
    await talk.tell(id, (mayName) =>
      withdrawnForStaff(
        kind,
        mayName ? shortName(subject.person) : '',
        organization?.organizationName ?? '',
        left.length > 0,
      ),
    );
  }
  if (!subject.own) await talk.tell(subject.person.id, () => withdrawnForPupil(kind));
  const title = (await desk.consents.textById(consent.textId))?.title ?? '';
  talk.toast(consentWords.withdrawn);
  talk.show(named(talk.mayNameOthers, (mayName) => withdrawn(kind, title, whoseName(subject, mayName))));
  return true;
}

/** Whoever decides about their applications, and the coordinators: pairs and publications are theirs to end. */
async function staffOf({ desk, person }: KnownTalk, subject: Subject): Promise<string[]> {
  const ids = new Set((await desk.people.coordinatorsOf(subject.person.programmeId)).map(({ id }) => id));
  for (const { id, state } of subject.applications) {
    if (state !== 'draft') for (const decider of await desk.applications.decidersOf(id)) ids.add(decider);
  }
  ids.delete(person.id);
  return [...ids];
}

/** A draft can't be left: it asks for the consent again before it goes on. */
async function leave({ desk, person, at }: KnownTalk, subject: Subject): Promise<ApplicationCard[]> {
  const left: ApplicationCard[] = [];
  for (const { id, role, state } of subject.applications) {
    if (state === 'draft' || (role !== 'mentor' && role !== 'mentee')) continue;
    left.push(await desk.applications.change(id, person.id, 'left', { reason: 'consent-withdrawn' }, at));
  }
  return left;
}
