import type { ConsentText } from '../consents/consent.ts';
import type { FileContent } from '../files/stored-file.ts';
import type { AnswerFault, Answers, Choice, Form, Question } from '../forms/form.ts';
import type { Programme } from '../programme/programme.ts';
import type { ApplicationCard, RegistrationForm } from '../registration/application.ts';
import type { PageVisit } from './page-link.ts';

/** A question with the options it offers; rows of organizations and competencies too. */
export type DrawnQuestion = { question: Question; choices: readonly Choice[] };

/** What the visitor's form asks for now. */
export type FormView =
  /** No form in hand: what was applied for, and what may be. */
  | {
      at: 'choose';
      applications: readonly ApplicationCard[];
      programmes: readonly Programme[];
      forms: readonly RegistrationForm[];
    }
  /** It goes on once somebody else has done their part. */
  | { at: 'waiting'; form: string }
  | { at: 'consent'; form: string; key: string; optional: boolean; text: ConsentText }
  /** A consent is due and no operator is named in the settings. */
  | { at: 'closed'; form: string }
  | { at: 'questions'; form: string; questions: readonly DrawnQuestion[]; answers: Answers }
  | { at: 'summary'; form: string; questions: readonly DrawnQuestion[]; answers: Answers };

export type AnswerFaults = Readonly<Record<string, AnswerFault>>;

/** The form in the hand of whoever visits. */
export type FormDesk = {
  /** `null` where there is none of this key. */
  definition(key: string): Form | null;
  /** `all`: every question that is no consent, to change what was answered. */
  view(visit: PageVisit, options: { all: boolean }): Promise<FormView>;
  join(visit: PageVisit, form: RegistrationForm, programmeId: string): Promise<void>;
  /** Raw answers by question: all are taken, or none. */
  take(visit: PageVisit, raw: Readonly<Record<string, unknown>>): Promise<AnswerFaults>;
  /** `Refusal('text-outdated')`. */
  agree(visit: PageVisit, key: string, textId: string): Promise<void>;
  /** «Не сейчас»: an optional consent is passed over, for any other the form is put aside. */
  notNow(visit: PageVisit, key: string): Promise<void>;
  finish(visit: PageVisit): Promise<void>;
  /** Keeps a file for an answer; the id of its row. A `FileTrouble` where it is none to keep. */
  keep(visit: PageVisit, file: Pick<FileContent, 'name' | 'bytes'>): Promise<string>;
  /** The whole text of a consent as PDF; `null` for a text that is none. */
  consentText(visit: PageVisit, textId: string): Promise<FileContent | null>;
};
