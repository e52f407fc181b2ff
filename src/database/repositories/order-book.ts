import type { OrderBook } from '../../domain/documents/order-book.ts';
import { Refusal } from '../../domain/refusal.ts';
import { QueryFailed, type Sql } from '../sql.ts';
import { listOrders, pairsToOrder, readOrder, waitingOrganizations } from './order-cards.ts';
import { createOrderPeople } from './order-people.ts';
import { storable, storableJson } from './storable-json.ts';

export function createOrderBook(sql: Sql): OrderBook {
  return {
    candidates: (reach, organizationId) => pairsToOrder(sql, reach, organizationId),
    waiting: (reach) => waitingOrganizations(sql, reach),
    list: (reach, query, filter) => listOrders(sql, reach, query, filter),
    find: (reach, id, lock = false) => readOrder(sql, reach, id, lock),
    ...createOrderPeople(sql),
    async create({ programmeId, organizationId, basis, points, controlId, signerId, by }, pairIds, at) {
      const [row] = await sql.query<{ id: string }>(
        `insert into pair_order (programme_id, organization_id, basis, points, control_id, signer_id, created_by, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8) returning id::text`,
        [programmeId, organizationId, storable(basis), storableJson(points), controlId, signerId, by, at],
      );
      if (row === undefined) throw new Error('an insert returned no row');
      await putPairs(sql, row.id, pairIds);
      return row.id;
    },
    async setPairs(orderId, pairIds) {
      await sql.query('delete from pair_order_pair where order_id = $1', [orderId]);
      await putPairs(sql, orderId, pairIds);
      await touch(sql, orderId);
    },
    async setText(orderId, { basis, points, controlId, signerId }) {
      await sql.query(
        'update pair_order set basis = $2, points = $3, control_id = $4, signer_id = $5 where id = $1',
        [orderId, storable(basis), storableJson(points), controlId, signerId],
      );
      await touch(sql, orderId);
    },
    ...endings(sql),
    async note(orderId, { kind, by, facts = {}, at }) {
      await sql.query(
        'insert into pair_order_event (order_id, person_id, kind, facts, at) values ($1, $2, $3, $4, $5)',
        [orderId, by, kind, storableJson(facts), at],
      );
    },
  };
}

function endings(sql: Sql): Pick<OrderBook, 'printed' | 'register' | 'scanned' | 'cancel'> {
  return {
    async printed(orderId, fileId, templateId) {
      // What was printed before was never signed: nobody needs it any more.
      await sql.query(
        `with former as (select file_id from pair_order where id = $1 and state <> 'registered'),
           renewed as (update pair_order set file_id = $2, template_id = $3, printed_revision = revision,
             state = case state when 'draft' then 'printed' else state end where id = $1)
         delete from stored_file where id in (select file_id from former)`,
        [orderId, fileId, templateId],
      );
    },
    async register(orderId, number, orderedOn) {
      try {
        await sql.query(
          `update pair_order set state = 'registered', number = $2, ordered_on = $3::date,
             year = extract(year from $3::date) where id = $1`,
          [orderId, number, orderedOn],
        );
      } catch (error) {
        const isTaken = error instanceof QueryFailed && error.constraint === 'pair_order_number';
        throw isTaken ? new Refusal('order-number-taken', { number }) : error;
      }
    },
    async scanned(orderId, fileId) {
      await sql.query(
        `with former as (select scan_file_id from pair_order where id = $1),
           renewed as (update pair_order set scan_file_id = $2 where id = $1)
         delete from stored_file where id in (select scan_file_id from former)`,
        [orderId, fileId],
      );
    },
    async cancel(orderId) {
      await sql.query(`update pair_order set state = 'cancelled' where id = $1`, [orderId]);
      await sql.query('update pair_order_pair set live = false where order_id = $1', [orderId]);
    },
  };
}

/** What it says has changed: what was printed is of yesterday. */
export async function touch(sql: Sql, orderId: string): Promise<void> {
  await sql.query(
    `update pair_order set revision = revision + 1, state = case state when 'printed' then 'draft' else state end
     where id = $1`,
    [orderId],
  );
}

async function putPairs(sql: Sql, orderId: string, pairIds: readonly string[]): Promise<void> {
  const put = await sql
    .query(
      `insert into pair_order_pair (order_id, pair_id, position)
       select r.id, p.id, n.position from unnest($2::bigint[]) with ordinality n (id, position)
       join pair_order r on r.id = $1
       join pair p on p.id = n.id and p.state = 'agreed' and p.organization_id = r.organization_id
       returning id`,
      [orderId, pairIds],
    )
    .catch((error: unknown) => {
      // In two orders at once, or twice in this one.
      if (error instanceof QueryFailed && error.code === '23505') throw new Refusal('order-pair-gone');
      throw error;
    });
  if (put.length !== pairIds.length) throw new Refusal('order-pair-gone');
}
