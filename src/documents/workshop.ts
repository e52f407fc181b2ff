import { Worker } from 'node:worker_threads';

type Reply<Product> = { product: Product } | { fault: string };

/** Work that takes longer than this will never end. */
const patienceMs = 60_000;

type Options = {
  /** A worker that answers each message with `{ product }` or `{ fault }`. */
  workerUrl: URL;
  /** What is made, for messages of errors: `PDF`. */
  of: string;
  patience?: number;
  memoryMb?: number;
};

export type Workshop<Order, Product> = { make(order: Order): Promise<Product> };

/**
 * One worker, started at the first order and kept; it never keeps the process alive. One order at a time, so that a
 * worker that dies takes only the order it has in hand: the next one starts another.
 */
export function createWorkshop<Order, Product>(options: Options): Workshop<Order, Product> {
  const { workerUrl, of, patience = patienceMs, memoryMb = 256 } = options;
  let worker: Worker | null = null;
  let last: Promise<unknown> = Promise.resolve();

  function engage(): Worker {
    const hired = new Worker(workerUrl, {
      execArgv: [],
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    });
    hired.once('exit', () => dismiss(hired));
    // Whoever waits for an order hears of a fault as well; without a listener it would end the process.
    hired.on('error', () => dismiss(hired));
    hired.unref();
    return hired;
  }

  function dismiss(gone: Worker): void {
    if (worker === gone) worker = null;
  }

  async function fill(order: Order): Promise<Product> {
    worker ??= engage();
    const busy = worker;
    busy.ref();
    let reply: Reply<Product>;
    try {
      reply = await replyOf<Order, Product>(busy, order, patience, of);
    } catch (error) {
      // One that was too slow is still at it.
      dismiss(busy);
      await busy.terminate();
      throw error;
    } finally {
      busy.unref();
    }
    if ('fault' in reply) throw new WorkFault(of, reply.fault);
    return reply.product;
  }

  return {
    make(order) {
      const turn = last.then(() => fill(order));
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}

/** Several workshops of one kind: an order goes where the fewest wait. */
export function createWorkshops<Order, Product>(
  count: number,
  create: () => Workshop<Order, Product>,
): Workshop<Order, Product> {
  const places = Array.from({ length: count }, () => ({ workshop: create(), waiting: 0 }));
  return {
    async make(order) {
      const place = places.reduce((best, each) => (each.waiting < best.waiting ? each : best));
      place.waiting += 1;
      try {
        return await place.workshop.make(order);
      } finally {
        place.waiting -= 1;
      }
    },
  };
}

/** The worker itself said that it can't be made; `fault` is its word for why. */
export class WorkFault extends Error {
  readonly fault: string;

  constructor(of: string, fault: string) {
    super(`the ${of} could not be made: ${fault}`);
    this.name = 'WorkFault';
    this.fault = fault;
  }
}

function replyOf<Order, Product>(
  worker: Worker,
  order: Order,
  patience: number,
  of: string,
): Promise<Reply<Product>> {
  return new Promise((resolve, reject) => {
    const settled = <T>(act: (value: T) => void) => {
      return (value: T) => {
        clearTimeout(timer);
        worker.off('message', answered).off('error', failed).off('exit', left);
        act(value);
      };
    };
    const answered = settled<Reply<Product>>(resolve);
    const failed = settled<Error>((error) =>
      reject(new Error(`the ${of} worker failed: ${error.name}`, { cause: error })),
    );
    const left = settled<number>((code) => reject(new Error(`the ${of} worker left with ${code}`)));
    const timer = setTimeout(
      settled<void>(() => reject(new Error(`the ${of} took too long`))),
      patience,
    );
    worker.on('message', answered).on('error', failed).on('exit', left);
    worker.postMessage(order);
  });
}
