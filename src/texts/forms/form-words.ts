import type { AnswerFault } from '../../domain/forms/form.ts';
import { formWords } from './all-words.ts';

/** The Russian words of one form; the same for the chat, the page and the panel. */
export type FormWords = {
  /** «Анкета наставника». */
  title: string;
  /** By question. */
  questions: Readonly<Record<string, QuestionWords>>;
  /** On the button under the summary: «Отправить заявку». */
  finish: string;
};

export type QuestionWords = {
  /** The question as it is asked: «Как ваша фамилия?» */
  ask: string;
  /** A line below it that helps to answer. */
  hint?: string;
  /** In the summary and on the page: «Фамилия». */
  name: string;
  /** By value, for options that are fixed. */
  options?: Readonly<Record<string, string>>;
  /** What is said instead of the general words for a fault. */
  faults?: Partial<Readonly<Record<AnswerFault['code'], string>>>;
};

/** @throws for a form that has no words: our own mistake. */
export function wordsOfForm(form: string): FormWords {
  const words = formWords[form];
  if (words === undefined) throw new Error(`the form ${form} has no words`);
  return words;
}
