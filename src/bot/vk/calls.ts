import { API, APIRequest, Upload } from 'vk-io';
import { z } from 'zod';
import { createAgent } from '../agent.ts';
import { type NetworkTrouble, networkTrouble } from '../network-trouble.ts';

/** How a call ended. `errors` are those of the calls packed into an `execute`, in their order. */
export type VkResult =
  | { kind: 'answer'; response: unknown; errors: number[] }
  | { kind: 'refusal'; code: number }
  | { kind: 'network'; trouble: NetworkTrouble };

export type VkCall = (method: string, params: Record<string, unknown>) => Promise<VkResult>;

export type VkClient = { call: VkCall; upload: Upload };

const failure = z.object({ error_code: z.number() });
const answerSchema = z.object({
  response: z.unknown().optional(),
  error: failure.optional(),
  execute_errors: z.array(failure).optional(),
});

const publicRoot = 'https://api.vk.ru';

/** What stands in front of `/method/…`: VK's own address unless another is given. */
export function apiRootOf(given: string | undefined): string {
  return (given ?? publicRoot).replace(/\/+$/, '');
}

/**
 * One call is one request. vk-io's own queue is left out on purpose: it waits and repeats by itself at error 6, and
 * keeps a distance between requests that stays below what a community may do.
 */
export function createVkClient({ token, apiRoot }: { token: string; apiRoot: string }): VkClient {
  const agent = createAgent(apiRoot);
  const api = new API({ token, agent, apiBaseUrl: `${apiRoot}/method`, apiTimeout: 30_000 });

  async function call(method: string, params: Record<string, unknown>): Promise<VkResult> {
    let raw: unknown;
    try {
      raw = await new APIRequest({ api, method, params }).make();
    } catch (error) {
      return { kind: 'network', trouble: networkTrouble(error) };
    }
    const answer = answerSchema.safeParse(raw);
    if (!answer.success) return { kind: 'network', trouble: { code: 'no-answer', reached: 'perhaps' } };
    const { response, error, execute_errors = [] } = answer.data;
    if (error) return { kind: 'refusal', code: error.error_code };
    return { kind: 'answer', response, errors: execute_errors.map((one) => one.error_code) };
  }

  return { call, upload: new Upload({ api, agent, uploadTimeout: 60_000 }) };
}
