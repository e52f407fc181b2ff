import type { Day } from '../calendar/day.ts';
import type { ConsentGiver, ConsentKind } from '../consents/consent.ts';
import type { ChatAccount, Platform } from '../people/channel.ts';
import type { Person } from '../people/person.ts';
import type { OrganizationTasks, TaskCard } from '../tasks/task.ts';
import type { WantedConsent, WishedConsentReminder } from './consent-reminders.ts';
import type { Due, Recipient, SkipReason } from './merge-reminders.ts';
import type { Moment } from './moment.ts';
import type { PlanningTask, WishedReminder } from './plan-reminders.ts';
import type { ReminderRule } from './reminder.ts';

/** One person with everything that decides what they are sent. */
export type DueMail = {
  person: Person;
  recipient: Recipient;
  /** The open ones, most recently seen first. */
  accounts: ChatAccount[];
  preferred: Platform | null;
  rows: Due[];
};

/** The sweep's side of reminders. Bound to one transaction. */
export type ReminderBook = {
  /** A programme that never had rules gets the default ones. */
  rulesOf(programmeId: string): Promise<ReminderRule[]>;
  coordinatorIdsOf(programmeId: string): Promise<string[]>;
  /** A page of unsettled tasks that end by `horizon`, have begun by today or are standing; by id. */
  tasksToPlan(page: {
    programmeId: string;
    today: Day;
    horizon: Day;
    afterId: string;
    size: number;
  }): Promise<PlanningTask[]>;
  /** Rows that exist already are left alone. Returns how many were new. */
  plan(rows: readonly WishedReminder[]): Promise<number>;
  /** Which consents anybody of the programme has given or needs to give, so that their texts in force can be had. */
  consentTextsInUse(programmeId: string, today: Day): Promise<{ kind: ConsentKind; giver: ConsentGiver }[]>;
  /**
   * What those who take part lack, or gave to an earlier version of a text: whoever took one back is not asked again.
   * Only people with a linked chat who want to be written to now: a pause uses up none of their turns; of somebody under 18
   * whoever represents them.
   */
  consentsWanted(programmeId: string, today: Day): Promise<WantedConsent[]>;
  planConsents(rows: readonly WishedConsentReminder[]): Promise<number>;
  /**
   * Sent ones whose delivery ended unsent because the working day was over, or because it named people and the only
   * channel left may not: planned again.
   */
  reopenUnsent(programmeId: string): Promise<number>;
  /**
   * Who has planned rows due by today and whose hours it is, a page by id: of whoever chose no hours, or ones that no
   * working hour meets, all working hours. Nobody is locked; nobody is written to whose data is about to be erased.
   */
  peopleDue(page: { programmeId: string; moment: Moment; afterId: string; size: number }): Promise<string[]>;
  /**
   * Locks these people (but for those somebody else is busy with, and those whose hours are over) until the transaction
   * ends and reads their mail.
   */
  claim(personIds: readonly string[], moment: Moment): Promise<DueMail[]>;
  cardsOf(taskIds: readonly string[]): Promise<TaskCard[]>;
  settle(settled: {
    sent: readonly { id: string; deliveryId: string }[];
    skipped: readonly { id: string; reason: SkipReason }[];
    at: Date;
  }): Promise<void>;
};

/** The weekly summaries' side. Bound to one transaction. */
export type SummaryBook = {
  /**
   * Coordinators whose hours it is and whose summary of the week is neither sent nor skipped, or whose delivery ended
   * unsent (see `ReminderBook.reopenUnsent`); locked until the transaction ends.
   */
  claim(
    programmeId: string,
    moment: Moment,
  ): Promise<{ person: Person; accounts: ChatAccount[]; preferred: Platform | null; paused: boolean }[]>;
  tasksOf(personId: string, today: Day): Promise<OrganizationTasks[]>;
  /** `skipped`: why there was no delivery. */
  settle(
    personId: string,
    monday: Day,
    outcome: { deliveryId: string } | { skipped: 'paused' | 'nothing' },
    at: Date,
  ): Promise<void>;
};
