import { Worker } from 'node:worker_threads';
import type { PdfSheet } from './pdf-sheet.ts';

type Reply = { bytes: Uint8Array } | { fault: string };

/** A layout that takes longer than this will never end. */
const patienceMs = 60_000;

/**
 * One worker, started at the first sheet and kept; it never keeps the process alive. One sheet at a time, so that a
 * worker that dies takes only the sheet it has in hand: the next one starts another.
 */
export function createPdfWorkshop(workerUrl: URL, patience = patienceMs) {
  let worker: Worker | null = null;
  let last: Promise<unknown> = Promise.resolve();

  function engage(): Worker {
    const hired = new Worker(workerUrl, {
      execArgv: [],
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: 256 },
    });
    hired.once('exit', () => dismiss(hired));
    // Whoever waits for a sheet hears of a fault as well; without a listener it would end the process.
    hired.on('error', () => dismiss(hired));
    hired.unref();
    return hired;
  }

  function dismiss(gone: Worker): void {
    if (worker === gone) worker = null;
  }

  async function layOut(sheet: PdfSheet): Promise<Uint8Array> {
    worker ??= engage();
    const busy = worker;
    busy.ref();
    try {
      const reply = await replyOf(busy, sheet, patience);
      if ('fault' in reply) throw new Error(`the PDF could not be laid out: ${reply.fault}`);
      return reply.bytes;
    } catch (error) {
      // One that was too slow is still at it.
      dismiss(busy);
      await busy.terminate();
      throw error;
    } finally {
      busy.unref();
    }
  }

  return {
    render(sheet: PdfSheet): Promise<Uint8Array> {
      const turn = last.then(() => layOut(sheet));
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}

function replyOf(worker: Worker, sheet: PdfSheet, patience: number): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const settled = <T>(act: (value: T) => void) => {
      return (value: T) => {
        clearTimeout(timer);
        worker.off('message', answered).off('error', failed).off('exit', left);
        act(value);
      };
    };
    const answered = settled<Reply>(resolve);
    const failed = settled<Error>((error) =>
      reject(new Error(`the PDF worker failed: ${error.name}`, { cause: error })),
    );
    const left = settled<number>((code) => reject(new Error(`the PDF worker left with ${code}`)));
    const timer = setTimeout(
      settled<void>(() => reject(new Error('the PDF took too long'))),
      patience,
    );
    worker.on('message', answered).on('error', failed).on('exit', left);
    worker.postMessage(sheet);
  });
}
