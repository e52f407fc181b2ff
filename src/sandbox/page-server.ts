import { readdirSync, readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { readBody } from './bodies.ts';
import { type SandboxControl, type Step, steps } from './control.ts';
import { extensionOf } from './files.ts';
import { routePageActs } from './page-acts.ts';
import { createPageEvents } from './page-events.ts';
import { chatView, messageView } from './page-view.ts';
import type { Person } from './people.ts';
import { rawBody, sendFile } from './server.ts';
import type { World } from './world.ts';

const mimes: Record<string, string> = {
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  svg: 'image/svg+xml',
};

const contentPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** How many of a chat's last messages the page shows. */
const shownMessages = 200;

/** The page with every chat side by side, and what it asks for. */
export function routePage(
  world: World,
  app: FastifyInstance,
  options: { people: () => Person[]; control: SandboxControl | undefined },
): void {
  const { control } = options;
  routeStatic(app);
  routePageActs(app, options.people);
  const events = createPageEvents(world, app);
  if (control) routeControl(app, control, events.tell);

  app.get('/page-api/state', () => ({
    title: control?.title ?? 'Песочница',
    links: control?.links ?? [],
    timeZone: control?.timeZone ?? null,
    canAdvance: control !== undefined,
    now: world.now().getTime(),
    chats: world.chats.all().map(chatView),
  }));
  app.get('/page-api/notes', async () => ({ notes: (await control?.notes?.()) ?? [] }));
  app.get<{ Params: { id: string } }>('/page-api/chats/:id', async (request, reply) => {
    const chat = world.chats.all().find((one) => one.id === request.params.id);
    if (!chat) return reply.code(404).send({ error: 'no such chat' });
    const messages = chat.messages.filter((one) => !one.deleted).slice(-shownMessages);
    return { chat: chatView(chat), messages: messages.map(messageView) };
  });
  app.get<{ Params: { number: string; key: string } }>(
    '/page-api/files/:number/:key',
    async (request, reply) => {
      const file = world.files.get(Number(request.params.number), request.params.key);
      return file ? sendFile(reply, file) : reply.code(404).send();
    },
  );
}

function routeStatic(app: FastifyInstance): void {
  const folder = new URL('./page/', import.meta.url);
  const names = readdirSync(folder).filter((name) => extensionOf(name) in mimes);
  for (const name of names) {
    app.get(name === 'index.html' ? '/' : `/page/${name}`, (_request, reply) =>
      reply
        .header('content-type', `${mimes[extensionOf(name)]}; charset=utf-8`)
        .header('content-security-policy', contentPolicy)
        .header('x-content-type-options', 'nosniff')
        .header('cache-control', 'no-cache')
        .send(readFileSync(new URL(name, folder))),
    );
  }
}

function routeControl(
  app: FastifyInstance,
  control: SandboxControl,
  tell: (event: Record<string, unknown>) => void,
): void {
  let moving = false;
  app.post('/control/advance', async (request, reply) => {
    const { step } = readBody(request.headers['content-type'], rawBody(request)).fields;
    if (!isStep(step)) return reply.code(400).send({ error: `step is one of ${steps.join(', ')}` });
    if (moving) return reply.code(409).send({ error: 'the clock is moving already' });
    moving = true;
    try {
      tell({ type: 'progress', moving, share: 0 });
      await control.advance(step, (progress) => tell({ type: 'progress', moving, ...progress }));
    } finally {
      moving = false;
      tell({ type: 'progress', moving, share: 1 });
    }
    return { now: control.now().getTime() };
  });
}

function isStep(value: unknown): value is Step {
  return steps.some((step) => step === value);
}
