import type { Day } from '../calendar/day.ts';
import type { ContestTerms } from './terms.ts';

export const contestKinds = ['post', 'work', 'event'] as const;
/** What an entry is: a VK post, a work handed in (files or a link with words), or a registration for an event. */
export type ContestKind = (typeof contestKinds)[number];

export const contestStates = ['draft', 'announced', 'checked', 'published', 'archived', 'cancelled'] as const;
/** What people have decided; the rest follows from the instants, see `stageOf`. `checked`: the results stand. */
export type ContestState = (typeof contestStates)[number];

export type Nomination = {
  id: string;
  position: number;
  title: string;
  description: string;
  /** With `#`, as people are to write them; all of them are needed in a post. */
  hashtags: string[];
  archivedAt: Date | null;
};

export type Criterion = {
  id: string;
  position: number;
  title: string;
  hint: string;
  /** Relative to the others. */
  weight: number;
  /** The most points; 0 is the least. */
  scale: number;
};

export type Juror = {
  id: string;
  personId: string;
  isChair: boolean;
  /** `null`: all of them. */
  nominationIds: string[] | null;
  removedAt: Date | null;
};

export type Contest = {
  id: string;
  programmeId: string;
  /** Of the roadmap; `null` for a contest of its own. */
  itemId: string | null;
  kind: ContestKind;
  title: string;
  /** The regulations in short, as participants read them. */
  summary: string;
  state: ContestState;
  /** Entries are taken from the first of these instants until just before the second. */
  opensAt: Date;
  closesAt: Date;
  /** Sheets are taken from the close until then; `null`: until the results are checked. */
  judgingUntil: Date | null;
  resultsOn: Day | null;
  /** Of an event. */
  startsAt: Date | null;
  endsAt: Date | null;
  terms: ContestTerms;
  announcement: string;
  regulationsFileId: string | null;
  protocolFileId: string | null;
  templateKey: string | null;
  copiedFrom: string | null;
  createdAt: Date;
  announcedAt: Date | null;
  /** All entries were looked at for the last time, and their counters stand. */
  frozenAt: Date | null;
  checkedAt: Date | null;
  publishedAt: Date | null;
  archivedAt: Date | null;
  cancelledAt: Date | null;
  nominations: Nomination[];
  criteria: Criterion[];
  jurors: Juror[];
};
