import { createHash } from 'node:crypto';
import { faultOf } from '../domain/delivery/fault.ts';
import { sniff } from '../domain/files/sniff.ts';
import { FileTrouble, largestFile, type WantedFile, type WantedFiles } from '../domain/files/stored-file.ts';
import type { Log } from '../domain/log.ts';
import { fileNotFetched } from '../texts/files.ts';
import type { Messenger } from './messenger.ts';

type FetcherDeps = {
  files: WantedFiles;
  messengers: readonly Pick<Messenger, 'platform' | 'fetchFile'>[];
  log: Log;
  maxBytes?: number;
};

export type FileFetcher = {
  start(): void;
  /** There may be something to fetch. */
  wake(): void;
  /** Resolves once nothing is being fetched and nothing is due. */
  idle(): Promise<void>;
  stop(): Promise<void>;
};

const lookEveryMs = 10_000;
const atOnce = 3;
/** Longer than the slowest download: whoever dies over a file leaves it to the next after this. */
const claimMs = 180_000;

const second = 1000;
/** Telegram's links live an hour and VK's longer, so a day of trying would be in vain. */
const pausesMs = [5 * second, 30 * second, 120 * second, 600 * second, 3000 * second];

/** Brings the bytes of files that people handed in from the platforms into rows. */
export function createFileFetcher({
  files,
  messengers,
  log,
  maxBytes = largestFile,
}: FetcherDeps): FileFetcher {
  const byPlatform = new Map(messengers.map((messenger) => [messenger.platform, messenger]));
  let timer: NodeJS.Timeout | undefined;
  let round: Promise<void> | null = null;
  let again = false;
  let stopped = false;

  async function rounds(): Promise<void> {
    do {
      again = false;
      try {
        const wanted = await files.claim([...byPlatform.keys()], atOnce, claimMs);
        await Promise.all(wanted.map(bring));
        if (wanted.length > 0) again = true;
      } catch (error) {
        log.error(faultOf(error), 'Looking for wanted files failed');
      }
    } while (again && !stopped);
  }

  async function bring(file: WantedFile): Promise<void> {
    try {
      const messenger = byPlatform.get(file.platform);
      if (!messenger) throw new FileTrouble('no-such-platform', { final: true });
      const bytes = await messenger.fetchFile(file.source, maxBytes);
      const mime = sniff(file.name, bytes);
      await files.store(file.id, { mime, bytes, sha256: createHash('sha256').update(bytes).digest('hex') });
    } catch (error) {
      await putOff(file, error);
    }
  }

  async function putOff({ id, name, platform, attempts }: WantedFile, error: unknown): Promise<void> {
    const trouble = error instanceof FileTrouble ? error : null;
    const code = trouble?.code ?? faultOf(error).code;
    const pauseMs = trouble?.final ? undefined : pausesMs[attempts - 1];
    const fields = { file: id, platform, attempts, code };
    if (pauseMs === undefined) {
      log.warn(fields, 'A file that was handed in could not be fetched');
      await files.giveUp(id, code, fileNotFetched(name, code));
    } else {
      log.info(fields, 'Fetching a file failed and is tried again');
      await files.tryLater(id, code, pauseMs);
    }
  }

  function wake(): void {
    if (stopped) return;
    again = true;
    round ??= rounds().finally(() => {
      round = null;
      if (again) wake(); // asked for while the last round was ending
    });
  }

  return {
    start() {
      timer ??= setInterval(wake, lookEveryMs);
      wake();
    },
    wake,
    async idle() {
      while (round) await round;
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await round;
    },
  };
}
