import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import { readCode } from '../../domain/people/invitation.ts';
import {
  choicesOf,
  chooseDigits,
  codeTries,
  mostWaiting,
  type SignInBook,
  type SignInDoorBook,
  type SignInFound,
  type SignInKey,
  type SignInOpening,
  type SignInRequest,
  type SignInState,
  signInMinutes,
} from '../../domain/sign-in/sign-in.ts';
import { hashOfSecret, newSecret } from '../secret.ts';
import type { Sql } from '../sql.ts';
import { countTry, newCode } from './invitation-book.ts';

const minuteMs = 60_000;
/** Neither refused, nor spent, nor expired at $2. */
const isLive = 'refused_at is null and opened_at is null and expires_at > $2';

type Row = {
  id: string;
  digits: string;
  startHash: string;
  network: string;
  agent: string;
  createdAt: Date;
  chatAccountId: string | null;
};
const columns = `id, digits, start_hash as "startHash", network, agent, created_at as "createdAt",
  chat_account_id as "chatAccountId"`;

/** Stores hashes only: neither a link, nor a code, nor what a browser holds can be had from the table. */
export function createSignInBook(sql: Sql): SignInBook {
  return {
    take: (key, chatAccountId, at) => take(sql, key, chatAccountId, at),
    async answer(id, digits, chatAccountId, at) {
      const [row] = await sql.query<Row>(
        `select ${columns} from sign_in
         where id = $1 and ${isLive} and chat_account_id = $3 and link_hash is null for update`,
        [id, at, chatAccountId],
      );
      if (row === undefined) return null;
      if (row.digits !== digits) {
        await refuse(sql, id, chatAccountId, at);
        return { right: false };
      }
      const [secret, code] = [newSecret(), newCode()];
      await sql.query('update sign_in set link_hash = $2, code_hash = $3 where id = $1', [
        id,
        hashOfSecret(secret),
        hashOfCode(id, code),
      ]);
      return { right: true, secret, code };
    },
    refuse: (id, chatAccountId, at) => refuse(sql, id, chatAccountId, at),
  };
}

async function take(sql: Sql, key: SignInKey, chatAccountId: string, at: Date): Promise<SignInFound> {
  if ('digits' in key && !(await mayTry(sql, chatAccountId, at))) return { found: 'too-many' };
  // Somebody who reads the digits off the screen twice finds the request that is theirs already.
  const rows = await sql.query<Row>(
    'start' in key
      ? `select ${columns} from sign_in where start_hash = $1 and ${isLive} for update`
      : `select ${columns} from sign_in where digits = $1 and ${isLive}
           and (chat_account_id is null or chat_account_id = $3) and link_hash is null for update`,
    'start' in key ? [hashOfSecret(key.start), at] : [key.digits, at, chatAccountId],
  );
  const [row] = rows;
  if (row === undefined) return { found: 'nothing' };
  if (rows.length > 1) return { found: 'unclear' };
  if (row.chatAccountId !== null && row.chatAccountId !== chatAccountId) return { found: 'taken' };
  await sql.query('update sign_in set chat_account_id = $2 where id = $1', [row.id, chatAccountId]);
  return { found: 'request', request: requestOf(row) };
}

function requestOf({ id, digits, startHash, network, agent, createdAt }: Row): SignInRequest {
  return { id, network, agent, createdAt, choices: choicesOf(digits, startHash) };
}

/** Two digits are soon gone through; invitations count their tries in the same place. */
async function mayTry(sql: Sql, chatAccountId: string, at: Date): Promise<boolean> {
  try {
    await countTry(sql, chatAccountId, at);
    return true;
  } catch {
    return false;
  }
}

async function refuse(sql: Sql, id: string, chatAccountId: string, at: Date): Promise<boolean> {
  const ended = await sql.query(
    `update sign_in set refused_at = $2 where id = $1 and ${isLive} and chat_account_id = $3 returning id`,
    [id, at, chatAccountId],
  );
  return ended.length > 0;
}

