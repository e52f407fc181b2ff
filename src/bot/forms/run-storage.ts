import type { FormRun, RunOwner } from '../../domain/forms/form-run.ts';
import type { Desk, DialogueState } from '../desk.ts';
import type { Talk } from '../dialogues/talk.ts';

/** Runs of other forms wait behind the one in hand, latest last; more than these nobody keeps in mind. */
const mostAside = 5;

/** One event looks its run up once, together with where its dialogue stands. */
const read = new WeakMap<object, { owner: RunOwner; run: FormRun | null }>();

export const runKey = (owner: RunOwner): string => `form:${owner}`;
const asideKey = (owner: RunOwner): string => `form-aside:${owner}`;

/** The run in hand of whoever writes, as it was kept. */
export async function readRun(talk: Talk): Promise<FormRun | null> {
  const owner = talk.owner();
  const known = read.get(talk.incoming);
  if (known?.owner === owner) return known.run;
  const run = await readRunOf(talk.desk, owner);
  read.set(talk.incoming, { owner, run });
  return run;
}

/** The row of the run in hand, found when the event was opened. */
export function noteRun(event: object, owner: RunOwner, state: DialogueState | null): void {
  read.set(event, { owner, run: runIn(state) });
}

/** `null` ends it. */
export async function keepRun(talk: Talk, run: FormRun | null): Promise<void> {
  const owner = talk.owner();
  read.set(talk.incoming, { owner, run });
  await writeRunOf(talk.desk, owner, run);
}

/** Somebody else may have written: the next look goes to the rows. */
export function forgetRun(talk: Talk): void {
  read.delete(talk.incoming);
}

/** Anybody's run, such as a pupil's that waited for a representative. */
async function readRunOf(desk: Desk, owner: RunOwner): Promise<FormRun | null> {
  return runIn(await desk.dialogues.read(runKey(owner)));
}

function runIn(state: DialogueState | null): FormRun | null {
  return state === null ? null : (state.data as FormRun);
}

async function writeRunOf(desk: Desk, owner: RunOwner, run: FormRun | null): Promise<void> {
  const state = run === null ? null : { name: run.form, step: run.step, data: { ...run } };
  await desk.dialogues.write(runKey(owner), state);
}

/**
 * After `talk.become()`: what the account had begun goes over to the person. A run of theirs in the same form takes the
 * answers it has none of; a run of another form is put aside.
 */
export async function moveRuns(talk: Talk, from: RunOwner): Promise<void> {
  const owner = talk.owner();
  if (owner === from) return;
  const moving = await readRunOf(talk.desk, from);
  const aside = await readAside(talk.desk, from);
  await writeRunOf(talk.desk, from, null);
  if (aside.length > 0) await talk.desk.dialogues.write(asideKey(from), null);
  forgetRun(talk);
  for (const run of aside) await putAside(talk, run);
  if (moving === null) return;
  const there = await readRun(talk);
  if (there?.form === moving.form) {
    await keepRun(talk, {
      ...there,
      answers: { ...moving.answers, ...there.answers },
      facts: { ...moving.facts, ...there.facts },
    });
    return;
  }
  if (there !== null) await putAside(talk, there);
  await keepRun(talk, moving);
}

export async function putAside(talk: Talk, run: FormRun): Promise<void> {
  const aside = await readAside(talk.desk, talk.owner());
  await writeAside(talk, [...aside, run].slice(-mostAside));
}

/** The latest run put aside that fits, no longer aside. */
export async function takeFromAside(
  talk: Talk,
  fits: (run: FormRun) => boolean = () => true,
): Promise<FormRun | null> {
  const aside = await readAside(talk.desk, talk.owner());
  const found = aside.findLast(fits) ?? null;
  if (found !== null)
    await writeAside(
      talk,
      aside.filter((run) => run !== found),
    );
  return found;
}

async function readAside(desk: Desk, owner: RunOwner): Promise<FormRun[]> {
  const state = await desk.dialogues.read(asideKey(owner));
  return state === null ? [] : (state.data.runs as FormRun[]);
}

async function writeAside(talk: Talk, runs: FormRun[]): Promise<void> {
  const state = runs.length === 0 ? null : { name: 'aside', step: '', data: { runs } };
  await talk.desk.dialogues.write(asideKey(talk.owner()), state);
}
