import type { Sql } from '../sql.ts';
import { leavePairs } from './pair-leaving.ts';
import { redactMentions } from './person-mentions.ts';
import { personTraces } from './person-traces.ts';

/**
 * Takes the person out of every row, for good (152-ФЗ, art. 21). Of a pupil's representatives those go along whom nothing
 * else keeps. Returns whose data went: nobody's where it was erased before.
 */
export async function erasePerson(sql: Sql, personId: string, at: Date): Promise<string[]> {
  const locked = await sql.query(
    'select id from person where id = $1 and erased_at is null for no key update',
    [personId],
  );
  if (locked.length === 0) return [];
  const representatives = await sql.query<{ id: string }>(
    'select representative_id as id from representation where pupil_id = $1 order by 1',
    [personId],
  );
  await redactMentions(sql, personId);
  await endAppointments(sql, personId, at);
  for (const { erase } of personTraces) {
    for (const statement of 'keep' in erase ? [] : erase) await run(sql, statement, personId, at);
  }
  const erased = [personId];
  for (const { id } of representatives) {
    if (await isIdle(sql, id)) erased.push(...(await erasePerson(sql, id, at)));
  }
  return erased;
}

/** Before the rows themselves: pairs end as they do whenever somebody leaves, and the other side is told. */
async function endAppointments(sql: Sql, personId: string, at: Date): Promise<void> {
  await sql.query('update appointment set ended_at = $2 where person_id = $1 and ended_at is null', [
    personId,
    at,
  ]);
  await leavePairs(sql, personId, null, at);
}

async function run(sql: Sql, statement: string, personId: string, at: Date): Promise<void> {
  await sql.query(statement, statement.includes('$2') ? [personId, at] : [personId]);
}

/** Somebody who was known only through what was erased just now. */
async function isIdle(sql: Sql, personId: string): Promise<boolean> {
  const [row] = await sql.query<{ idle: boolean }>(
    `select not exists (select from appointment where person_id = $1)
       and not exists (select from application where person_id = $1)
       and not exists (select from representation where representative_id = $1) as idle`,
    [personId],
  );
  return row?.idle ?? false;
}

/** Somebody whom nobody knows: all there is hangs on the account. `false` where it is somebody's, or gone already. */
export async function forgetAccount(sql: Sql, chatAccountId: string): Promise<boolean> {
  const [account] = await sql.query<{ platform: string; accountId: string; chatId: string }>(
    `select platform, account_id as "accountId", chat_id as "chatId" from chat_account
     where id = $1 and person_id is null for update`,
    [chatAccountId],
  );
  if (account === undefined) return false;
  const { platform, accountId, chatId } = account;
  await sql.query(
    `update inbox set payload = '{}', chat_key = '' where platform = $1 and handled_at is not null
       and chat_key in ($1 || ':' || $2, $1 || ':' || $3)`,
    [platform, accountId, chatId],
  );
  await sql.query(
    `update delivery set outgoing = '{}', account_id = '', chat_id = '', message_id = null
     where platform = $1 and account_id = $2 and state not in ('planned', 'claimed')`,
    [platform, accountId],
  );
  await sql.query(
    `delete from dialogue where strpos(':' || key || ':', ':' || $1 || ':' || $2 || ':') > 0
       or state->'data'->'account'->>'accountId' = $2 and state->'data'->'account'->>'platform' = $1`,
    [platform, accountId],
  );
  await sql.query('delete from page_link where chat_account_id = $1', [chatAccountId]);
  await sql.query('delete from sign_in where chat_account_id = $1', [chatAccountId]);
  await sql.query('delete from invitation_use where chat_account_id = $1', [chatAccountId]);
  await sql.query('delete from chat_account where id = $1', [chatAccountId]);
  return true;
}
