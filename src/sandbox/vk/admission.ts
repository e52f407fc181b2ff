import { createSlidingWindow } from '../rates.ts';
import type { Params } from './params.ts';
import { VkRefusal } from './refusal.ts';

/** Requests a second. */
export type VkLimits = { perSecond: number; servicePerSecond: number };

/** What a service token may call, and what a community token may not. */
const serviceMethods = ['users.get', 'groups.getById', 'utils.getServerTime'];
const refusedToCommunity = /^(wall\.(get|getById|search)|newsfeed\.search|likes\.getList)$/;

/** Checks token, rate and version of a request; throws VK's refusal. */
export function createAdmission(
  tokens: { token: string; serviceToken: string | undefined },
  limits: VkLimits,
  elapsed: () => number,
): (method: string, params: Params) => void {
  const community = createSlidingWindow(limits.perSecond, 1000, elapsed);
  const service = createSlidingWindow(limits.servicePerSecond, 1000, elapsed);

  return (method, { access_token: given, v }) => {
    if (given === undefined) throw new VkRefusal(5, 'no access_token passed');
    const isService = given === tokens.serviceToken;
    if (!isService && given !== tokens.token) throw new VkRefusal(5);
    const rate = isService ? service : community;
    if (rate.waitMs() > 0) throw new VkRefusal(6);
    rate.take();
    if (v === undefined) throw new VkRefusal(8);
    if (isService && !serviceMethods.includes(method)) throw new VkRefusal(28);
    if (!isService && refusedToCommunity.test(method)) throw new VkRefusal(27);
  };
}
