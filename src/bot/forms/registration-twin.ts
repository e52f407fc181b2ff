import type { FormRun } from '../../domain/forms/form-run.ts';
import type { Person } from '../../domain/people/person.ts';
import { splitAnswers } from '../../domain/registration/read-submission.ts';
import { twinQuestion } from '../../texts/registration.ts';
import type { Talk } from '../dialogues/talk.ts';
import { keepRun } from './run-storage.ts';

/** After which answers somebody alike may be found; a pupil's person is there only from the birth year or a consent on. */
const telling = ['surname', 'name', 'patronymic', 'organization', 'as'];

/**
 * Somebody of the same name in the same organization: asked about once, and the run waits. `facts.twin` is whom the
 * deciders are asked about: whoever was found, unless the applicant says to be another. Joining is theirs, never ours.
 */
export async function askTwin(talk: Talk, run: FormRun, key: string): Promise<FormRun | null> {
  const { waiting: _, ...facts } = run.facts;
  const settled = { ...run, facts };
  if (!telling.includes(key)) return settled;
  const { twin: __, asked, ...rest } = facts;
  const twin = await twinOf(talk, run);
  if (twin === null) return { ...run, facts: rest };
  if (asked === twin.id) return settled;
  const found = { ...run, facts: { ...rest, twin: twin.id, asked: twin.id } };
  if (!mayAsk(talk)) return found;
  await keepRun(talk, { ...found, paused: true, facts: { ...found.facts, waiting: 'twin' } });
  await sayQuestion(talk, run, twin);
  return null;
}

/** «Это вы?» once more, where it has no answer yet. */
export async function waitsForTwin(talk: Talk, run: FormRun): Promise<boolean> {
  if (run.facts.waiting !== 'twin' || !mayAsk(talk)) return false;
  const twin = await twinOf(talk, run);
  if (twin !== null) await sayQuestion(talk, run, twin);
  return twin !== null;
}

/** The page asks no such question, and a chat that may carry no names can't. */
function mayAsk({ mayNameOthers, incoming }: Talk): boolean {
  return mayNameOthers && incoming.event.kind !== 'page';
}

async function twinOf({ visitor, desk }: Talk, { answers }: FormRun): Promise<Person | null> {
  const { organization } = answers;
  if (visitor.person === null || typeof organization !== 'string') return null;
  const { person } = splitAnswers(answers);
  const [twin] = await desk.applications.duplicatesOf(person, organization, visitor.person.id);
  return twin ?? null;
}

async function sayQuestion(talk: Talk, { answers }: FormRun, twin: Person): Promise<void> {
  const places = await talk.desk.organizations.list(twin.programmeId);
  const place = places.find(({ id }) => id === answers.organization)?.shortName ?? '';
  talk.say({ ...twinQuestion(twin, place), namesOthers: true });
}
