import { createHash, randomBytes, randomInt, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import type { Clock } from '../../domain/calendar/clock.ts';
import type { ChatAccount } from '../../domain/people/channel.ts';
import {
  codeLength,
  codeSigns,
  codeTriesPerHour,
  invitationDays,
  type LinkedInvitation,
  type NewInvitation,
  readCode,
} from '../../domain/people/invitation.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Sql } from '../sql.ts';
import { joinPeople, lockPeople } from './join-people.ts';
import { giveWay, isNobodyYet } from './nobody-yet.ts';
import { isBlankRepresentative, isPupil } from './representation-book.ts';

const hourMs = 3_600_000;

/** Stores hashes only: what is returned here can't be had again. */
export async function createInvitation(sql: Sql, personId: string, clock: Clock): Promise<NewInvitation> {
  const secret = randomBytes(16).toString('base64url');
  const code = newCode();
  const expiresAt = new Date(clock.now().getTime() + invitationDays * 24 * hourMs);
  await sql.query(
    'insert into invitation (person_id, link_hash, code_hash, expires_at) values ($1, $2, $3, $4)',
    [personId, hashOfSecret(secret), await hashOfCode(code), expiresAt],
  );
  return { secret, code, expiresAt };
}

/** For good, whatever the clock says: a sandbox's stands in another year than the command line's. */
export async function withdrawInvitations(sql: Sql, personId: string): Promise<void> {
  await sql.query(`update invitation set expires_at = 'epoch' where person_id = $1`, [personId]);
}

/** See `PeopleBook.invite`. The bot room writes down how its links begin whenever it starts. */
export async function invite(sql: Sql, personId: string, at: Date): Promise<LinkedInvitation> {
  await withdrawInvitations(sql, personId);
  const invitation = await createInvitation(sql, personId, { now: () => at });
  return { ...invitation, links: await linksFor(sql, invitation.secret) };
}

export function linksFor(sql: Sql, payload: string): Promise<LinkedInvitation['links']> {
  return sql.query(
    `select name, setting.value->>'link' || $1 as link
     from platform left join setting on setting.key = 'bot:' || platform.key order by name`,
    [payload],
  );
}

type Invitation = { id: string; personId: string; expiresAt: Date };

/** The person whose invitation this is; see `PeopleBook.acceptInvitation` for the refusals. */
export async function takeInvitation(
  sql: Sql,
  account: ChatAccount,
  secret: string,
  at: Date,
): Promise<string> {
  const invitation = await find(sql, account, secret, at);
  if (invitation === undefined) throw new Refusal('invitation-unknown');
  const { personId } = invitation;
  const { personId: ownId } = account;
  if (ownId === personId) return personId;
  const forRepresentative = await isBlankRepresentative(sql, personId);
  if (ownId !== null) {
    await lockPeople(sql, ownId, personId);
    if (!forRepresentative && !(await isNobodyYet(sql, ownId, personId))) throw new Refusal('account-taken');
    if (forRepresentative && (await isPupil(sql, ownId, personId, at))) throw new Refusal('own-link');
  }
  if (invitation.expiresAt <= at) throw new Refusal('invitation-expired');
  const used = await sql.query(
    `insert into invitation_use (invitation_id, platform, chat_account_id, used_at) values ($1, $2, $3, $4)
     on conflict (invitation_id, platform) do nothing returning id`,
    [invitation.id, account.platform, account.id, at],
  );
  if (used.length === 0) throw new Refusal('invitation-used');
  // The pupil has seen this one: on the other platform it would make them their own representative.
  if (forRepresentative) await withdrawInvitations(sql, personId);
  if (ownId !== null && forRepresentative) {
    await joinPeople(sql, personId, ownId);
    return ownId;
  }
  if (ownId !== null) {
    await giveWay(sql, ownId, personId, at);
    return personId;
  }
  await sql.query('update chat_account set person_id = $2, linked_at = $3 where id = $1', [
    account.id,
    personId,
    at,
  ]);
  return personId;
}

/** Locked: of two who open it on two platforms at once, the second one reads what the first has done. */
async function find(
  sql: Sql,
  account: ChatAccount,
  secret: string,
  at: Date,
): Promise<Invitation | undefined> {
  const code = readCode(secret);
  if (code !== null) await countTry(sql, account.id, at);
  const [found] = await sql.query<Invitation>(
    `select id, person_id as "personId", expires_at as "expiresAt" from invitation
     where ${code === null ? 'link_hash' : 'code_hash'} = $1 for no key update`,
    [code === null ? hashOfSecret(secret) : await hashOfCode(code)],
  );
  return found;
}

/** A code is short: without this it could be guessed. `Refusal('too-many-codes')`. */
export async function countTry(sql: Sql, accountRowId: string, at: Date): Promise<void> {
  const [row] = await sql.query<{ tried: number }>(
    `update chat_account set
       codes_tried = case when codes_tried_since > $2 then codes_tried + 1 else 1 end,
       codes_tried_since = case when codes_tried_since > $2 then codes_tried_since else $3 end
     where id = $1 returning codes_tried as tried`,
    [accountRowId, new Date(at.getTime() - hourMs), at],
  );
  if ((row?.tried ?? 0) > codeTriesPerHour) throw new Refusal('too-many-codes');
}

/** For typing, as it is kept nowhere. */
export function newCode(): string {
  for (;;) {
    const code = Array.from({ length: codeLength }, () => codeSigns[randomInt(codeSigns.length)]).join('');
    // Digits that look like no letter, so that `readCode` sees a digit however the rest is typed.
    if (/[2579]/.test(code)) return code;
  }
}

function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

const slowHash = promisify<string, string, number, Buffer>(scrypt);

/** Slow on purpose: whoever reads the table could otherwise try all codes in minutes. One salt, to look it up by. */
async function hashOfCode(code: string): Promise<string> {
  return (await slowHash(code, 'nastavnik invitation code', 32)).toString('base64url');
}
