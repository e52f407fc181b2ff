/** What the receiving end said to one event: taken, or to be sent again, perhaps not before a while. */
export type PushAnswer = { taken: boolean; retryAfterMs?: number };

export type Pusher<T> = { push(item: T): void; waiting(): number; stop(): void };

/**
 * Hands events to a webhook one at a time and in order, each until it is taken: the first repeat comes at once,
 * the later ones after `retryMs`. `post` gets the number of earlier attempts.
 */
export function createPusher<T>(options: {
  retryMs: number;
  post: (item: T, attempt: number) => Promise<PushAnswer>;
}): Pusher<T> {
  const queue: T[] = [];
  let running = false;
  let stopped = false;
  let wake: (() => void) | undefined;

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  async function deliver(item: T): Promise<void> {
    for (let attempt = 0; !stopped; attempt += 1) {
      const answer = await options.post(item, attempt).catch(() => ({ taken: false }) as PushAnswer);
      if (answer.taken) return;
      await pause(answer.retryAfterMs ?? (attempt === 0 ? 0 : options.retryMs));
    }
  }

  async function run(): Promise<void> {
    running = true;
    for (let item = queue[0]; item !== undefined && !stopped; item = queue[0]) {
      await deliver(item);
      queue.shift();
    }
    running = false;
  }

  return {
    push(item) {
      queue.push(item);
      if (!running) void run();
    },
    waiting: () => queue.length,
    stop() {
      stopped = true;
      wake?.();
    },
  };
}

/** The sandbox only ever calls this machine. */
export function isLoopbackUrl(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && /^https?:$/.test(url.protocol) && isLoopbackName(url.hostname);
}

export function isLoopbackName(host: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]', '::1'].includes(host);
}
