import type { Day } from '../calendar/day.ts';
import type { CaseForms, Gender } from '../names/name-cases.ts';

/** A diploma, a letter of thanks, a certificate of taking part. */
export const diplomaKinds = ['diploma', 'gratitude', 'certificate'] as const;
export type DiplomaKind = (typeof diplomaKinds)[number];

export const diplomaAwards = ['winner', 'laureate', 'participant'] as const;
export type DiplomaAward = (typeof diplomaAwards)[number];

type Worded = { nominative: string; forms: CaseForms };

/** Whom it is given to, as the rules, the programme's exceptions or the staff decline the name. */
export type Recipient = {
  /** «Фамилия Имя Отчество». */
  name: Worded;
  /** As it stands within a sentence; empty where none is known. */
  post: Worded;
  /** `null`: nobody can tell, and the text has to do without. */
  gender: Gender | null;
};

/** Under the text: «Директор» and «О. П. Серова». */
export type Signature = { post: string; name: string };

/** Everything one paper says. Kept as it was when the number was given, so that a second print says the same. */
export type DiplomaFacts = {
  kind: DiplomaKind;
  award: DiplomaAward;
  /** From 1; `null` where places are not counted. */
  place: number | null;
  /** «МН-2022-0001». */
  number: string;
  /** `null`: given to a team as a whole. */
  recipient: Recipient | null;
  organization: string;
  contest: string;
  /** These four are empty where there is none. */
  nomination: string;
  work: string;
  team: string;
  city: string;
  issuedOn: Day;
  /** Who gives it: the department or office that runs the contest. */
  office: string;
  /** In place of those of the design; `null`: as the design has them. */
  signatures: readonly Signature[] | null;
  /** Where anybody can check that the paper is real. */
  verificationUrl: string;
};
