/** What was typed and is not known to be saved; `null`: points taken away. */
export type Unsaved = { points: Readonly<Record<string, number | null>>; comment?: string };
export type SaverState = 'saved' | 'waiting' | 'saving' | 'lost' | 'refused';
export type SaverSnapshot = { state: SaverState; unsaved: Unsaved; error: unknown };

export type SheetSaver = {
  /** Keeps what was typed and sends it after a moment's rest. */
  put(change: { points?: Readonly<Record<string, number | null>>; comment?: string }): void;
  /** Sends at once; true when nothing is left. */
  flush(): Promise<boolean>;
  /** Tries once more, now: the connection is back. */
  retry(): void;
  snapshot(): SaverSnapshot;
  subscribe(listener: () => void): () => void;
};

type Deps = {
  send(change: Unsaved): Promise<unknown>;
  /** Whether the same may work a little later: no connection, or a server that is down. */
  isPassing(error: unknown): boolean;
  /** Calls back after so many milliseconds; returns what calls it off. */
  after(ms: number, work: () => void): () => void;
};

const restMs = 600;
const firstRetryMs = 2000;
const longestRetryMs = 15_000;
const nothing: Unsaved = { points: {} };

/**
 * Saves a sheet as it is typed. What is not known to be saved stays here, whatever becomes of the page that shows it, and
 * is sent again until it is; what was typed later goes over what was typed before.
 */
export function createSheetSaver({ send, isPassing, after }: Deps): SheetSaver {
  let current: SaverSnapshot = { state: 'saved', unsaved: nothing, error: null };
  let sending: Promise<void> | null = null;
  let callOff: (() => void) | null = null;
  let retryMs = firstRetryMs;
  const listeners = new Set<() => void>();

  const become = (next: Partial<SaverSnapshot>) => {
    current = { ...current, ...next };
    for (const listener of listeners) listener();
  };
  const plan = (ms: number) => {
    callOff?.();
    callOff = after(ms, () => void run());
  };

  async function run(): Promise<void> {
    callOff?.();
    callOff = null;
    if (sending !== null) return sending;
    if (isEmpty(current.unsaved)) return;
    const sent = current.unsaved;
    become({ state: 'saving', unsaved: nothing });
    sending = attempt(sent).finally(() => {
      sending = null;
    });
    return sending;
  }

  async function attempt(sent: Unsaved): Promise<void> {
    try {
      await send(sent);
      retryMs = firstRetryMs;
      const isMore = !isEmpty(current.unsaved);
      become({ state: isMore ? 'waiting' : 'saved', error: null });
      if (isMore) plan(restMs);
    } catch (error) {
      const unsaved = over(sent, current.unsaved);
      if (!isPassing(error)) return become({ state: 'refused', unsaved, error });
      become({ state: 'lost', unsaved, error });
      plan(retryMs);
      retryMs = Math.min(retryMs * 2, longestRetryMs);
    }
  }

  return {
    put({ points = {}, comment }) {
      const unsaved = over(current.unsaved, { points, ...(comment !== undefined && { comment }) });
      const { state } = current;
      become({ unsaved, state: state === 'saving' || state === 'lost' ? state : 'waiting' });
      if (state !== 'lost') plan(restMs);
    },
    async flush() {
      await sending;
      await run();
      return isEmpty(current.unsaved) && current.state === 'saved';
    },
    retry() {
      retryMs = firstRetryMs;
      void run();
    },
    snapshot: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function over(before: Unsaved, later: Unsaved): Unsaved {
  return { ...before, ...later, points: { ...before.points, ...later.points } };
}

function isEmpty({ points, comment }: Unsaved): boolean {
  return comment === undefined && Object.keys(points).length === 0;
}
