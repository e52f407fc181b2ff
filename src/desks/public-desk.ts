import { type AnnouncedContest, createPublicContests } from '../database/repositories/public-contests.ts';
import { createPublicWorks } from '../database/repositories/public-works.ts';
import type { PublicContest, PublicContestPage, PublicDesk } from '../domain/contests/public-desk.ts';
import { publicResult, publicWork } from '../domain/contests/public-view.ts';
import { stageOf } from '../domain/contests/stage.ts';
import { readVerificationCode } from '../domain/diplomas/number.ts';
import type { DeskDeps } from './desk-work.ts';
import { inFlight } from './in-flight.ts';

const worksOnPage = 20;
const resultsOnPage = 50;
const mostPages = 1000;
const mostWinners = 30;

/** What anybody may read. Reads alone, each statement for itself: whoever withdraws in between is shown less, never more. */
export function createPublicDesk({
  database,
  clock,
  files,
}: Pick<DeskDeps, 'database' | 'clock' | 'files'>): PublicDesk {
  const contests = createPublicContests(database);
  const works = createPublicWorks(database);
  const published = async (contestId: string) => {
    const contest = await contests.find(contestId);
    return contest !== null && hasResults(contest) ? lineOf(contest, clock.now()) : null;
  };
  const shownWork = async (contestId: string, workId: string) => {
    const raw = await works.work(contestId, workId);
    return raw === null ? null : publicWork(raw);
  };
  const results = inFlight(async (contestId: string) => {
    const raw = await works.results(contestId);
    const rows = raw.flatMap((work) => publicResult(work) ?? []);
    return { rows, unnamed: raw.length - rows.length };
  });
  const winners = inFlight(async (contestId: string) => {
    const raw = await works.results(contestId, 'winner');
    return raw.flatMap((work) => publicResult(work) ?? []).slice(0, mostWinners);
  });
  const gallery = inFlight(async (contestId: string, page: number) => {
    const { works: raw, total } = await works.gallery(contestId, offsetOf(page, worksOnPage), worksOnPage);
    return { works: raw.flatMap((work) => publicWork(work) ?? []), total };
  });
  return {
    async contests() {
      const at = clock.now();
      return (await contests.list()).map((contest) => lineOf(contest, at));
    },
    async contest(contestId) {
      const contest = await contests.find(contestId);
      if (contest === null) return null;
      const page = pageOf(contest, clock.now());
      const isTaking = page.stage === 'announced' || page.stage === 'open';
      return {
        ...page,
        winners: hasResults(contest) ? await winners(contestId) : [],
        bots: isTaking ? await contests.bots() : [],
      };
    },
    async results(contestId, page) {
      const contest = await published(contestId);
      if (contest === null) return null;
      const { rows, unnamed } = await results(contestId);
      const from = offsetOf(page, resultsOnPage);
      const pages = Math.ceil(rows.length / resultsOnPage);
      return { contest, rows: rows.slice(from, from + resultsOnPage), pages, unnamed };
    },
    async gallery(contestId, page) {
      const contest = await published(contestId);
      if (contest === null) return null;
      const shown = await gallery(contestId, page);
      return { contest, ...shown, pages: Math.ceil(shown.total / worksOnPage) };
    },
    async work(contestId, workId) {
      const contest = await published(contestId);
      const work = contest && (await shownWork(contestId, workId));
      return contest && work && { contest, work };
    },
    async workFile(contestId, workId, at) {
      const work = await shownWork(contestId, workId);
      if (!work?.files.some((file) => file.at === at)) return null;
      const id = await works.fileId(workId, at);
      const file = id === null ? null : await files.read(id);
      return file && { ...file, name: `${contestId}-${workId}-${at}${endingOf(file.name)}` };
    },
    async regulations(contestId) {
      const contest = await contests.find(contestId);
      if (!contest?.regulationsFileId || contest.state === 'cancelled') return null;
      return files.read(contest.regulationsFileId);
    },
    async diploma(typed) {
      const code = readVerificationCode(typed);
      return code === null ? null : contests.diploma(code);
    },
  };
}

function hasResults({ state, publishedAt }: AnnouncedContest): boolean {
  return publishedAt !== null && (state === 'published' || state === 'archived');
}

function offsetOf(page: number, size: number): number {
  return (Math.min(Math.max(page, 1), mostPages) - 1) * size;
}

function endingOf(name: string): string {
  return /\.[a-z0-9]{1,5}$/i.exec(name)?.[0].toLowerCase() ?? '';
}

function lineOf(contest: AnnouncedContest, at: Date): PublicContest {
  const { id, programme, kind, title, opensAt, closesAt, resultsOn, startsAt, endsAt } = contest;
  return {
    ...{ id, programme, kind, title, opensAt, closesAt, resultsOn, startsAt, endsAt },
    stage: stageFor(contest, at),
    announcedAt: contest.announcedAt ?? contest.createdAt,
    publishedAt: hasResults(contest) ? contest.publishedAt : null,
  };
}

function stageFor(contest: AnnouncedContest, at: Date): PublicContest['stage'] {
  const stage = stageOf(contest, at);
  if (stage === 'checked' || stage === 'draft') return 'judging';
  return stage === 'archived' && contest.publishedAt === null ? 'cancelled' : stage;
}

function pageOf(contest: AnnouncedContest, at: Date): Omit<PublicContestPage, 'winners' | 'bots'> {
  const line = lineOf(contest, at);
  const isOff = line.stage === 'cancelled';
  const { summary, terms, nominations, regulationsFileId } = contest;
  const open = isOff ? [] : nominations.filter(({ archivedAt }) => archivedAt === null);
  return {
    ...line,
    summary: isOff ? '' : summary,
    place: terms.event.place,
    hashtags: isOff ? [] : terms.hashtags,
    nominations: open.map(({ id, title, description, hashtags }) => ({ id, title, description, hashtags })),
    hasRegulations: !isOff && regulationsFileId !== null,
  };
}
