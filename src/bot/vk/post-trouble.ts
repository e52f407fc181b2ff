import type { PostTrouble } from '../../domain/posts/post-reader.ts';
import type { VkResult } from './calls.ts';

const second = 1000;
const minute = 60 * second;

type Meaning = Omit<PostTrouble, 'code'>;

const meanings: Record<number, Meaning> = {
  1: { kind: 'passing', retryAfterMs: 10 * second },
  10: { kind: 'passing', retryAfterMs: 10 * second },
  // Too many a second.
  6: { kind: 'rate', retryAfterMs: second },
  // Too many alike.
  9: { kind: 'rate', retryAfterMs: 10 * minute },
  // A captcha: too many for its taste.
  14: { kind: 'rate', retryAfterMs: 10 * minute },
  // The method's own limit, counted by the day.
  29: { kind: 'rate', retryAfterMs: 10 * minute },
  5: { kind: 'token', retryAfterMs: 10 * minute },
  15: { kind: 'token', retryAfterMs: 10 * minute },
  27: { kind: 'token', retryAfterMs: 10 * minute },
  28: { kind: 'token', retryAfterMs: 10 * minute },
};

/** What a call that gave no answer means for whoever asked about posts. */
export function postTrouble(result: Exclude<VkResult, { kind: 'answer' }>): PostTrouble {
  if (result.kind === 'network')
    return { code: `network ${result.trouble.code}`, kind: 'network', retryAfterMs: 10 * second };
  const meaning = meanings[result.code] ?? { kind: 'ours', retryAfterMs: 10 * minute };
  return { code: `vk-${result.code}`, ...meaning };
}

/** VK answered something that we do not understand. */
export function unreadable(method: string): PostTrouble {
  return { code: `answer ${method}`, kind: 'ours', retryAfterMs: 10 * minute };
}

/** Asking on would only make it worse, or is in vain. */
export function stopsAll({ kind }: PostTrouble): boolean {
  return kind === 'rate' || kind === 'token' || kind === 'network';
}
