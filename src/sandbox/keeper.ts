import type { StoredFile } from './files.ts';
import { type Kept, openStore } from './store.ts';

/** What a burst of changes is gathered for; with the writing itself it stays below the second that a crash may cost. */
const gatherMs = 500;

type Taken = { state: string; files: StoredFile[] };

export type Keeper = ReturnType<typeof createKeeper>;

/** Keeps the sandbox in a folder. No fault of the disk or of what lies there ever stops it: `warn` is told instead. */
export function createKeeper(folder: string, warn: (words: string) => void) {
  const store = openStore(folder);
  let take: (() => Taken) | undefined;
  let timer: NodeJS.Timeout | undefined;
  let writing = Promise.resolve();
  let complaint = '';

  /** A full disk is told of once, not with every write. */
  function complain(words: string): void {
    if (words !== complaint) warn(words);
    complaint = words;
  }

  function save(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    writing = writing
      .then(() => take && store.write(take()))
      .catch((error: unknown) => complain(`the sandbox cannot keep its chats: ${wordsOf(error)}`));
    return writing;
  }

  return {
    /** What an earlier run left; null when there is nothing, or nothing that can be read. */
    read: (): Promise<Kept | null> =>
      store.read().catch(async (error: unknown) => {
        const aside = await store.setAside().catch(wordsOf);
        warn(
          `the sandbox cannot read its earlier chats (${wordsOf(error)}) and begins anew; set aside: ${aside}`,
        );
        return null;
      }),
    /** From here on what `taken` gives is written soon after each `touch`. */
    begin(taken: () => Taken): void {
      take = taken;
    },
    touch(): void {
      if (take) timer ??= setTimeout(save, gatherMs);
    },
    stop: save,
  };
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message.replace(/\s+/g, ' ').slice(0, 200) : String(error);
}
