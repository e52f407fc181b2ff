import type { Answers } from './form.ts';

/** One person's way through one form, as it is kept until it is finished: for days, over platforms and versions. */
export type FormRun = {
  form: string;
  version: number;
  /** The question that is asked now, or `summary` once all are answered. */
  step: string;
  answers: Answers;
  /** Came from the summary by «Изменить»: the answer leads back there. */
  editing: boolean;
  /** Put aside by «Отложить»: texts are not taken as answers, the menu offers to go on. */
  paused: boolean;
  /** Of a long list: which page of options is shown, and the words it was searched by. */
  page: number;
  search: string;
  /** What the form is about: ids such as `applicationId`, `pupilId`, and `text:<question>` of a consent being asked. */
  facts: Readonly<Record<string, string>>;
};

/** Whose run it is: `person:7`, or `account:telegram:5` for somebody who is nobody yet. */
export type RunOwner = string;
