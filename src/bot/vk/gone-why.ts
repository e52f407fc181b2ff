import { z } from 'zod';
import type { GoneWhy } from '../../domain/posts/post.ts';
import type { PostTrouble } from '../../domain/posts/post-reader.ts';
import type { VkCall } from './calls.ts';
import { postTrouble, stopsAll, unreadable } from './post-trouble.ts';

const usersPerCall = 1000;
const groupsPerCall = 500;

const usersSchema = z.array(
  z.object({
    id: z.number(),
    deactivated: z.string().optional(),
    is_closed: z.boolean().optional(),
    can_access_closed: z.boolean().optional(),
  }),
);
const groupsSchema = z.object({
  groups: z.array(
    z.object({ id: z.number(), deactivated: z.string().optional(), is_closed: z.number().optional() }),
  ),
});

/**
 * Why posts of these walls (negative: communities) are not shown, as far as the owner is the reason: `unknown` where the
 * wall is open. Asked in batches; a batch that failed leaves its owners a trouble.
 */
export async function askWhyGone(
  call: VkCall,
  ownerIds: readonly number[],
): Promise<Map<number, GoneWhy | PostTrouble>> {
  const people = [...new Set(ownerIds.filter((id) => id > 0))];
  const communities = [...new Set(ownerIds.filter((id) => id < 0))];
  const batches = [
    ...chunks(people, usersPerCall).map((ids) => ({ ids, ask: whyOfUsers })),
    ...chunks(communities, groupsPerCall).map((ids) => ({ ids, ask: whyOfGroups })),
  ];
  const why = new Map<number, GoneWhy | PostTrouble>();
  let stopped: PostTrouble | null = null;
  for (const { ids, ask } of batches) {
    const answer: Map<number, GoneWhy> | PostTrouble = stopped ?? (await ask(call, ids));
    const isTrouble = 'code' in answer;
    if (isTrouble && stopsAll(answer)) stopped = answer;
    for (const id of ids) why.set(id, isTrouble ? answer : (answer.get(id) ?? 'no-such-owner'));
  }
  return why;
}

async function whyOfUsers(call: VkCall, ids: readonly number[]): Promise<Map<number, GoneWhy> | PostTrouble> {
  const result = await call('users.get', { user_ids: ids.join(',') });
  if (result.kind !== 'answer') return postTrouble(result);
  const users = usersSchema.safeParse(result.response);
  if (!users.success) return unreadable('users.get');
  return new Map(
    users.data.map(({ id, deactivated, is_closed, can_access_closed }) => {
      if (deactivated !== undefined) return [id, 'no-such-owner'];
      return [id, is_closed && can_access_closed !== true ? 'closed-profile' : 'unknown'];
    }),
  );
}

async function whyOfGroups(
  call: VkCall,
  ids: readonly number[],
): Promise<Map<number, GoneWhy> | PostTrouble> {
  const result = await call('groups.getById', { group_ids: ids.map((id) => -id).join(',') });
  if (result.kind !== 'answer') return postTrouble(result);
  const answer = groupsSchema.safeParse(result.response);
  if (!answer.success) return unreadable('groups.getById');
  return new Map(
    answer.data.groups.map(({ id, deactivated, is_closed = 0 }) => {
      if (deactivated !== undefined) return [-id, 'no-such-owner'];
      return [-id, is_closed > 0 ? 'closed-community' : 'unknown'];
    }),
  );
}

export function chunks<T>(items: readonly T[], size: number): T[][] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}
