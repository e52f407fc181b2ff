import {
  type AdministratorLinkBook,
  administratorLinkHours,
  type OpenAdministratorLink,
} from '../../domain/sign-in/administrator-link.ts';
import { hashOfSecret, newSecret } from '../secret.ts';
import type { Sql } from '../sql.ts';

const hourMs = 3_600_000;
const columns = 'id, person_id as "personId", at_start as "atStart"';
const isOpen = 'secret_hash = $1 and opened_at is null and expires_at > $2';

export function createAdministratorLinkBook(sql: Sql): AdministratorLinkBook {
  return {
    async create({ personId, atStart }, at) {
      const secret = newSecret();
      if (atStart) await sql.query('delete from administrator_link where at_start and opened_at is null');
      await sql.query(
        `insert into administrator_link (secret_hash, person_id, at_start, created_at, expires_at)
         values ($1, $2, $3, $4, $5)`,
        [
          hashOfSecret(secret),
          personId,
          atStart,
          at,
          new Date(at.getTime() + administratorLinkHours * hourMs),
        ],
      );
      return { secret };
    },
    async look(secret, at) {
      const [link] = await sql.query<OpenAdministratorLink>(
        `select ${columns} from administrator_link where ${isOpen}`,
        [hashOfSecret(secret), at],
      );
      return link ?? null;
    },
    async open(secret, at) {
      const [link] = await sql.query<OpenAdministratorLink>(
        `update administrator_link set opened_at = $2 where ${isOpen} returning ${columns}`,
        [hashOfSecret(secret), at],
      );
      return link ?? null;
    },
    async hasAdministrator() {
      const [row] = await sql.query<{ found: boolean }>(
        `select exists (select from appointment where role = 'administrator' and ended_at is null) as found`,
      );
      return row?.found ?? false;
    },
  };
}
