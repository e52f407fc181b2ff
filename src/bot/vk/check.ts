import { z } from 'zod';
import type { VkCall, VkResult } from './calls.ts';

/** Without these a bot hears nothing, or no presses, and nobody would know why. */
const neededEvents = ['message_new', 'message_event', 'message_allow', 'message_deny'];

const groupsSchema = z.object({ groups: z.tuple([z.object({ screen_name: z.string() })]) });
const settingsSchema = z.object({ is_enabled: z.boolean(), events: z.record(z.string(), z.unknown()) });

/** Asks who the token belongs to and, where we poll, whether the community's settings let us hear people. */
export async function checkVk(call: VkCall, groupId: number, isCalled: boolean) {
  const known = await call('groups.getById', { group_id: groupId });
  if (known.kind !== 'answer') return { ok: false, words: wordsOf(known) };
  const group = groupsSchema.safeParse(known.response);
  if (!group.success) return { ok: false, words: 'no such community' };
  const name = `vk.com/${group.data.groups[0].screen_name}`;
  if (isCalled) return { ok: true, words: name };
  const settings = await call('groups.getLongPollSettings', { group_id: groupId });
  if (settings.kind !== 'answer') return { ok: false, words: `${name}: ${wordsOf(settings)}` };
  const silent = silentEvents(settings.response);
  if (silent.length === 0) return { ok: true, words: name };
  return { ok: false, words: `${name}: switch on in the long poll settings: ${silent.join(', ')}` };
}

function silentEvents(response: unknown): string[] {
  const settings = settingsSchema.safeParse(response);
  if (!settings.success || !settings.data.is_enabled) return ['Long Poll API'];
  return neededEvents.filter((type) => settings.data.events[type] !== 1);
}

function wordsOf(result: Exclude<VkResult, { kind: 'answer' }>): string {
  return result.kind === 'refusal' ? `error ${result.code}` : `network ${result.trouble.code}`;
}
