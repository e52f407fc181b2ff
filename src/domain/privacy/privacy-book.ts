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

/** Rows by table, columns by name: everything that names the person. */
export type Dossier = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** Bound to one transaction. */
export type PrivacyBook = {
  dossier(personId: string): Promise<Dossier>;
  requestsOf(personId: string): Promise<DataRequest[]>;
  /** Records it and opens the coordinator's task; `done` at once where the machine has done it already. */
  request(
    personId: string,
    kind: DataRequestKind,
    options: { done: boolean; facts?: Readonly<Record<string, string>>; at: Date },
  ): Promise<DataRequest>;
  /** An open `erase` of one's own is taken back. `false` where there is none. */
  cancelErase(personId: string, at: Date): Promise<boolean>;
};
