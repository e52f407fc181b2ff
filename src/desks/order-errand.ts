import { createOrderBook } from '../database/repositories/order-book.ts';
import { createStoredFileBook } from '../database/repositories/stored-file-book.ts';
import type { Database } from '../database/sql.ts';
import type { Clock } from '../domain/calendar/clock.ts';
import { toDay } from '../domain/calendar/day.ts';
import type { ErrandContext, ErrandKind } from '../domain/errands/errand.ts';
import { Refusal } from '../domain/refusal.ts';
import { documentNames } from '../texts/documents/file-names.ts';
import { keepArchive } from './errand-archive.ts';
import { printOrder } from './print-order.ts';

/** Orders in hand at once; the templates are filled in other threads. */
const abreast = 4;

/**
 * Prints the orders that are not printed as they are now, and puts all of them into one archive. One that can't be printed
 * (a pair that is gone) is left out and counted. Whoever ordered it could reach them all.
 */
export function createOrdersErrand({ database, clock }: { database: Database; clock: Clock }): ErrandKind {
  return {
    async run(params, context) {
      const orderIds = (params.orderIds as readonly string[]) ?? [];
      const files: string[] = [];
      let skipped = 0;
      for (let from = 0; from < orderIds.length; from += abreast) {
        await context.progress(from, orderIds.length + 1);
        const chunk = orderIds.slice(from, from + abreast);
        const made = await Promise.all(chunk.map((id) => print(database, clock, id, context)));
        files.push(...made.flatMap((fileId) => fileId ?? []));
        skipped += made.filter((fileId) => fileId === null).length;
      }
      await context.progress(orderIds.length, orderIds.length + 1);
      const facts = { orders: files.length, skipped };
      if (files.length === 0) return { facts };
      return { facts, fileId: await pack(database, files, context) };
    },
  };
}

/** The file of the order; `null` where it can't be printed. Printed already it stays as it is, so that twice is once. */
async function print(
  database: Database,
  clock: Clock,
  id: string,
  { programmeId, createdBy }: ErrandContext,
): Promise<string | null> {
  const at = clock.now();
  try {
    return await database.transaction(async (sql) => {
      const [zone] = await sql.query<{ zone: string }>(
        'select time_zone as zone from programme where id = $1',
        [programmeId],
      );
      const order = await createOrderBook(sql).find({ programmeId, organizationIds: null }, id, true);
      if (order === null || order.state === 'cancelled') return null;
      if (order.fileId !== null && (order.isPrintCurrent || order.state === 'registered'))
        return order.fileId;
      return await printOrder({ sql, at, today: toDay(at, zone?.zone ?? 'UTC') }, order, createdBy);
    });
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

async function pack(
  database: Database,
  fileIds: readonly string[],
  { errandId }: ErrandContext,
): Promise<string> {
  const shelf = createStoredFileBook(database);
  const files = [];
  for (const id of fileIds) {
    const file = await shelf.read(id);
    if (file !== null) files.push(file);
  }
  return keepArchive(database, files, { errandId, name: documentNames.orders });
}
