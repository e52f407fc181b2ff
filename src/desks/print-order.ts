import { createHash } from 'node:crypto';
import { createOrderBook } from '../database/repositories/order-book.ts';
import { createUploadBook } from '../database/repositories/upload-book.ts';
import type { Sql } from '../database/sql.ts';
import { fillDocx } from '../documents/docx.ts';
import type { Day } from '../domain/calendar/day.ts';
import { paperOf } from '../domain/documents/order-paper.ts';
import { type PairOrder, requireAgreed, requireOpen } from '../domain/documents/pair-order.ts';
import { docxMime } from '../domain/files/docx-plan.ts';
import { documentNames } from '../texts/documents/file-names.ts';
import { orderData } from '../texts/documents/order-data.ts';
import { templateNow } from './template-bytes.ts';

type Printing = { sql: Sql; today: Day; at: Date };

/** The order as it would be printed now, filled off the main thread. */
export async function renderOrder(
  { sql, today }: Pick<Printing, 'sql' | 'today'>,
  order: PairOrder,
): Promise<{ templateId: string | null; bytes: Uint8Array }> {
  const [programme] = await sql.query<{ name: string }>('select name from programme where id = $1', [
    order.programmeId,
  ]);
  const template = await templateNow(sql, order.programmeId, 'pair-order');
  const paper = paperOf(order, { programmeName: programme?.name ?? '', today });
  return { templateId: template.id, bytes: await fillDocx(template.bytes, orderData(paper)) };
}

/**
 * Prints an order whose row is locked and keeps the file in place of what was printed before. `Refusal('order-registered' |
 * 'order-cancelled' | 'order-empty' | 'order-pair-gone')`.
 */
export async function printOrder(
  { sql, today, at }: Printing,
  order: PairOrder,
  by: string,
): Promise<string> {
  requireOpen(order.state);
  requireAgreed(order.pairs);
  const { templateId, bytes } = await renderOrder({ sql, today }, order);
  const name = documentNames.order(order.organizationShortName, null, order.id);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const fileId = await createUploadBook(sql).keep(null, { name, mime: docxMime, bytes, sha256 });
  const book = createOrderBook(sql);
  await book.printed(order.id, fileId, templateId);
  await book.note(order.id, { kind: 'printed', by, facts: { pairs: order.pairs.length }, at });
  return fileId;
}
