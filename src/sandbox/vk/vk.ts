import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { readBody } from '../bodies.ts';
import type { Chat } from '../chats.ts';
import type { FaultRule } from '../faults.ts';
import type { SavedVk } from '../saved.ts';
import { type Answer, answerCall, goneSignal, rawBody } from '../server.ts';
import type { World } from '../world.ts';
import { createAccountMethods } from './account-methods.ts';
import { createAdmission, type VkLimits } from './admission.ts';
import { createEvents, type Events } from './events.ts';
import { execute } from './execute.ts';
import { createVkGestures } from './gestures.ts';
import { createMessageIds } from './ids.ts';
import { createMessageMethods } from './messages.ts';
import { type Params, readParams } from './params.ts';
import { refusalOf, VkRefusal } from './refusal.ts';
import { createSentOnce } from './sent-once.ts';
import { createUploads } from './uploads.ts';
import { createWallControl } from './wall-control.ts';
import { createWallMethods } from './wall-methods.ts';
import { createWalls } from './walls.ts';

export type VkOptions = {
  token?: string;
  serviceToken?: string;
  /** Of somebody who manages the community: posts on its wall. */
  userToken?: string;
  groupId?: number;
  screenName?: string;
  groupName?: string;
  confirmation?: string;
  /** Requests a second for the community token (20), the service token and the user token (3 each). */
  limits?: Partial<VkLimits>;
  /** Events kept for a long poll that comes late. */
  historyLength?: number;
};

type Method = (params: Params) => unknown;

/** The VK API below `/vk`. */
export function createVk(world: World, app: FastifyInstance, options: VkOptions, before?: SavedVk) {
  const account = accountOf(options);
  const historyLength = options.historyLength ?? 20_000;
  const events = createEvents(world, { ...account, historyLength }, before);
  const ids = createMessageIds(world.chats, world.firstId, before?.ids ?? []);
  const once = createSentOnce(before?.sent ?? []);
  const walls = createWalls(world, account.groupId, before?.walls);
  const methods = new Map<string, Method>(
    Object.entries({
      ...createAccountMethods(world, account, walls),
      ...createWallMethods(walls, account.groupId, world.now),
      ...createMessageMethods(world, ids, once),
      ...createUploads(world, app, account.groupId),
      'groups.getLongPollServer': () => events.getLongPollServer(),
      'groups.getLongPollSettings': () => events.getLongPollSettings(),
      'groups.setLongPollSettings': events.setLongPollSettings,
    }),
  );
  const admission = createAdmission(
    account,
    { perSecond: 20, servicePerSecond: 3, userPerSecond: 3, ...options.limits },
    world.elapsed,
  );

  function call(method: string, params: Params): unknown {
    const called = methods.get(method);
    if (!called) throw new VkRefusal(3);
    return called(params);
  }

  async function answer(method: string, params: Params): Promise<Answer> {
    try {
      admission.admit(method, params);
      if (method === 'execute') {
        const packed = (name: string, given: Params) => {
          admission.mayCall(name, params.access_token);
          return call(name, given);
        };
        return { status: 200, body: await execute(world, params.code ?? '', packed) };
      }
      return { status: 200, body: { response: call(method, params) } };
    } catch (error) {
      return refused(refusalOf(error), params);
    }
  }

  routeMethods(world, app, answer);
  routeLongPoll(world, app, account.groupId, events);
  return {
    ...account,
    events,
    walls: createWallControl(world, walls),
    onWallChange: walls.changes.on,
    gesturesOf: (chat: Chat) => createVkGestures(world, events, ids, chat, walls),
    lastId: () => Math.max(events.lastTs(), ids.lastId()),
    save: (): SavedVk => ({ ...events.save(), ids: ids.save(), sent: once.save(), walls: walls.save() }),
  };
}

function accountOf(options: VkOptions) {
  return {
    token: options.token ?? 'vk1.a.sandbox-community-token-for-local-use',
    serviceToken: options.serviceToken ?? 'sandbox-service-token-for-local-use',
    userToken: options.userToken ?? 'vk1.a.sandbox-user-token-for-local-use',
    groupId: options.groupId ?? 200_000_001,
    screenName: options.screenName ?? 'sandbox_club',
    groupName: options.groupName ?? 'Community',
    confirmation: options.confirmation ?? randomBytes(4).toString('hex'),
  };
}

function routeMethods(
  world: World,
  app: FastifyInstance,
  answer: (method: string, params: Params) => Promise<Answer>,
): void {
  app.route<{ Params: { method: string } }>({
    method: ['GET', 'POST'],
    url: '/vk/method/:method',
    handler: async (request, reply) => {
      const { method } = request.params;
      const params = requestParams(request);
      const run = () => answer(method, params);
      const failing = (rule: FaultRule) => failed(rule, params);
      return answerCall(world, { platform: 'vk', method, params, run, failing }, reply);
    },
  });
}

/** The long poll stands in the ledger and in fault rules as `a_check`. */
function routeLongPoll(world: World, app: FastifyInstance, groupId: number, events: Events): void {
  app.get<{ Querystring: Record<string, string> }>(`/vk/longpoll/${groupId}`, async (request, reply) => {
    const gone = goneSignal(reply);
    const run = async (): Promise<Answer> => ({ status: 200, body: await events.check(request.query, gone) });
    const failing = (rule: FaultRule) => failed(rule, {});
    return answerCall(
      world,
      { platform: 'vk', method: 'a_check', params: request.query, run, failing },
      reply,
    );
  });
}

function requestParams(request: FastifyRequest): Params {
  const query = request.query as Record<string, unknown>;
  try {
    return readParams({ ...query, ...readBody(request.headers['content-type'], rawBody(request)).fields });
  } catch {
    return readParams(query);
  }
}

function refused({ code, message }: VkRefusal, params: Params): Answer {
  const shown = Object.entries(params).filter(([key]) => key !== 'access_token');
  const request_params = shown.map(([key, value]) => ({ key, value }));
  return {
    status: 200,
    errorCode: code,
    body: { error: { error_code: code, error_msg: message, request_params } },
  };
}

function failed(rule: FaultRule, params: Params): Answer {
  if (rule.kind === 'serverError') {
    const status = rule.code ?? 502;
    return { status, errorCode: status, body: '<html><body>Bad Gateway</body></html>' };
  }
  return refused(new VkRefusal(rule.kind === 'tooMany' ? 6 : (rule.code ?? 10), rule.description), params);
}
