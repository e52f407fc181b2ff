import type { Day } from '../calendar/day.ts';
import type { DiplomaAward, DiplomaKind } from '../diplomas/diploma.ts';
import type { FileContent } from '../files/stored-file.ts';
import type { ContestKind } from './contest.ts';
import type { ContestStage } from './stage.ts';

/**
 * What anybody may read of contests, signed in or not. It holds no name that its bearer does not let us publish now; drafts
 * are nowhere. `null` for what is not there, or not public.
 */
export type PublicDesk = {
  /** Announced ones and later, the newest first; those of the past five years or so. */
  contests(): Promise<PublicContest[]>;
  contest(contestId: string): Promise<PublicContestPage | null>;
  /** `null` before publication. `page`: from 1; an empty one after the last. */
  results(contestId: string, page: number): Promise<PublicResults | null>;
  /** Works whose authors let us show them; `null` before publication. */
  gallery(contestId: string, page: number): Promise<PublicGallery | null>;
  work(contestId: string, workId: string): Promise<{ contest: PublicContest; work: PublicWork } | null>;
  /** `at`: from 1, as in `PublicWork.files`. Named by us: names that people give to files name people. */
  workFile(contestId: string, workId: string, at: number): Promise<FileContent | null>;
  regulations(contestId: string): Promise<FileContent | null>;
  /** By the code that is printed on the paper, as somebody typed it. */
  diploma(code: string): Promise<PublicDiploma | null>;
};

/** Public stages: nobody is to know that results stand before they are published. */
export type PublicStage = Exclude<ContestStage, 'draft' | 'checked'>;

export type PublicContest = {
  id: string;
  programme: { key: string; name: string; timeZone: string };
  kind: ContestKind;
  title: string;
  stage: PublicStage;
  opensAt: Date;
  closesAt: Date;
  resultsOn: Day | null;
  startsAt: Date | null;
  endsAt: Date | null;
  announcedAt: Date;
  publishedAt: Date | null;
};

export type PublicContestPage = PublicContest & {
  summary: string;
  place: string;
  /** Of the contest as a whole. */
  hashtags: string[];
  nominations: { id: string; title: string; description: string; hashtags: string[] }[];
  hasRegulations: boolean;
  /** Where one takes part; only while works are taken or will be. */
  bots: { name: string; link: string }[];
  /** Empty before publication. */
  winners: PublicResult[];
};

export type PublicResult = {
  nomination: string;
  award: DiplomaAward;
  /** Only of winners and laureates; `null` where places are not counted. */
  place: number | null;
  authors: string[];
  organization: string;
  /** Empty, and `workId` null, where the work itself may not be shown. */
  title: string;
  workId: string | null;
};

export type PublicResults = {
  contest: PublicContest;
  rows: PublicResult[];
  pages: number;
  /** Of the whole contest: how many of those with a result let us name nobody. */
  unnamed: number;
};

export type PublicWork = {
  id: string;
  nomination: string;
  title: string;
  /** What the author wrote about it; of a post, the post as it was when it was checked last. */
  text: string;
  authors: string[];
  organization: string;
  mentor: string | null;
  award: DiplomaAward | null;
  /** The post on VK, or where the work lies; `null` where it would tell who somebody is. */
  link: string | null;
  files: { at: number; kind: 'document' | 'picture' | 'film' | 'sound'; size: number }[];
  publishedAt: Date;
};

export type PublicGallery = { contest: PublicContest; works: PublicWork[]; total: number; pages: number };

export type PublicDiploma = {
  number: string;
  kind: DiplomaKind;
  award: DiplomaAward | null;
  contest: string;
  nomination: string;
  issuedOn: Day;
  revoked: boolean;
  /** `null` where its bearer does not let us publish name and award. */
  name: string | null;
};
