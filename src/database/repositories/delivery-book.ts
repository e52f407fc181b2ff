import type { Claim, ClaimedDelivery, DeliveryBook } from '../../domain/delivery/delivery-book.ts';
import { randomIdOf } from '../../domain/delivery/random-id.ts';
import { mayRepeat } from '../../domain/delivery/settle.ts';
import type { Outgoing } from '../../domain/messages/message.ts';
import type { MayNameOthers } from '../../domain/people/channel.ts';
import type { Database } from '../sql.ts';
import { priorityNumbers } from './delivery-outbox.ts';
import { settleRows } from './delivery-settling.ts';

export function createDeliveryBook(
  database: Database,
  mayNameOthers: MayNameOthers = () => true,
): DeliveryBook {
  return {
    async claim(claim) {
      const rows = await database.query<ClaimedRow>(claimText, claimValues(claim));
      return rows.map(asDelivery).sort(inTurn);
    },

    async settle(holder, settled) {
      if (settled.length > 0) await settleRows(database, holder, settled, mayNameOthers);
    },

    recover(courier, holder) {
      return database.transaction(async (sql) => {
        const left = await sql.query<{ id: string; kind: Outgoing['kind'] }>(
          `select id, outgoing->>'kind' as kind from delivery
           where platform = $1 and state = 'claimed' and claimed_by <> $2 for update`,
          [courier.platform, holder],
        );
        const again = left.filter((row) => mayRepeat(row.kind, courier)).map((row) => row.id);
        const doubtful = left.filter((row) => !mayRepeat(row.kind, courier)).map((row) => row.id);
        await sql.query(`update delivery set state = 'planned', claimed_by = null where id = any($1)`, [
          again,
        ]);
        // claimed_by stays: should that sender be alive after all, its late answer still counts.
        await sql.query(
          `update delivery set state = 'uncertain', error = 'sender-died', settled_at = clock_timestamp()
           where id = any($1)`,
          [doubtful],
        );
        return { planned: again.length, uncertain: doubtful.length };
      });
    },

    async unclaim(platform, holder, exceptIds) {
      const rows = await database.query(
        `update delivery set state = 'planned', claimed_by = null, attempts = attempts - 1
         where platform = $1 and state = 'claimed' and claimed_by = $2 and id <> all($3)
         returning id`,
        [platform, holder, exceptIds],
      );
      return rows.length;
    },

    async pending(platform) {
      const [row] = await database.query<{ pending: number }>(
        `select count(*)::int as pending from delivery
         where platform = $1 and (state = 'claimed' or state = 'planned' and not_before <= clock_timestamp())`,
        [platform],
      );
      return row?.pending ?? 0;
    },

    uncertainDeliveries() {
      return database.query(
        `select id, platform, account_id as "accountId", person_id as "personId", error,
           claimed_at as "claimedAt"
         from delivery where state = 'uncertain' order by id`,
      );
    },
  };
}

/**
 * $1 platform, $2 holder, $3 lease, $4 size, $5 resting chats, $6 tired chats. One statement, so that a lease lost a moment ago
 * claims nothing. `(select … limit 1) is null` rather than `not exists`: the planner knows nothing of a table that was
 * filled a moment ago and would join all of it with itself; a subquery it asks once per row, by index.
 */
const claimText = `
  with expired as (
    update delivery set state = 'expired', settled_at = statement_timestamp()
    where platform = $1 and state = 'planned' and expires_at <= statement_timestamp()
  ), next as (
    select d.id from delivery d
    where d.platform = $1 and d.state = 'planned'
      and d.not_before <= statement_timestamp()
      and (d.expires_at is null or d.expires_at > statement_timestamp())
      and (d.priority = 0 or d.chat_id <> all($5)) and d.chat_id <> all($6)
      and exists (select from lease
        where name = $3 and holder = $2 and until_at > statement_timestamp())
      and (select first.id from delivery first
        where first.platform = d.platform and first.chat_id = d.chat_id
          and first.state in ('planned', 'claimed')
          and (first.state = 'claimed'
            or (first.priority, first.id) < (d.priority, d.id)
              and (first.expires_at is null or first.expires_at > statement_timestamp())
              and (first.not_before <= statement_timestamp()
                or first.attempts > 0
                  and first.not_before <= statement_timestamp() + interval '1 minute'))
        limit 1) is null
    order by d.priority, d.id
    limit $4
    for update skip locked
  )
  update delivery d
  set state = 'claimed', claimed_by = $2, claimed_at = statement_timestamp(), attempts = d.attempts + 1
  from next where d.id = next.id
  returning d.id, d.platform, d.account_id, d.chat_id, d.person_id, d.outgoing, d.priority, d.attempts,
    extract(epoch from statement_timestamp() - d.created_at)::float8 * 1000 as age_ms`;

function claimValues({ platform, holder, lease, size, restingChats, tiredChats }: Claim): unknown[] {
  return [platform, holder, lease, size, restingChats, tiredChats];
}

type ClaimedRow = {
  id: string;
  platform: string;
  account_id: string;
  chat_id: string;
  person_id: string | null;
  outgoing: Outgoing;
  priority: number;
  attempts: number;
  age_ms: number;
};

function asDelivery(row: ClaimedRow): ClaimedDelivery {
  return {
    id: row.id,
    randomId: randomIdOf(row.id),
    platform: row.platform,
    accountId: row.account_id,
    chatId: row.chat_id,
    personId: row.person_id,
    outgoing: row.outgoing,
    priority: row.priority === 0 ? 'interactive' : 'bulk',
    attempts: row.attempts,
    ageMs: row.age_ms,
  };
}

function inTurn(a: ClaimedDelivery, b: ClaimedDelivery): number {
  return priorityNumbers[a.priority] - priorityNumbers[b.priority] || (BigInt(a.id) < BigInt(b.id) ? -1 : 1);
}
