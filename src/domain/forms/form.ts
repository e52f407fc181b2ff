import type { Day } from '../calendar/day.ts';
import type { ConsentKind } from '../consents/consent.ts';
import type { OrganizationKind } from '../organizations/organization.ts';

/**
 * A form is data, so that the chat asks it, the API checks it and the panel draws it alike. Its words lie in
 * `texts/forms`, by the same keys.
 */
export type Form = {
  /** Latin letters and dashes, at most 16: it is part of every button. */
  key: string;
  /** Grows with every change of the questions; a run of an older one goes on with the answers that still fit. */
  version: number;
  questions: readonly Question[];
};

export type Question = {
  /** Latin letters and dashes, at most 16. */
  key: string;
  /** May be skipped: the answer is `null`. */
  optional?: true;
  /** Asked only where each of these answers is one of the given values. */
  when?: Readonly<Record<string, readonly string[]>>;
} & QuestionKind;

type QuestionKind =
  /** One line. `person-name`: letters, dashes, apostrophes and single spaces; the spelling is kept. */
  | { kind: 'text'; shape?: 'person-name'; max: number }
  | { kind: 'long-text'; max: number }
  | { kind: 'one-of'; options: Options }
  /** `own`: so many answers in one's own words beside the list. */
  | { kind: 'many-of'; options: Options; own?: number }
  | { kind: 'number'; min: number; max: number }
  /** A year, a number that is never said with a unit: «2024». `min` and `max` count from the year it is now. */
  | { kind: 'year'; min: number; max: number }
  | { kind: 'date'; past?: true }
  | { kind: 'phone' }
  | { kind: 'organization'; of: readonly OrganizationKind[] }
  | { kind: 'file'; accept: readonly FileSort[] }
  | { kind: 'consent'; consent: ConsentKind };

/** `values`: fixed keys whose words are texts. `from`: rows that staff keep. */
type Options = { values: readonly string[] } | { from: 'competencies' };

export type FileSort = 'pdf' | 'image';

/** One offered option with its words. */
export type Choice = { value: string; label: string };

export type Answer =
  | string
  | number
  /** Of `many-of`. */
  | { chosen: string[]; own: string[] }
  /** Of `file`: the id of a `stored_file`. */
  | { fileId: string };

/** By question. `null` was skipped; what is absent was not asked yet. */
export type Answers = Readonly<Record<string, Answer | null>>;

/** What has to be known to judge an answer. */
export type AnswerContext = {
  /**
   * Of the question, in the order in which they are shown: of `organization` those of the kinds it asks for. Empty for
   * kinds without options.
   */
  choices: readonly Choice[];
  today: Day;
};

/** Why an answer is not taken; the words lie in `texts/forms`. */
export type AnswerFault = {
  code:
    | 'empty'
    | 'too-long'
    | 'not-a-name'
    | 'not-a-number'
    | 'too-small'
    | 'too-large'
    | 'not-a-date'
    | 'in-future'
    | 'not-a-phone'
    | 'not-an-option'
    | 'too-many'
    | 'no-organization'
    | 'wrong-file'
    | 'press-button'
    | 'only-words';
  facts: Readonly<Record<string, string | number>>;
};

export type Verdict = { ok: true; answer: Answer } | { ok: false; fault: AnswerFault };
