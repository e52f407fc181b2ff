import { z } from 'zod';
import { keyText, type PostKey, type PostLook } from '../../domain/posts/post.ts';
import type { PostLooks, PostTrouble } from '../../domain/posts/post-reader.ts';
import type { VkCall, VkResult } from './calls.ts';
import { askWhyGone, chunks } from './gone-why.ts';
import { postTrouble, stopsAll, unreadable } from './post-trouble.ts';
import { keyOfItem, lookOfItem } from './read-post.ts';

const postsPerCall = 100;
/** So many answers are waited for at once: with a tenth of a second each that is what the fastest token may ask. */
const atOnce = 4;

const answerSchema = z.object({ items: z.array(z.unknown()) });

/** Where VK refuses a whole call for one post or one owner in it: no access, deleted, private, parameter. */
const perhapsOfOne: ReadonlySet<number> = new Set([15, 18, 30, 100]);

/** `absent`: VK answered, and this one was not among what it gave; `code`: what it said instead, where it did. */
type Found = { looks: Map<string, PostLook>; troubles: Map<string, PostTrouble>; absent: Absent[] };
type Absent = { key: PostKey; refusal: PostTrouble | null };

export async function lookAtPosts(call: VkCall, keys: readonly PostKey[]): Promise<PostLooks> {
  const found: Found = { looks: new Map(), troubles: new Map(), absent: [] };
  const unique = [...new Map(keys.map((key) => [keyText(key), key])).values()];
  const waiting = chunks(unique, postsPerCall);
  let stopped: PostTrouble | null = null;

  async function work(): Promise<void> {
    for (let batch = waiting.shift(); batch; batch = waiting.shift()) {
      const trouble: PostTrouble | null = stopped ?? (await lookAtBatch(call, batch, found));
      if (!trouble) continue;
      if (stopsAll(trouble)) stopped = trouble;
      for (const key of batch) {
        const name = keyText(key);
        if (!found.looks.has(name) && !isAbsent(found, name)) found.troubles.set(name, trouble);
      }
    }
  }

  await Promise.all(Array.from({ length: Math.min(atOnce, waiting.length) }, work));
  await explain(call, found, stopped);
  return { looks: found.looks, troubles: found.troubles };
}

/** Gives what stopped it, and then nothing is known of those it has not written down. */
async function lookAtBatch(
  call: VkCall,
  batch: readonly PostKey[],
  found: Found,
): Promise<PostTrouble | null> {
  const result = await call('wall.getById', { posts: batch.map(keyText).join(',') });
  if (result.kind === 'answer') return takeAnswer(result.response, batch, found);
  if (result.kind === 'network' || !perhapsOfOne.has(result.code)) return postTrouble(result);
  if (batch.length === 1) return takeRefusal(result, batch, found);
  // One of them spoils it for the others: halves find it with few calls.
  for (const half of chunks(batch, Math.ceil(batch.length / 2))) {
    const trouble = await lookAtBatch(call, half, found);
    if (trouble) return trouble;
  }
  return null;
}

function takeAnswer(response: unknown, batch: readonly PostKey[], found: Found): PostTrouble | null {
  const answer = answerSchema.safeParse(response);
  if (!answer.success) return unreadable('wall.getById');
  const asked = new Set(batch.map(keyText));
  let isUnderstood = true;
  for (const item of answer.data.items) {
    const key = keyOfItem(item);
    const look = key && lookOfItem(key, item);
    if (look && key && asked.has(keyText(key))) found.looks.set(keyText(key), look);
    else isUnderstood &&= look !== null;
  }
  // An item that we cannot read may be any of those that seem absent.
  if (!isUnderstood) return unreadable('wall.getById');
  const absent = batch.filter((key) => !found.looks.has(keyText(key)));
  found.absent.push(...absent.map((key) => ({ key, refusal: null })));
  return null;
}

/** 30 and 18 speak of the owner. 15 and 100 may as well speak of our token or our call: the owner is asked about. */
function takeRefusal(
  result: Extract<VkResult, { kind: 'refusal' }>,
  [key]: readonly PostKey[],
  found: Found,
): null {
  if (!key) return null;
  if (result.code === 30) found.looks.set(keyText(key), { kind: 'gone', why: 'closed-profile' });
  else if (result.code === 18) found.looks.set(keyText(key), { kind: 'gone', why: 'no-such-owner' });
  else found.absent.push({ key, refusal: postTrouble(result) });
  return null;
}

/** Tells why the absent ones are; those that VK refused with a doubtful word are gone only where their owner is the reason. */
async function explain(call: VkCall, found: Found, stopped: PostTrouble | null): Promise<void> {
  const owners = found.absent.map(({ key }) => key.ownerId);
  const reasons = stopped ? null : await askWhyGone(call, owners);
  for (const { key, refusal } of found.absent) {
    const why = reasons?.get(key.ownerId) ?? stopped ?? unreadable('wall.getById');
    if (typeof why === 'object') found.troubles.set(keyText(key), why);
    else if (why === 'unknown' && refusal) found.troubles.set(keyText(key), refusal);
    else found.looks.set(keyText(key), { kind: 'gone', why });
  }
}

function isAbsent({ absent }: Found, name: string): boolean {
  return absent.some(({ key }) => keyText(key) === name);
}
