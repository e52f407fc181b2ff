import type { Day } from '../calendar/day.ts';

export type DataRequestKind = 'export' | 'correct' | 'withdraw-consent' | 'erase';

/** What somebody asks us to do with their data, recorded, with a task of the coordinator that has a deadline. */
export type DataRequest = {
  id: string;
  personId: string;
  kind: DataRequestKind;
  /** `farewell`: the last message is on its way, the data goes next. */
  state: 'open' | 'farewell' | 'done' | 'cancelled';
  dueOn: Day;
  facts: Readonly<Record<string, string>>;
  createdAt: Date;
};

/** For those who answer requests: whose it is. Empty names once the data is erased. */
export type RequestCard = DataRequest & { surname: string; name: string; patronymic: string };

/** Rows by table, columns by name: everything that names the person. */
export type Dossier = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** Bound to one transaction. */
export type PrivacyBook = {
  dossier(personId: string): Promise<Dossier>;
  requestsOf(personId: string): Promise<DataRequest[]>;
  /**
   * Records it and opens the coordinator's task; `done` at once where the machine has done it already. A second `erase`
   * while one is open is that one. Whoever asks to be erased is no longer reminded.
   */
  request(
    personId: string,
    kind: DataRequestKind,
    options: { done: boolean; facts?: Readonly<Record<string, string>>; at: Date },
  ): Promise<DataRequest>;
  /** An open `erase` of one's own is taken back. `false` where there is none. */
  cancelErase(personId: string, at: Date): Promise<boolean>;
  /** Open ones of this coordinator's programme, the most urgent first. `Refusal('not-coordinator')`. */
  openRequests(coordinatorId: string): Promise<RequestCard[]>;
  /** An open or farewelled erasure is due at once, for a coordinator. `Refusal('not-coordinator' | 'request-unknown')`. */
  hasten(requestId: string, coordinatorId: string, at: Date): Promise<RequestCard>;
  /** Erases an account that nobody is known by, with what it said. `false` where somebody is. */
  forgetAccount(chatAccountId: string): Promise<boolean>;
};

/** What the rounds do without anybody pressing anything. Bound to one transaction. */
export type PrivacyRounds = {
  /** Erasures whose day has come, or (`farewell`) whose last message is settled or older than an hour; locked. */
  dueErasures(programmeId: string, today: Day, at: Date): Promise<DataRequest[]>;
  /** The last message is on its way as this delivery; `null` where the person can't be written to. */
  farewell(requestId: string, deliveryId: string | null, at: Date): Promise<void>;
  /** The data goes, the request and its task are done. `by` is null for the machine. Returns whose data went. */
  erase(requestId: string, by: string | null, at: Date): Promise<string[]>;
  /** Requests whose task the coordinator has marked as done are done. */
  settleDone(programmeId: string, at: Date): Promise<number>;
};

/** Who is kept longer than there is a reason to, by the days of the settings. */
export type Outdated = {
  /** Drafts that nobody has gone on with; `alone`: nothing else is known of the person. */
  drafts: { applicationId: string; personId: string; alone: boolean }[];
  /** People who left. */
  left: string[];
};

/** Bound to one transaction. */
export type RetentionBook = {
  outdated(programmeId: string, at: Date): Promise<Outdated>;
  /** Erases what `outdated` named; returns how many people went. */
  forget(outdated: Outdated, at: Date): Promise<number>;
};
