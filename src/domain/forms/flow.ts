import type { Answer, Answers, Form, Question } from './form.ts';
import type { FormRun } from './form-run.ts';

/** Where a run stands once everything is answered; no question may be called so. */
export const summaryStep = 'summary';

/** The questions that these answers leave to be asked, in order. */
export function askedQuestions(form: Form, answers: Answers): Question[] {
  const hidden = new Set<string>();
  return form.questions.filter((question) => {
    const asked = Object.entries(question.when ?? {}).every(([key, values]) => {
      const answer = answers[key];
      return !hidden.has(key) && typeof answer === 'string' && values.includes(answer);
    });
    if (!asked) hidden.add(question.key);
    return asked;
  });
}

export function questionAt(form: Form, step: string): Question | null {
  return form.questions.find(({ key }) => key === step) ?? null;
}

export function isAnswered(answers: Answers, key: string): boolean {
  return answers[key] !== undefined;
}

/** The step after these answers: the first question without one, so that a place is never lost by looking back. */
export function nextStep(form: Form, answers: Answers): string {
  const open = askedQuestions(form, answers).find(({ key }) => !isAnswered(answers, key));
  return open?.key ?? summaryStep;
}

/** What «Назад» leads to; `null` at the first one. Consents were given: they are withdrawn, never unsaid. */
export function stepBefore(form: Form, answers: Answers, step: string): string | null {
  const asked = askedQuestions(form, answers);
  const place = asked.findIndex(({ key }) => key === step);
  return asked.slice(0, Math.max(0, place)).findLast(({ kind }) => kind !== 'consent')?.key ?? null;
}

/** «шаг 3 из 9». */
export function progressOf(form: Form, { answers, step }: Pick<FormRun, 'answers' | 'step'>) {
  const asked = askedQuestions(form, answers);
  const place = asked.findIndex(({ key }) => key === step);
  return { step: place < 0 ? asked.length : place + 1, of: asked.length };
}

/** What may be changed from the summary. */
export function changeable(form: Form, answers: Answers): Question[] {
  return askedQuestions(form, answers).filter(
    ({ key, kind }) => kind !== 'consent' && isAnswered(answers, key),
  );
}

/** The run with this answer taken and those gone that are no longer asked for, at the step that comes next. */
export function withAnswer(form: Form, run: FormRun, key: string, answer: Answer | null): FormRun {
  return atNextStep(form, { ...run, answers: { ...run.answers, [key]: answer } });
}

export function atNextStep(form: Form, run: FormRun): FormRun {
  const answers = withoutHidden(form, run.answers);
  return movedTo({ ...run, answers, editing: false }, nextStep(form, answers));
}

export function movedTo(run: FormRun, step: string): FormRun {
  return { ...run, step, page: 0, search: '' };
}

/** Keys that are no question stay: what hooks put there («age») decides about questions as answers do. */
function withoutHidden(form: Form, answers: Answers): Answers {
  const asked = new Set(askedQuestions(form, answers).map(({ key }) => key));
  const hidden = new Set(form.questions.map(({ key }) => key).filter((key) => !asked.has(key)));
  return Object.fromEntries(Object.entries(answers).filter(([key]) => !hidden.has(key)));
}

/**
 * A run brought to the form's present version. Answers that are still asked for and still pass stay; the person goes on
 * where they stood if that question is still there, else at the first one that is open now.
 */
export function fitRun(
  form: Form,
  run: FormRun,
  passes: (question: Question, answer: Answer | null) => boolean,
): FormRun {
  const decisive = new Set(form.questions.flatMap(({ when = {} }) => Object.keys(when)));
  const kept = Object.entries(run.answers).filter(([key, answer]) => {
    const question = questionAt(form, key);
    return question === null ? decisive.has(key) : passes(question, answer);
  });
  const answers = withoutHidden(form, Object.fromEntries(kept));
  const fitted = { ...run, version: form.version, answers };
  const stands = askedQuestions(form, answers).some(({ key }) => key === run.step);
  if (stands && !(run.editing && nextStep(form, answers) !== summaryStep)) return fitted;
  return { ...movedTo(fitted, nextStep(form, answers)), editing: false };
}
