import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Platform } from './chats.ts';
import type { FaultRule } from './faults.ts';
import { isLoopbackName } from './pusher.ts';
import type { World } from './world.ts';

const uploadLimit = 64 * 1024 * 1024;

/** An HTTP server for this machine only: it answers neither another host name nor another site's page. */
export function createServer(): FastifyInstance {
  const app = fastify({
    bodyLimit: uploadLimit,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 300 },
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.addHook('onRequest', async (request, reply) => {
    // A name that merely resolves to 127.0.0.1 is how a foreign page would get in (DNS rebinding).
    const { host, origin } = request.headers;
    const hostName = URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : '';
    const otherOrigin = origin !== undefined && origin !== `http://${host}`;
    // A foreign page's image or frame carries no Origin; only opening the page itself from elsewhere is fine.
    const site = request.headers['sec-fetch-site'] ?? 'none';
    const opened = request.headers['sec-fetch-mode'] === 'navigate' && request.url === '/';
    const otherSite = site !== 'none' && site !== 'same-origin' && !opened;
    if (!isLoopbackName(hostName) || otherOrigin || otherSite)
      await reply.code(403).send({ error: 'this machine only' });
  });
  return app;
}

export function rawBody(request: FastifyRequest): Buffer {
  return Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
}

/** Aborts when the client has gone before it got its answer. */
export function goneSignal(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort();
  });
  return gone.signal;
}

export type Answer = { status: number; body: unknown; errorCode?: number };

export type PlatformCall = {
  platform: Platform;
  method: string;
  params: Record<string, unknown>;
  run: () => Promise<Answer> | Answer;
  /** The platform's own words for a fault that is an answer. */
  failing: (rule: FaultRule) => Answer;
};

/** Runs one API call under the faults that befall it, and writes it into the ledger. */
export async function answerCall(world: World, call: PlatformCall, reply: FastifyReply): Promise<unknown> {
  const { platform, method, params } = call;
  const { delayMs, rule } = world.faults.draw(platform, method);
  if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
  const record = (answer: Answer | undefined) =>
    world.ledger.record({
      platform,
      method,
      params,
      ok: answer !== undefined && answer.errorCode === undefined,
      ...(answer && { answer: answer.body }),
      ...(answer?.errorCode !== undefined && { errorCode: answer.errorCode }),
      ...(rule && { fault: rule.kind }),
    });

  if (rule?.kind === 'dropped') {
    record(undefined);
    return hangUp(reply);
  }
  const isAnswer = rule && rule.kind !== 'lostAnswer';
  const answer = isAnswer ? call.failing(rule) : await call.run();
  record(answer);
  if (rule?.kind === 'lostAnswer') return hangUp(reply);
  const type =
    typeof answer.body === 'string' ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8';
  return reply.code(answer.status).type(type).send(answer.body);
}

function hangUp(reply: FastifyReply): FastifyReply {
  reply.hijack();
  reply.raw.socket?.destroy();
  return reply;
}

/** Anything a person sent or the bot uploaded: never shown as a page of this origin. */
export function sendFile(
  reply: FastifyReply,
  file: { bytes: Uint8Array; name: string; mime: string },
): FastifyReply {
  return reply
    .header('content-type', file.mime)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .header('content-security-policy', "sandbox; default-src 'none'")
    .header('x-content-type-options', 'nosniff')
    .send(Buffer.from(file.bytes));
}
