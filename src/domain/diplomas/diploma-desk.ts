import type { Day } from '../calendar/day.ts';
import type { Errand } from '../errands/errand.ts';
import type { FileContent } from '../files/stored-file.ts';
import type { ListQuery, Page } from '../lists/page.ts';
import type { CallKey } from '../staff/once.ts';
import type { Staff } from '../staff/staff.ts';
import type { AwardCorrection, AwardGroup, AwardLine } from './awarding.ts';
import type { DiplomaAward, DiplomaKind } from './diploma.ts';

export const diplomaStates = ['waiting', 'told', 'revoked'] as const;
/** `waiting`: not sent yet, or there was nowhere to send it. */
export type DiplomaState = (typeof diplomaStates)[number];

export type DiplomaSort = 'number' | 'name';
export type DiplomaFilter = {
  contestId: string | null;
  kind: DiplomaKind | null;
  state: DiplomaState | null;
};

/** A line of the register; a name is that of today, empty of somebody who was erased. */
export type DiplomaLine = {
  id: string;
  number: string;
  kind: DiplomaKind;
  award: DiplomaAward | null;
  issuedOn: Day;
  personId: string;
  name: string;
  organization: string;
  contestId: string;
  contest: string;
  nomination: string;
  state: DiplomaState;
  /** Nobody has looked at its doubtful cases. */
  doubtful: boolean;
  toldAt: Date | null;
  revokedAt: Date | null;
  /** Why it was revoked. */
  reason: string;
};

/** By kind, which template it is printed by; what is left out is printed by the newest one. */
export type ChosenTemplates = Partial<Record<DiplomaKind, string>>;

export type AwardWish = {
  groups: readonly AwardGroup[];
  /** Whom staff thank beyond those who follow from the contest. */
  personIds: readonly string[];
  corrections: readonly AwardCorrection[];
  templates: ChosenTemplates;
  /** How many papers whoever orders them has seen in the list. */
  count: number;
};

/** Diplomas, letters of thanks and certificates of a contest. What lies beyond reach is `Refusal('contest-unknown' | 'diploma-unknown')`. */
export type DiplomaDesk = {
  /** Everybody who may get a paper, those who have one already too. `Refusal('contest-stage')`. */
  candidates(
    staff: Staff,
    contestId: string,
    wish: Pick<AwardWish, 'personIds' | 'corrections'>,
  ): Promise<AwardLine[]>;
  /** How one of them would be printed now, without a number. `Refusal('diploma-nobody')`. */
  preview(
    staff: Staff,
    contestId: string,
    key: string,
    wish: Pick<AwardWish, 'personIds' | 'corrections' | 'templates'>,
  ): Promise<FileContent>;
  /**
   * Gives everybody in these groups who has none a number, at once and for good; printing and sending is long work.
   * `Refusal('diploma-nobody' | 'diploma-list-changed' | 'diploma-no-address' | 'template-unknown')`.
   */
  issue(staff: Staff, contestId: string, wish: AwardWish, call: CallKey | null): Promise<Errand>;
  /** Goes on with what was not printed or not sent: stopped work, results published since, a chat opened since. */
  send(staff: Staff, contestId: string, call: CallKey | null): Promise<Errand>;
  /** Those of a contest within reach as one archive. `Refusal('diploma-nobody')` where there are none. */
  pack(staff: Staff, contestId: string, call: CallKey | null): Promise<Errand>;
  register(staff: Staff, query: ListQuery<DiplomaSort>, filter: DiplomaFilter): Promise<Page<DiplomaLine>>;
  /** `Refusal('too-many-to-export')`. */
  export(
    staff: Staff,
    query: Pick<ListQuery<DiplomaSort>, 'sort' | 'descending' | 'q'>,
    filter: DiplomaFilter,
    format: 'xlsx' | 'csv',
  ): Promise<FileContent>;
  /** Printed anew where its file is gone. */
  file(staff: Staff, id: string): Promise<FileContent>;
  /** The number stays, whoever checks it learns that it holds no longer. `Refusal('state-passed')`. */
  revoke(staff: Staff, id: string, reason: string): Promise<void>;
  /** Revokes it and gives another one with a new number in its place. Those of `issue`. */
  reissue(
    staff: Staff,
    id: string,
    wish: { reason: string; correction: AwardCorrection | null; templates: ChosenTemplates },
    call: CallKey | null,
  ): Promise<Errand>;
};

export const diplomaLimits = { reason: 500, people: 200, corrections: 1000 } as const;
