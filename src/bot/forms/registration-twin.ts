import type { FormRun } from '../../domain/forms/form-run.ts';
import { splitAnswers } from '../../domain/registration/read-submission.ts';
import { twinQuestion } from '../../texts/registration.ts';
import type { Talk } from '../dialogues/talk.ts';
import { keepRun } from './run-storage.ts';

/** After which answers somebody alike may be found; a pupil's person is there only from the class on. */
const telling = ['surname', 'name', 'patronymic', 'organization', 'as'];

/**
 * Somebody of the same name in the same organization: asked about once, the run waits. `facts.twin` is whom the deciders
 * are asked about: whoever was found, unless the applicant says to be another. Joining is theirs, never ours.
 */
export async function askTwin(talk: Talk, run: FormRun, key: string): Promise<FormRun | null> {
  const personId = talk.visitor.person?.id ?? run.facts.personId;
  const { organization } = run.answers;
  const { waiting: _, ...rest } = run.facts;
  const settled = { ...run, facts: rest };
  if (!telling.includes(key) || personId === undefined || typeof organization !== 'string') return settled;
  const { person } = splitAnswers(run.answers);
  const [twin] = await talk.desk.applications.duplicatesOf(person, organization, personId);
  const { twin: __, asked, ...facts } = rest;
  if (twin === undefined) return { ...run, facts };
  if (asked === twin.id) return settled;
  const found = { ...facts, twin: twin.id, asked: twin.id };
  // The page asks no such question, and a chat that may carry no names can't.
  if (!talk.mayNameOthers || talk.incoming.event.kind === 'page') return { ...run, facts: found };
  await keepRun(talk, { ...run, paused: true, facts: { ...found, waiting: 'twin' } });
  const places = await talk.desk.organizations.list(twin.programmeId);
  talk.say({
    ...twinQuestion(twin, places.find(({ id }) => id === organization)?.shortName ?? ''),
    namesOthers: true,
  });
  return null;
}
