import type { ConsentGiver, ConsentScope } from '../../domain/consents/consent.ts';
import type { AnswerFault, Answers, Form } from '../../domain/forms/form.ts';
import type { FormRun } from '../../domain/forms/form-run.ts';
import type { IncomingEvent } from '../../domain/messages/incoming.ts';
import type { Talk } from '../dialogues/talk.ts';

/** What a form means: everything the engine itself does not know. One for each form, see `all-forms.ts`. */
export type FormHooks = {
  form: Form;
  /**
   * After an answer was taken, before the next question. Returns the run to go on with, or `null` where the run is over
   * or waits for somebody else: then it has been written and whatever there was to say has been said.
   */
  answered?(talk: Talk, run: FormRun, key: string): Promise<FormRun | null>;
  consents?: {
    /** In which programme and as whom a consent of this form is given. */
    of(
      talk: Talk,
      run: FormRun,
      key: string,
    ): Promise<{ programmeId: string; giver: ConsentGiver; scope?: ConsentScope }>;
    /** Whose it is and who signs; makes the person where the account is nobody's yet (then call `talk.become`). */
    sign(talk: Talk, run: FormRun, key: string): Promise<{ run: FormRun; personId: string; givenBy: string }>;
  };
  /**
   * Whether the run waits for somebody else, such as a representative: then it has been said. Asked before somebody goes
   * on with it; without this a run waits while `facts.waiting` is set.
   */
  waits?(talk: Talk, run: FormRun): Promise<boolean>;
  /** «Отправить» under the summary; the run is ended by the engine before. A `Refusal` is said and the run stays. */
  finish(talk: Talk, run: FormRun): Promise<void>;
};

/** What is known before anything is asked. */
export type FormGiven = { facts?: FormRun['facts']; known?: Answers };

export type FormEngine = {
  /**
   * Asks the first question that has no answer in `known`, or goes on with the run of this form. Another form's run is
   * put aside for it and comes back afterwards.
   */
  start(talk: Talk, form: string, given?: FormGiven): Promise<void>;
  /** The run in hand, brought to the form's present version; `null` without one. */
  runOf(talk: Talk): Promise<FormRun | null>;
  /** Asks again where the run stands; `false` without one. Also takes it up again when it was put aside. */
  resume(talk: Talk): Promise<boolean>;
  /** After a command or another answer in the middle of a form: one line that leads back to it. Says nothing without a run or when paused. */
  remind(talk: Talk): Promise<void>;
  /** `false` for a button that is none of a form. */
  press(talk: Talk, action: string): Promise<boolean>;
  /** `false` while no form waits for words. */
  hear(talk: Talk, event: IncomingEvent): Promise<boolean>;
  /** «Отложить»: nothing is lost. `false` without a run. */
  pause(talk: Talk): Promise<boolean>;
  /**
   * Answers from a page, raw, several at once (not consents): all are checked, and either all are taken or none.
   * `done`: nothing but the consents is left.
   */
  take(
    talk: Talk,
    raw: Readonly<Record<string, unknown>>,
  ): Promise<{ faults: Readonly<Record<string, AnswerFault>>; done: boolean }>;
  /** A consent of the run, given on a page. `Refusal('text-outdated')`. */
  agree(talk: Talk, key: string, textId: string): Promise<void>;
  /** «Отправить» from a page. `Refusal('form-unfinished')`. */
  finish(talk: Talk): Promise<void>;
};
