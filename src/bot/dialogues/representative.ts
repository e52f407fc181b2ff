import { named } from '../../domain/messages/named.ts';
import { representativeForm } from '../../domain/registration/forms.ts';
import { fullName } from '../../texts/people.ts';
import { welcomeRepresentative } from '../../texts/registration.ts';
import { hasConsent } from '../forms/registration-pupil.ts';
import { knownAnswers } from '../forms/registration-start.ts';
import type { KnownTalk } from './talk.ts';

/** Begins or goes on with the consent for a pupil who waits for this person. `false` where nobody does. */
export async function startRepresentative(talk: KnownTalk): Promise<boolean> {
  for (const { pupil, application } of await talk.desk.applications.pupilsOf(talk.person.id)) {
    if (application?.state !== 'draft' || (await hasConsent(talk, pupil.id))) continue;
    talk.say(
      named(talk.mayNameOthers, (mayName) =>
        welcomeRepresentative(mayName && pupil.surname !== '' ? fullName(pupil) : ''),
      ),
    );
    await talk.forms.start(talk, representativeForm.key, {
      facts: { pupilId: pupil.id, programmeId: pupil.programmeId },
      known: await knownAnswers(talk, representativeForm),
    });
    return true;
  }
  return false;
}
