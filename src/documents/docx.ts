import { availableParallelism } from 'node:os';
import type { TemplateTag } from '../domain/documents/check-tags.ts';
import type { DocumentData } from '../domain/documents/document-data.ts';
import { createWorkshop, createWorkshops, WorkFault, type Workshop } from './workshop.ts';
import { storable } from './write-docx.ts';

type Order =
  | { kind: 'fill'; template: Uint8Array; data: DocumentData }
  | { kind: 'fields'; template: Uint8Array };

const workerUrl = new URL('./docx-worker.mjs', import.meta.url);

/** One core stays with whoever talks to people. */
const benches = Math.max(1, Math.min(4, availableParallelism() - 1));
const workshop = createWorkshops<Order, unknown>(benches, () => createWorkshop({ workerUrl, of: 'DOCX' }));
/** What staff upload is looked through apart from what waits to be printed. */
const gatehouse: Workshop<Order, unknown> = createWorkshop({
  workerUrl,
  of: 'template',
  patience: 10_000,
  memoryMb: 128,
});

/** A template with its fields filled in, off the main thread. */
export async function fillDocx(template: Uint8Array, data: DocumentData): Promise<Uint8Array> {
  return (await workshop.make({ kind: 'fill', template, data: cleaned(data) })) as Uint8Array;
}

/** The fields of a template in the order in which they stand; a fault of its braces as a word. */
export async function fieldsOf(template: Uint8Array): Promise<TemplateTag[] | { fault: string }> {
  try {
    return (await gatehouse.make({ kind: 'fields', template })) as TemplateTag[];
  } catch (error) {
    if (error instanceof WorkFault) return { fault: error.fault };
    throw error;
  }
}

function cleaned(data: DocumentData): DocumentData {
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => {
      if (typeof value === 'string') return [name, storable(value)];
      return [name, typeof value === 'boolean' ? value : value.map(cleaned)];
    }),
  );
}
