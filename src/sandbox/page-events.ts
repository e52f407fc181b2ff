import type { FastifyInstance } from 'fastify';
import { chatView, messageView } from './page-view.ts';
import type { World } from './world.ts';

const clockMs = 1000;

/** Server-sent events for the open pages: chats that moved, the clock, the progress of the time machine. */
export function createPageEvents(world: World, app: FastifyInstance) {
  const pages = new Set<(event: string) => void>();

  function tell(event: Record<string, unknown>): void {
    if (pages.size === 0) return;
    const line = `data: ${JSON.stringify({ ...event, now: world.now().getTime() })}\n\n`;
    for (const write of pages) write(line);
  }

  world.chats.changes.on(({ chat, message }) => {
    if (pages.size === 0) return;
    tell({ type: 'chat', chat: chatView(chat), ...(message && { message: messageView(message) }) });
  });
  const clock = setInterval(() => tell({ type: 'clock' }), clockMs);
  world.onStop.on(() => clearInterval(clock));

  app.get('/page-api/events', (_request, reply) => {
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    const write = (line: string) => void raw.write(line);
    pages.add(write);
    raw.once('close', () => pages.delete(write));
    write(': hello\n\n');
  });

  return { tell };
}
