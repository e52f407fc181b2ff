import { createOrderBook } from '../database/repositories/order-book.ts';
import { readDocx } from '../documents/read-docx.ts';
import { unpack } from '../documents/unpack.ts';
import type { OrderDesk } from '../domain/documents/order-desk.ts';
import { Refusal } from '../domain/refusal.ts';
import { type DeskDeps, staffLook, staffWork } from './desk-work.ts';
import { createOrderDrafts } from './order-drafts.ts';
import { createOrderEndings } from './order-endings.ts';
import { found, locked, note, requireOrganization } from './order-work.ts';
import { printOrder, renderOrder } from './print-order.ts';

export function createOrderDesk(deps: DeskDeps): OrderDesk {
  return {
    list: (staff, query, filter) =>
      staffLook(deps, staff, 'documents:read', ({ sql, reach }) =>
        createOrderBook(sql).list(reach, query, filter),
      ),
    waiting: (staff) =>
      staffLook(deps, staff, 'documents:write', async ({ sql, reach }) =>
        (await createOrderBook(sql).waiting(reach)).map(({ pairIds, ...organization }) => ({
          ...organization,
          pairs: pairIds.length,
        })),
      ),
    candidates: (staff, organizationId) =>
      staffLook(deps, staff, 'documents:write', async ({ sql, reach }) => {
        await requireOrganization({ sql, reach }, organizationId);
        const book = createOrderBook(sql);
        return {
          pairs: await book.candidates(reach, organizationId),
          officials: await book.officials(organizationId),
        };
      }),
    get: (staff, id) =>
      staffLook(deps, staff, 'documents:read', async ({ sql, reach }) =>
        found(await createOrderBook(sql).find(reach, id)),
      ),
    preview: (staff, id) =>
      staffLook(deps, staff, 'documents:read', async ({ sql, reach, today }) => {
        const order = found(await createOrderBook(sql).find(reach, id));
        const { bytes } = await renderOrder({ sql, today }, order);
        return { lines: await linesOf(bytes) };
      }),
    ...createOrderDrafts(deps),
    ...createOrderEndings(deps),
    print: (staff, id) =>
      staffWork(deps, staff, 'documents:write', async (work) => {
        const order = await locked(work, id);
        await printOrder(work, order, staff.personId);
        await note(work, order, 'order.printed', { pairs: order.pairs.length });
        return found(await work.books.orders.find(work.reach, id));
      }),
    printMany: (staff, ids, call) =>
      staffWork(deps, staff, 'documents:write', async (work) => {
        const { books, reach, at } = work;
        // Kept is which one it was: how far it is changes.
        const { id } = await work.once(call, async () => {
          const orderIds = [...new Set(ids)];
          const known = await work.sql.query(
            `select from pair_order where id = any($1::bigint[]) and programme_id = $2
               and ($3::bigint[] is null or organization_id = any($3))`,
            [orderIds, reach.programmeId, reach.organizationIds],
          );
          if (known.length !== orderIds.length) throw new Refusal('order-unknown');
          const order = { kind: 'orders-print', power: 'documents:write', reach, at } as const;
          const errand = await books.errands.order({
            ...order,
            params: { orderIds },
            createdBy: staff.personId,
          });
          return { id: errand.id };
        });
        const errand = await books.errands.find(
          { programmeId: reach.programmeId, createdBy: staff.personId },
          id,
        );
        if (errand === null) throw new Refusal('errand-unknown');
        return errand;
      }),
  };
}

async function linesOf(bytes: Uint8Array): Promise<string[]> {
  const { paragraphs, rows } = readDocx(await unpack(bytes));
  return [...paragraphs, ...rows.map((cells) => cells.filter((cell) => cell !== '').join('  '))];
}