export function createSignInDoorBook(sql: Sql): SignInDoorBook {
  return {
    async begin({ network, agent }, at) {
      const [browser, start] = [newSecret(), newSecret()];
      await endOldest(sql, network, at);
      const shown = await sql.query<{ digits: string }>(
        `select digits from sign_in where expires_at > $1 and refused_at is null and opened_at is null`,
        [at],
      );
      const digits = chooseDigits(
        shown.map((row) => row.digits),
        randomInt,
      );
      const expiresAt = new Date(at.getTime() + signInMinutes * minuteMs);
      await sql.query(
        `insert into sign_in (browser_hash, start_hash, digits, network, agent, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [hashOfSecret(browser), hashOfSecret(start), digits, network, agent.slice(0, 300), at, expiresAt],
      );
      return { browser, start, digits, expiresAt };
    },
    async state(browser, at) {
      const [row] = await sql.query<{ state: SignInState }>(
        `select case when link_hash is not null then 'offered' when chat_account_id is not null then 'taken'
           else 'waiting' end as state
         from sign_in where browser_hash = $1 and ${isLive}`,
        [hashOfSecret(browser), at],
      );
      return row?.state ?? 'over';
    },
    openByLink: (browser, secret, at) => openByLink(sql, browser, secret, at),
    openByCode: (browser, code, at) => openByCode(sql, browser, code, at),
  };
}

/** There are ninety numbers of two digits: whoever asks over and over from one network is not to have them all. */
async function endOldest(sql: Sql, network: string, at: Date): Promise<void> {
  await sql.query(
    `update sign_in set refused_at = $2 where id in (
       select id from sign_in where network = $1 and chat_account_id is null and ${isLive} order by id desc offset $3)`,
    [network, at, mostWaiting - 1],
  );
}

async function openByLink(sql: Sql, browser: string, secret: string, at: Date): Promise<SignInOpening> {
  const [row] = await sql.query<{ id: string; browserHash: string }>(
    `select id, browser_hash as "browserHash" from sign_in where link_hash = $1 and ${isLive} for update`,
    [hashOfSecret(secret), at],
  );
  if (row === undefined) return { opened: false, why: 'over' };
  if (!isSame(row.browserHash, hashOfSecret(browser))) return { opened: false, why: 'other-browser' };
  return spend(sql, row.id, at);
}

async function openByCode(sql: Sql, browser: string, typed: string, at: Date): Promise<SignInOpening> {
  const [row] = await sql.query<{ id: string; codeHash: string; tries: number }>(
    `update sign_in set code_tries = code_tries + 1
     where browser_hash = $1 and ${isLive} and link_hash is not null and code_tries < $3
     returning id, code_hash as "codeHash", code_tries as tries`,
    [hashOfSecret(browser), at, codeTries],
  );
  if (row === undefined) return { opened: false, why: 'over' };
  const code = readCode(typed);
  if (code !== null && isSame(row.codeHash, hashOfCode(row.id, code))) return spend(sql, row.id, at);
  if (row.tries < codeTries) return { opened: false, why: 'wrong', left: codeTries - row.tries };
  await sql.query('update sign_in set refused_at = $2 where id = $1', [row.id, at]);
  return { opened: false, why: 'wrong', left: 0 };
}

/** Whose account it is now, not when it answered: it may have been unlinked since. */
async function spend(sql: Sql, id: string, at: Date): Promise<SignInOpening> {
  const [row] = await sql.query<{ personId: string | null }>(
    `update sign_in s set opened_at = $2 from chat_account a where s.id = $1 and a.id = s.chat_account_id
     returning a.person_id as "personId"`,
    [id, at],
  );
  if (row?.personId == null) return { opened: false, why: 'over' };
  return { opened: true, personId: row.personId };
}

/** It lives for minutes and is of no use without what the browser holds. */
function hashOfCode(id: string, code: string): string {
  return createHash('sha256').update(`${id}:${code}`).digest('base64url');
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
