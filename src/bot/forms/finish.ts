import { nextStep, summaryStep } from '../../domain/forms/flow.ts';
import { Refusal } from '../../domain/refusal.ts';
import { forgetRun, keepRun } from './run-storage.ts';
import type { Scene } from './scene.ts';

/** Ends the run and does what the form is for. `Refusal('form-unfinished')`; with any refusal the run stays. */
export async function finishForm({ talk, hooks, form, run }: Scene): Promise<void> {
  if (nextStep(form, run.answers) !== summaryStep) throw new Refusal('form-unfinished');
  await keepRun(talk, null);
  try {
    await hooks.finish(talk, run);
  } catch (error) {
    if (error instanceof Refusal) await keepRun(talk, run);
    throw error;
  }
  forgetRun(talk);
}
