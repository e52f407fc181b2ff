import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { PublicContest, PublicDesk } from '../../domain/contests/public-desk.ts';
import { feedWords } from '../../texts/public/feed-words.ts';
import { contestsView, contestView, resultsView } from './contest-views.ts';
import { pageNumber, sendFeed, sendPublic, sendPublicFault } from './public-frame.ts';
import { writeRss } from './rss.ts';
import { sendDownload } from './send-download.ts';

type ById = { Params: { id: string } };
const config = { callers: 'anyone' } as const;
const mostNews = 40;

/** `now`: of the clock that contests go by. `root`: our address as feeds name it. */
export type PublicDeps = { desk: PublicDesk; now(): Date; root(request: FastifyRequest): string };

export function contestRoutes({ desk, now, root }: PublicDeps): FastifyPluginAsync {
  return async (app) => {
    app.get('/contests', { config }, async (request, reply) =>
      sendPublic(request, reply, contestsView(await desk.contests(), now())),
    );
    app.get('/contests/rss', { config }, async (request, reply) =>
      sendFeed(request, reply, newsOf(await desk.contests(), root(request), now())),
    );
    app.get<ById>('/contests/:id', { config }, async (request, reply) => {
      const contest = await desk.contest(request.params.id);
      if (contest === null) return sendPublicFault(reply, 'not-found');
      return sendPublic(request, reply, contestView(contest, now()));
    });
    app.get<ById>('/contests/:id/results', { config }, async (request, reply) => {
      const page = pageNumber(request.query);
      const results = await desk.results(request.params.id, page);
      if (results === null) return sendPublicFault(reply, 'not-found');
      return sendPublic(request, reply, resultsView(results, page));
    });
    app.get<ById>('/contests/:id/regulations', { config }, async (request, reply) =>
      sendDownload(reply, await desk.regulations(request.params.id)),
    );
  };
}

function newsOf(contests: readonly PublicContest[], root: string, now: Date): string {
  const news = contests.flatMap((contest) => {
    const link = `${root}/contests/${contest.id}`;
    const description = feedWords.stage(contest, now);
    const { announcedAt, publishedAt } = contest;
    const item = (title: string, what: string, at: Date) => ({
      title,
      description,
      link,
      guid: `${link}#${what}`,
      at,
    });
    return [
      ...(publishedAt === null ? [] : [item(feedWords.published(contest), 'published', publishedAt)]),
      item(feedWords.announced(contest), 'announced', announcedAt),
    ];
  });
  return writeRss({
    title: feedWords.contests,
    description: feedWords.contestsText,
    link: `${root}/contests`,
    self: `${root}/contests/rss`,
    items: news.toSorted((a, b) => b.at.getTime() - a.at.getTime()).slice(0, mostNews),
  });
}
