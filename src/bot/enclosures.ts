import { backOff } from '../domain/delivery/back-off.ts';
import type { Delivery, DeliveryOutcome } from '../domain/delivery/delivery.ts';
import type { FileContent, FileShelf } from '../domain/files/stored-file.ts';

/** Takes the files of a message from the shelf before anything leaves; or says how the delivery has ended without. */
export async function enclosuresOf(
  files: FileShelf,
  delivery: Delivery,
): Promise<{ contents: FileContent[] } | { outcome: DeliveryOutcome }> {
  try {
    const found = await Promise.all(fileIdsOf(delivery).map((id) => files.read(id)));
    const contents = found.filter((content) => content !== null);
    if (contents.length < found.length) return { outcome: { kind: 'failed', code: 'file-missing' } };
    return { contents };
  } catch {
    const afterMs = backOff(delivery.attempts);
    return { outcome: { kind: 'later', code: 'file-unreadable', afterMs, whole: false } };
  }
}

export function fileIdsOf({ outgoing }: Delivery): readonly string[] {
  return outgoing.kind === 'send' ? (outgoing.message.files ?? []) : [];
}
