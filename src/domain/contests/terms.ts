import type { Role } from '../people/person.ts';
import { defaultResultRules, type ResultRules, readResultRules } from './result-rules.ts';

/** Whether something is to be seen in a post. */
export const postNeeds = ['none', 'picture', 'video', 'picture-or-video'] as const;

/** The rules of a contest that no query looks for; kept as one document, read by `readTerms`. */
export type ContestTerms = {
  /** Holders of any of these roles may take part; empty: everybody known. */
  roles: Role[];
  /** Only people of these organizations; `null`: of the whole programme. */
  organizationIds: string[] | null;
  /** Whether an entry is a team's: its author invites the others. */
  team: { allowed: boolean; least: number; most: number };
  perPerson: number;
  perNomination: number;
  /** In addition to those of the nomination. */
  hashtags: string[];
  post: {
    minLength: number;
    maxLength: number;
    needs: (typeof postNeeds)[number];
    /** A post of the community of the author's organization counts as the author's own once staff have confirmed it. */
    communities: boolean;
  };
  work: { files: number; link: boolean; description: { least: number; most: number } };
  /** Whether the author may name the mentor the entry is about. */
  namesMentor: boolean;
  /** Blind: jurors see neither names nor organizations. */
  blind: boolean;
  /** Whether authors read what the jury wrote. */
  showsComments: boolean;
  /** Of an event. */
  event: { place: string; link: string; seats: number | null; waitingList: boolean };
  /** How many days before the close those who began are reminded. */
  remindDays: number[];
  /** How often posts are looked at again, in hours. */
  recheckHours: number;
  /** How results are formed. */
  results: ResultRules;
  /** Of the number on diplomas: «МН» in «МН-2022-0001». */
  diplomaPrefix: string;
  city: string;
};

export const usualTerms: ContestTerms = {
  roles: [],
  organizationIds: null,
  team: { allowed: false, least: 2, most: 5 },
  perPerson: 3,
  perNomination: 1,
  hashtags: [],
  post: { minLength: 0, maxLength: 15_000, needs: 'none', communities: true },
  work: { files: 3, link: true, description: { least: 0, most: 3000 } },
  namesMentor: true,
  blind: false,
  showsComments: false,
  event: { place: '', link: '', seats: null, waitingList: true },
  remindDays: [7, 3, 1],
  recheckHours: 24,
  results: defaultResultRules,
  diplomaPrefix: 'МН',
  city: '',
};

/** What is stored may be older than the program: what it lacks is as usual. */
export function readTerms(stored: unknown): ContestTerms {
  const given = (typeof stored === 'object' && stored !== null ? stored : {}) as Partial<ContestTerms>;
  const { team, post, work, event } = usualTerms;
  return {
    ...usualTerms,
    ...given,
    team: { ...team, ...given.team },
    post: { ...post, ...given.post },
    work: { ...work, ...given.work, description: { ...work.description, ...given.work?.description } },
    event: { ...event, ...given.event },
    results: readResultRules(given.results),
  };
}
