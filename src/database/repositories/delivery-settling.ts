import type { Delivery } from '../../domain/delivery/delivery.ts';
import { carriersOf, mayMoveOn, type Settlement } from '../../domain/delivery/settle.ts';
import {
  type ChatAccount,
  channelOf,
  type MayNameOthers,
  type Platform,
} from '../../domain/people/channel.ts';
import type { Database, Sql } from '../sql.ts';
import { storableJson } from './storable-json.ts';

/** What the error of a row begins with whose words no open channel of the person may carry. */
export const namesOthersError = 'names-others';

type Settled = { delivery: Delivery; settlement: Settlement };

/** One transaction for all: writing them down, closing channels, planning what takes over. */
export async function settleRows(
  database: Database,
  holder: string,
  settled: readonly Settled[],
  mayNameOthers: MayNameOthers,
): Promise<void> {
  const closing = settled.filter(({ settlement }) => closesChannel(settlement));
  if (closing.length === 0) {
    await writeDown(database, holder, settled);
    return;
  }
  await database.transaction(async (sql) => {
    const written = new Set(await writeDown(sql, holder, settled));
    for (const { delivery, settlement } of closing) {
      if (written.has(delivery.id)) await moveOn(sql, delivery, settlement, mayNameOthers);
    }
  });
}

/**
 * Returns the ids of the rows that were still this holder's. `attempts` tells tries apart: writing the same batch
 * again (its answer was lost) must not touch a row that was claimed anew in between.
 */
async function writeDown(sql: Sql, holder: string, settled: readonly Settled[]): Promise<string[]> {
  const rows = settled.map(({ delivery, settlement }) => ({
    ...settlement,
    id: delivery.id,
    attempts: delivery.attempts,
  }));
  const written = await sql.query<{ id: string }>(
    `update delivery d set
       state = s.state, message_id = s."messageId", error = s.error, outgoing = coalesce(s.outgoing, d.outgoing),
       not_before = case s.state when 'planned'
         then clock_timestamp() + s."afterMs" * interval '1 millisecond' else d.not_before end,
       settled_at = case when s.state <> 'planned' then clock_timestamp() end
     from jsonb_to_recordset($2::jsonb)
       s(id bigint, attempts int, state text, "messageId" text, error text, "afterMs" float8,
         outgoing jsonb)
     where d.id = s.id and d.attempts = s.attempts
       and d.claimed_by = $1 and d.state in ('claimed', 'uncertain')
     returning d.id`,
    [holder, storableJson(rows)],
  );
  return written.map((row) => row.id);
}

function closesChannel(settlement: Settlement): boolean {
  return settlement.state === 'failed' && settlement.closesChannel;
}

async function moveOn(
  sql: Sql,
  delivery: Delivery,
  settlement: Settlement,
  mayNameOthers: MayNameOthers,
): Promise<void> {
  const reason = settlement.state === 'failed' ? settlement.error : null;
  await sql.query(
    `update chat_account set closed_at = clock_timestamp(), closed_reason = $3
     where platform = $1 and account_id = $2 and closed_at is null`,
    [delivery.platform, delivery.accountId, reason],
  );
  if (!mayMoveOn(delivery)) return;
  const { accounts, preferred } = await channelsOf(sql, delivery.personId);
  const channel = channelOf(carriersOf(delivery.outgoing, accounts, mayNameOthers), preferred);
  if (channel === null) {
    const why = channelOf(accounts, preferred) === null ? 'no-channel' : namesOthersError;
    await sql.query(`update delivery set error = $2 || ': ' || error where id = $1`, [delivery.id, why]);
    return;
  }
  await sql.query(
    `insert into delivery (platform, account_id, chat_id, person_id, outgoing, priority, expires_at, replaces_id)
     select $2, $3, $4, person_id, outgoing, priority, expires_at, id from delivery where id = $1
     on conflict (replaces_id) do nothing`,
    [delivery.id, channel.platform, channel.accountId, channel.chatId],
  );
}

async function channelsOf(
  sql: Sql,
  personId: string | null,
): Promise<{ accounts: ChatAccount[]; preferred: Platform | null }> {
  const accounts = await sql.query<ChatAccount & { preferred: Platform | null }>(
    `select a.id, a.platform, a.account_id as "accountId", a.chat_id as "chatId", a.person_id as "personId",
       a.closed_at as "closedAt", p.remind_platform as preferred
     from chat_account a join person p on p.id = a.person_id
     where p.id = $1 order by a.last_seen_at desc`,
    [personId],
  );
  return { accounts, preferred: accounts[0]?.preferred ?? null };
}
