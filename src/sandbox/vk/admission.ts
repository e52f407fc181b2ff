import { createSlidingWindow } from '../rates.ts';
import type { Params } from './params.ts';
import { VkRefusal } from './refusal.ts';

/** Requests a second. */
export type VkLimits = { perSecond: number; servicePerSecond: number; userPerSecond: number };

export type VkTokens = { token: string; serviceToken: string; userToken: string };

const anyTokens = ['users.get', 'groups.getById', 'utils.getServerTime'];
const readsWalls = ['wall.get', 'wall.getById', 'newsfeed.search'];
/** What a service token and a user token may call, and what a community token may not. */
const serviceMethods = [...anyTokens, ...readsWalls];
const userMethods = [...serviceMethods, 'wall.post', 'execute'];
const refusedToCommunity = /^(wall\.(get|getById|search|post)|newsfeed\.search|likes\.getList)$/;

export type Admission = ReturnType<typeof createAdmission>;

/** Both throw VK's refusal: `admit` checks token, rate and version of a request, `mayCall` what is packed into one. */
export function createAdmission(tokens: VkTokens, limits: VkLimits, elapsed: () => number) {
  const window = (perSecond: number) => createSlidingWindow(perSecond, 1000, elapsed);
  const kinds = new Map([
    [
      tokens.token,
      { rate: window(limits.perSecond), refuses: (name: string) => refusedToCommunity.test(name), code: 27 },
    ],
    [
      tokens.serviceToken,
      {
        rate: window(limits.servicePerSecond),
        refuses: (name: string) => !serviceMethods.includes(name),
        code: 28,
      },
    ],
    [
      tokens.userToken,
      {
        rate: window(limits.userPerSecond),
        refuses: (name: string) => !userMethods.includes(name),
        code: 15,
      },
    ],
  ]);

  function kindOf(given: string | undefined) {
    if (given === undefined) throw new VkRefusal(5, 'no access_token passed');
    const kind = kinds.get(given);
    if (!kind) throw new VkRefusal(5);
    return kind;
  }

  function mayCall(method: string, given: string | undefined): void {
    const kind = kindOf(given);
    if (kind.refuses(method)) throw new VkRefusal(kind.code);
  }

  return {
    mayCall,
    admit(method: string, { access_token: given, v }: Params): void {
      const { rate } = kindOf(given);
      if (rate.waitMs() > 0) throw new VkRefusal(6);
      rate.take();
      if (v === undefined) throw new VkRefusal(8);
      mayCall(method, given);
    },
  };
}
