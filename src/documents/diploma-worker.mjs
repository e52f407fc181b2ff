// Draws one diploma after the other. Plain JavaScript: a worker is started from the file as it is.
import { parentPort } from 'node:worker_threads';
import { draw } from './diploma-draw.mjs';

parentPort.on('message', async (order) => {
  try {
    const made = await draw(order);
    parentPort.postMessage({ product: made }, [made.bytes.buffer]);
  } catch (error) {
    // The name of the fault only: messages may quote the text.
    parentPort.postMessage({ fault: error instanceof Error ? error.name : 'Error' });
  }
});
