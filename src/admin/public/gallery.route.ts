import type { FastifyPluginAsync } from 'fastify';
import type { PublicGallery } from '../../domain/contests/public-desk.ts';
import { feedWords } from '../../texts/public/feed-words.ts';
import type { PublicDeps } from './contests.route.ts';
import { galleryView, workView } from './gallery-views.ts';
import { pageNumber, sendFeed, sendPublic, sendPublicFault } from './public-frame.ts';
import { writeRss } from './rss.ts';
import { sendDownload } from './send-download.ts';

type ById = { Params: { id: string } };
type ByWork = { Params: { id: string; work: string } };
type ByFile = { Params: { id: string; work: string; at: string } };
const config = { callers: 'anyone' } as const;

export function galleryRoutes({ desk, root }: PublicDeps): FastifyPluginAsync {
  return async (app) => {
    app.get<ById>('/contests/:id/gallery', { config }, async (request, reply) => {
      const page = pageNumber(request.query);
      const gallery = await desk.gallery(request.params.id, page);
      if (gallery === null) return sendPublicFault(reply, 'not-found');
      return sendPublic(request, reply, galleryView(gallery, page));
    });
    app.get<ById>('/contests/:id/rss', { config }, async (request, reply) => {
      const gallery = await desk.gallery(request.params.id, 1);
      if (gallery === null) return sendPublicFault(reply, 'not-found');
      return sendFeed(request, reply, feedOf(gallery, root(request)));
    });
    app.get<ByWork>('/contests/:id/works/:work', { config }, async (request, reply) => {
      const found = await desk.work(request.params.id, request.params.work);
      if (found === null) return sendPublicFault(reply, 'not-found');
      return sendPublic(request, reply, workView(found.contest, found.work));
    });
    app.get<ByFile>('/contests/:id/works/:work/files/:at', { config }, async (request, reply) => {
      const { id, work, at } = request.params;
      return sendDownload(reply, await desk.workFile(id, work, Number(at)));
    });
  };
}

function feedOf({ contest, works }: PublicGallery, root: string): string {
  const path = `${root}/contests/${contest.id}`;
  return writeRss({
    title: feedWords.gallery(contest.title),
    description: feedWords.galleryText(contest.title),
    link: `${path}/gallery`,
    self: `${path}/rss`,
    items: works.map((work) => {
      const link = `${path}/works/${work.id}`;
      return {
        title: feedWords.work(work),
        description: contest.title,
        link,
        guid: link,
        at: work.publishedAt,
      };
    }),
  });
}
