import { createHash, randomBytes } from 'node:crypto';
import {
  type LinkTo,
  linkMinutes,
  type PageLinkBook,
  type PagePurpose,
  type PageVisitBook,
  pagePurposes,
  visitMinutes,
} from '../../domain/pages/page-link.ts';
import type { Sql } from '../sql.ts';
import { createPeopleBook } from './people-book.ts';

const minuteMs = 60_000;
/** Whoever is sent back to a link gets there in time. */
const leastMinutes = 5;

/** Stores hashes only: neither a link nor a visit can be had from the table. */
export function createPageLinkBook(sql: Sql): PageLinkBook & PageVisitBook {
  return {
    async create(chatAccountId, purpose, at) {
      const secret = newSecret();
      await sql.query(
        `insert into page_link (secret_hash, chat_account_id, purpose, created_at, expires_at)
         values ($1, $2, $3, $4, $5)`,
        [hashOf(secret), chatAccountId, purpose, at, later(at, linkMinutes)],
      );
      return { secret };
    },
    async isOffered(chatAccountId, purpose, at) {
      const rows = await sql.query(
        `select from page_link
         where chat_account_id = $1 and purpose = $2 and opened_at is null and expires_at >= $3 limit 1`,
        [chatAccountId, purpose, later(at, leastMinutes)],
      );
      return rows.length > 0;
    },
    async look(secret, at) {
      const [row] = await sql.query<{ leadsTo: LinkTo }>(
        `select case when purpose = any($3) then 'page' else 'panel' end as "leadsTo"
         from page_link where secret_hash = $1 and opened_at is null and expires_at > $2`,
        [hashOf(secret), at, pagePurposes],
      );
      return row?.leadsTo ?? null;
    },
    async open(secret, at) {
      const session = newSecret();
      // Of two who open at once the second waits here and then finds the link spent.
      const opened = await sql.query(
        `update page_link set opened_at = $2, session_hash = $3, session_until = $4
         where secret_hash = $1 and opened_at is null and expires_at > $2 and purpose = any($5) returning id`,
        [hashOf(secret), at, hashOf(session), later(at, visitMinutes), pagePurposes],
      );
      return opened.length > 0 ? { session } : null;
    },
    async visit(session, at) {
      const [row] = await sql.query<{ purpose: PagePurpose; platform: string; accountId: string }>(
        `select l.purpose, a.platform, a.account_id as "accountId"
         from page_link l join chat_account a on a.id = l.chat_account_id
         where l.session_hash = $1 and l.session_until > $2 and l.purpose = any($3)`,
        [hashOf(session), at, pagePurposes],
      );
      const visitor = row && (await createPeopleBook(sql).holder(row.platform, row.accountId));
      return row && visitor ? { ...visitor, purpose: row.purpose } : null;
    },
    async end(session, at) {
      await sql.query(
        'update page_link set session_until = least(session_until, $2) where session_hash = $1',
        [hashOf(session), at],
      );
    },
  };
}

/** 128 bits in signs fit for an address and a cookie. */
function newSecret(): string {
  return randomBytes(16).toString('base64url');
}

/** A plain hash is enough: nobody goes through 128 bits. */
function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

function later(at: Date, minutes: number): Date {
  return new Date(at.getTime() + minutes * minuteMs);
}
