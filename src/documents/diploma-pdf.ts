import { availableParallelism } from 'node:os';
import type { DiplomaSheet } from '../domain/diplomas/sheet.ts';
import { createWorkshop, createWorkshops } from './workshop.ts';

export type DiplomaPdf = {
  bytes: Uint8Array;
  /** The size of the smallest type in points, that of the address aside: below 8 it is hard to read. */
  smallest: number;
  /** How many signs were left out, as the font has no shape for them. */
  missing: number;
};

const workerUrl = new URL('./diploma-worker.mjs', import.meta.url);
/** One core stays with whoever talks to people. */
const benches = Math.max(1, Math.min(4, availableParallelism() - 1));
const workshop = createWorkshops<{ sheet: DiplomaSheet; picture: Uint8Array | null }, DiplomaPdf>(
  benches,
  () => createWorkshop({ workerUrl, of: 'diploma' }),
);

/**
 * One A4 page, drawn off the main thread; the same sheet and picture are the same bytes. `picture`: bytes that `checkPicture`
 * has let through, `null` where the design has none. A `WorkFault` for a picture that can't be read after all.
 */
export function renderDiploma(sheet: DiplomaSheet, picture: Uint8Array | null): Promise<DiplomaPdf> {
  return workshop.make({ sheet, picture });
}
