import type { FormRun } from '../../domain/forms/form-run.ts';
import type { Person } from '../../domain/people/person.ts';
import { splitAnswers } from '../../domain/registration/read-submission.ts';
import { doubleQuestion } from '../../texts/registration.ts';
import type { Talk } from '../dialogues/talk.ts';
import { keepRun } from './run-storage.ts';

/** After which answers somebody alike may be found; a pupil's person is there only from the birth year or a consent on. */
const telling = ['surname', 'name', 'patronymic', 'organization', 'as'];

/**
 * Somebody of the same name in the same organization: asked about once, and the run waits. `facts.duplicateOf` is whom the
 * deciders are asked about: whoever was found, unless the applicant says to be another. Joining is theirs, never ours.
 */
export async function askDouble(talk: Talk, run: FormRun, key: string): Promise<FormRun | null> {
  const { waiting: _, ...facts } = run.facts;
  const settled = { ...run, facts };
  if (!telling.includes(key)) return settled;
  const { duplicateOf: __, asked, ...rest } = facts;
  const known = await knownAlike(talk, run);
  if (known === null) return { ...run, facts: rest };
  if (asked === known.id) return settled;
  const found = { ...run, facts: { ...rest, duplicateOf: known.id, asked: known.id } };
  if (!mayAsk(talk) || (await isPupil(talk, known))) return found;
  await keepRun(talk, { ...found, paused: true, facts: { ...found.facts, waiting: 'double' } });
  await sayQuestion(talk, run, known);
  return null;
}

/** «Это вы?» once more, where it has no answer yet. */
export async function waitsForDouble(talk: Talk, run: FormRun): Promise<boolean> {
  if (run.facts.waiting !== 'double' || !mayAsk(talk)) return false;
  const known = await knownAlike(talk, run);
  if (known !== null) await sayQuestion(talk, run, known);
  return known !== null;
}

/** The page asks no such question, and a chat that may carry no names can't. */
function mayAsk({ mayNameOthers, incoming }: Talk): boolean {
  return mayNameOthers && incoming.event.kind !== 'page';
}

/** Nobody learns by typing a name whether a pupil takes part: only those who decide are told of the likeness. */
async function isPupil({ desk }: Talk, { id }: Person): Promise<boolean> {
  return (await desk.applications.ofPerson(id)).some(({ form }) => form === 'pupil');
}

async function knownAlike({ visitor, desk }: Talk, { answers }: FormRun): Promise<Person | null> {
  const { organization } = answers;
  if (visitor.person === null || typeof organization !== 'string') return null;
  const { person } = splitAnswers(answers);
  const [known] = await desk.applications.duplicatesOf(person, organization, visitor.person.id);
  return known ?? null;
}

async function sayQuestion(talk: Talk, { answers }: FormRun, known: Person): Promise<void> {
  const places = await talk.desk.organizations.list(known.programmeId);
  const place = places.find(({ id }) => id === answers.organization)?.shortName ?? '';
  // No more of the name than whoever asks has typed: a stranger learns none of it here.
  const isTyped = splitAnswers(answers).person.patronymic !== '';
  const asked = isTyped ? known : { ...known, patronymic: '' };
  talk.say({ ...doubleQuestion(asked, place), namesOthers: true });
}
