import type { PairOrder } from '../domain/documents/pair-order.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Work } from './desk-work.ts';

export async function requireOrganization(
  { sql, reach }: Pick<Work, 'sql' | 'reach'>,
  organizationId: string,
): Promise<void> {
  const known = await sql.query(
    `select from organization where id = $3 and programme_id = $1 and ($2::bigint[] is null or id = any($2))`,
    [reach.programmeId, reach.organizationIds, organizationId],
  );
  if (known.length === 0) throw new Refusal('organization-unknown');
}

export function found(order: PairOrder | null): PairOrder {
  if (order === null) throw new Refusal('order-unknown');
  return order;
}

export async function locked(
  { books, reach }: Pick<Work, 'books' | 'reach'>,
  id: string,
): Promise<PairOrder> {
  return found(await books.orders.find(reach, id, true));
}

export function note(
  work: Pick<Work, 'note'>,
  order: Pick<PairOrder, 'id' | 'organizationId'>,
  action: string,
  after: Readonly<Record<string, unknown>>,
  before: Readonly<Record<string, unknown>> | null = null,
): Promise<void> {
  const { id, organizationId } = order;
  return work.note({ action, subject: { kind: 'order', id }, organizationId, before, after });
}
