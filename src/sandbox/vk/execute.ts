import type { World } from '../world.ts';
import { type Params, readParams } from './params.ts';
import { refusalOf, VkRefusal } from './refusal.ts';
import { runScript } from './script.ts';

/** `execute`: each refused call gives false in its place and a note in `execute_errors`. */
export async function execute(
  world: World,
  code: string,
  call: (method: string, params: Params) => unknown,
): Promise<Record<string, unknown>> {
  const errors: Record<string, unknown>[] = [];

  function packedCall(method: string, args: Record<string, unknown>): unknown {
    const params = readParams(args);
    const record = (outcome: { ok: boolean; answer?: unknown; errorCode?: number }) =>
      world.ledger.record({ platform: 'vk', method, packed: true, params, ...outcome });
    try {
      const { rule } = world.faults.draw('vk', method, ['error']);
      if (rule) throw new VkRefusal(rule.code ?? 10, rule.description);
      const response = call(method, params);
      record({ ok: true, answer: { response } });
      return response;
    } catch (error) {
      const refusal = refusalOf(error);
      errors.push({ method, error_code: refusal.code, error_msg: refusal.message });
      record({ ok: false, errorCode: refusal.code });
      return false;
    }
  }

  const response = await runScript(code, packedCall);
  return { response, ...(errors.length > 0 && { execute_errors: errors }) };
}
