import type { Day } from '../calendar/day.ts';
import type { HolidayFault } from '../calendar/read-holidays.ts';
import type { ConsentGiver, ConsentKind } from '../consents/consent.ts';
import type { ConsentDraft } from '../consents/consent-book.ts';
import type { ReminderRule } from '../reminders/reminder.ts';
import type { CallKey } from '../staff/once.ts';
import type { Staff } from '../staff/staff.ts';
import type { Programme } from './programme.ts';
import type { ProgrammeSettings } from './settings.ts';

/** What staff set about the programme itself. */
export type ProgrammeChange = Pick<Programme, 'name' | 'timeZone' | 'workFrom' | 'workTo'> &
  ProgrammeSettings;

export type ProgrammeView = ProgrammeChange & {
  /** Invented people and stand-ins for the platforms. */
  demo: boolean;
  /** By platform: whether people may be named there. Set where the program runs, not here. */
  naming: { platform: string; name: string; mayNameOthers: boolean }[];
};

export type RuleView = ReminderRule & { active: boolean };

/** A working day on which somebody would be reminded, if nothing were done until then. */
export type ForecastDay = {
  day: Day;
  tasks: { taskId: string; title: string; organizationName: string; dueOn: Day | null; ruleKey: string }[];
};

export type Holiday = { day: Day; working: boolean; name: string };

export type ConsentTextView = {
  kind: ConsentKind;
  giver: ConsentGiver;
  /** 0: never published. */
  version: number;
  /** Who has given it to a version that is or was in force, and would be asked again. */
  givers: number;
} & ConsentDraft;

export type ConsentVersion = { version: number; title: string; hash: string; publishedAt: Date };

/** How the programme is set up: coordinators and administrators. Changes are made upon the version that was seen. */
export type SettingsDesk = {
  programme(staff: Staff): Promise<ProgrammeView>;
  /** `Refusal('zone-not-known' | 'hours-reversed')`; `Outdated`. */
  changeProgramme(staff: Staff, change: ProgrammeChange, version: string): Promise<ProgrammeView>;

  rules(staff: Staff): Promise<RuleView[]>;
  /** `Refusal('rule-unknown')`. */
  rule(staff: Staff, key: string): Promise<RuleView>;
  addRule(staff: Staff, rule: Omit<RuleView, 'key'>, call: CallKey | null): Promise<{ key: string }>;
  changeRule(staff: Staff, key: string, rule: Omit<RuleView, 'key'>, version: string): Promise<RuleView>;
  /** `Refusal('rule-last')`: a programme without any would get the usual ones again. */
  removeRule(staff: Staff, key: string): Promise<void>;
  /** What this person would be reminded of in the weeks to come; by these rules rather than the saved ones, where given. */
  forecast(
    staff: Staff,
    personId: string,
    rules: readonly Omit<RuleView, 'key'>[] | null,
  ): Promise<ForecastDay[]>;

  holidays(staff: Staff, year: number): Promise<Holiday[]>;
  setHoliday(staff: Staff, holiday: Holiday): Promise<void>;
  /** The day is what its weekday is. `Refusal('holiday-unknown')`. */
  removeHoliday(staff: Staff, day: Day): Promise<void>;
  /** Days of a year, as typed or pasted; `dry`: only what would be saved. Nothing is saved while a line cannot be read. */
  importHolidays(
    staff: Staff,
    year: number,
    text: string,
    dry: boolean,
  ): Promise<{ days: Holiday[]; faults: HolidayFault[] }>;

  texts(staff: Staff): Promise<ConsentTextView[]>;
  text(staff: Staff, kind: ConsentKind, giver: ConsentGiver): Promise<ConsentTextView>;
  versions(staff: Staff, kind: ConsentKind, giver: ConsentGiver): Promise<ConsentVersion[]>;
  /** As it would be published; the refusals of `ConsentBook.publish`. */
  previewText(staff: Staff, draft: ConsentDraft): Promise<ConsentDraft>;
  publishText(
    staff: Staff,
    kind: ConsentKind,
    giver: ConsentGiver,
    draft: ConsentDraft,
    version: string,
  ): Promise<ConsentTextView>;
};
