import { createHash } from 'node:crypto';
import { createOrderBook } from '../database/repositories/order-book.ts';
import { createPairBook } from '../database/repositories/pair-book.ts';
import type { OrderDesk } from '../domain/documents/order-desk.ts';
import { requireNumberable, requireOpen } from '../domain/documents/pair-order.ts';
import { sniff } from '../domain/files/sniff.ts';
import { FileTrouble } from '../domain/files/stored-file.ts';
import { Refusal } from '../domain/refusal.ts';
import { documentNames, fileNameOf } from '../texts/documents/file-names.ts';
import { type DeskDeps, staffLook, staffWork } from './desk-work.ts';
import { found, locked, note } from './order-work.ts';

const scanTypes = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp', 'image/heic'];

type Endings = Pick<OrderDesk, 'register' | 'cancel' | 'scan' | 'file'>;

/** Everything after the printing: number and date, the signed original, or giving it up. */
export function createOrderEndings(deps: DeskDeps): Endings {
  return {
    register: (staff, id, { number, orderedOn }) =>
      staffWork(deps, staff, 'documents:write', async (work) => {
        const { books, sql, at, today } = work;
        const order = await locked(work, id);
        requireNumberable(order, orderedOn, today);
        const isFirst = order.state === 'printed';
        await books.orders.register(id, number, orderedOn);
        if (isFirst) {
          const pairIds = order.pairs.map((pair) => pair.id);
          await createPairBook(sql).markOrdered(pairIds, id, at, staff.personId);
        }
        const kind = isFirst ? 'registered' : 'renumbered';
        await books.orders.note(id, { kind, by: staff.personId, facts: { number, orderedOn }, at });
        const before = { state: order.state, number: order.number, orderedOn: order.orderedOn };
        await note(work, order, `order.${kind}`, { state: 'registered', number, orderedOn }, before);
        return found(await books.orders.find(work.reach, id));
      }),
    cancel: (staff, id, reason) =>
      staffWork(deps, staff, 'documents:write', async (work) => {
        const { books, at } = work;
        const order = await locked(work, id);
        requireOpen(order.state);
        await books.orders.cancel(id);
        await books.orders.note(id, { kind: 'cancelled', by: staff.personId, facts: { reason }, at });
        await note(work, order, 'order.cancelled', { state: 'cancelled', reason }, { state: order.state });
        return found(await books.orders.find(work.reach, id));
      }),
    scan: (staff, id, { name, bytes }) =>
      staffWork(deps, staff, 'documents:write', async (work) => {
        const { books, at } = work;
        const order = await locked(work, id);
        if (order.state !== 'registered') throw new Refusal('order-not-registered');
        const mime = sniff(name, bytes);
        if (!scanTypes.includes(mime)) throw new FileTrouble('not-a-scan', { final: true });
        const ending = /\.([a-z0-9]{1,5})$/iu.exec(name)?.[1]?.toLowerCase() ?? 'pdf';
        const sha256 = createHash('sha256').update(bytes).digest('hex');
        const title = fileNameOf(
          ['Приказ №', order.number ?? '', order.organizationShortName, 'скан'],
          ending,
        );
        const fileId = await books.uploads.keep(null, { name: title, mime, bytes, sha256 });
        await books.orders.scanned(id, fileId);
        await books.orders.note(id, {
          kind: 'scanned',
          by: staff.personId,
          facts: { size: bytes.length },
          at,
        });
        await note(work, order, 'order.scanned', { size: bytes.length, sha256 });
        return found(await books.orders.find(work.reach, id));
      }),
    file: (staff, id, which) =>
      staffLook(deps, staff, 'documents:read', async ({ sql, reach }) => {
        const order = found(await createOrderBook(sql).find(reach, id));
        const fileId = which === 'print' ? order.fileId : order.scanFileId;
        const file = fileId === null ? null : await deps.files.read(fileId);
        if (file === null) throw new Refusal('order-unknown');
        // The number became known after the file was made.
        const name =
          which === 'scan'
            ? file.name
            : documentNames.order(order.organizationShortName, order.number, order.id);
        return { ...file, name };
      }),
  };
}
