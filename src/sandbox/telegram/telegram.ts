import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Body, readBody } from '../bodies.ts';
import type { FaultRule } from '../faults.ts';
import type { SavedTelegram } from '../saved.ts';
import { type Answer, answerCall, goneSignal, rawBody, sendFile } from '../server.ts';
import type { World } from '../world.ts';
import { createGate, type TelegramLimits, telegramLimits } from './gate.ts';
import { createTelegramGestures } from './gestures.ts';
import { createMessageMethods } from './messages.ts';
import { createMethods } from './methods.ts';
import { type Params, readParams } from './params.ts';
import { TelegramRefusal, tooManyRequests } from './refusal.ts';
import { createUpdates } from './updates.ts';

export type TelegramOptions = {
  token?: string;
  botUsername?: string;
  botName?: string;
  limits?: Partial<TelegramLimits>;
  /** Between repeats to a webhook that does not answer 2xx. */
  webhookRetryMs?: number;
};

/** The Bot API below `/telegram`. */
export function createTelegram(
  world: World,
  app: FastifyInstance,
  options: TelegramOptions,
  before?: SavedTelegram,
) {
  const token = options.token ?? '700000001:sandbox-telegram-token-for-local-use';
  const username = options.botUsername ?? 'sandbox_bot';
  const bot = { id: Number(token.split(':')[0]), username, name: options.botName ?? 'Bot' };
  const limits = { ...telegramLimits, ...options.limits };
  const updates = createUpdates(world, { webhookRetryMs: options.webhookRetryMs ?? 1000 }, before);
  const messages = createMessageMethods(world, bot, createGate(limits, world.elapsed));
  const methods = createMethods(world, bot, limits, updates, messages);

  app.route<{ Params: { token: string; method: string } }>({
    method: ['GET', 'POST'],
    url: '/telegram/bot:token/:method',
    handler: async (request, reply) => {
      const { token: given, method } = request.params;
      const gone = goneSignal(reply);
      const body = attempt(() => requestBody(request));
      const read = body.value && attempt(() => readParams(body.value?.fields ?? {}));
      const run = async (): Promise<Answer> => {
        if (given !== token) return refused(new TelegramRefusal(401, 'Unauthorized'));
        const called = methods.get(method.toLowerCase());
        if (!called) return refused(new TelegramRefusal(404, 'Not Found'));
        if (!body.value || !read?.value) return refused(body.error ?? read?.error);
        try {
          return {
            status: 200,
            body: { ok: true, result: await called(read.value, body.value.files, gone) },
          };
        } catch (error) {
          return refused(error);
        }
      };
      const params: Params = read?.value ?? {};
      return answerCall(world, { platform: 'telegram', method, params, run, failing }, reply);
    },
  });

  app.get<{ Params: { token: string; '*': string } }>(
    '/telegram/file/bot:token/*',
    async (request, reply) => {
      const found = /file_(\d+)_([0-9a-f]+)$/.exec(request.params['*']);
      const file = found?.[2] && world.files.get(Number(found[1]), found[2]);
      if (request.params.token !== token || !file)
        return reply.code(404).send({ ok: false, error_code: 404 });
      return sendFile(reply, file);
    },
  );

  return {
    token,
    username,
    updates,
    gesturesOf: (chat: Parameters<typeof createTelegramGestures>[3]) =>
      createTelegramGestures(world, bot, updates, chat),
  };
}

function requestBody(request: FastifyRequest): Body {
  const body = readBody(request.headers['content-type'], rawBody(request));
  return { files: body.files, fields: { ...(request.query as Record<string, unknown>), ...body.fields } };
}

function attempt<T>(act: () => T): { value?: T; error?: unknown } {
  try {
    return { value: act() };
  } catch (error) {
    return { error };
  }
}

function refused(error: unknown): Answer {
  const refusal =
    error instanceof TelegramRefusal
      ? error
      : error instanceof SyntaxError
        ? new TelegramRefusal(400, "Bad Request: can't parse the request")
        : new TelegramRefusal(500, `Internal Server Error: ${String(error)}`);
  const { code, message, parameters } = refusal;
  return {
    status: code,
    errorCode: code,
    body: { ok: false, error_code: code, description: message, ...(parameters && { parameters }) },
  };
}

function failing(rule: FaultRule): Answer {
  if (rule.kind === 'tooMany') return refused(tooManyRequests(rule.retryAfter ?? 1));
  const code = rule.code ?? (rule.kind === 'serverError' ? 502 : 400);
  return refused(
    new TelegramRefusal(code, rule.description ?? (code === 502 ? 'Bad Gateway' : 'Bad Request')),
  );
}
