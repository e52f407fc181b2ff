import { factorTries, type KeptFactor, type SecondFactorBook } from '../../domain/sign-in/second-factor.ts';
import type { Sql } from '../sql.ts';

const minuteMs = 60_000;

export function createSecondFactorBook(sql: Sql): SecondFactorBook {
  return {
    async ofPerson(personId) {
      const [row] = await sql.query<Omit<KeptFactor, 'lastStep'> & { lastStep: string | null }>(
        `select secret, confirmed_at is not null as confirmed, last_step as "lastStep"
         from second_factor where person_id = $1 for update`,
        [personId],
      );
      return row === undefined
        ? null
        : { ...row, lastStep: row.lastStep === null ? null : Number(row.lastStep) };
    },
    async enrol(personId, secret, at) {
      const enrolled = await sql.query(
        `insert into second_factor (person_id, secret, created_at) values ($1, $2, $3)
         on conflict (person_id) do update set secret = excluded.secret, created_at = excluded.created_at, last_step = null
           where second_factor.confirmed_at is null
         returning person_id`,
        [personId, secret, at],
      );
      return enrolled.length > 0;
    },
    async use(personId, step, at) {
      await sql.query(
        `update second_factor set last_step = $2, confirmed_at = coalesce(confirmed_at, $3), tried = 0, tried_since = null
         where person_id = $1`,
        [personId, step, at],
      );
    },
    async countTry(personId, at) {
      const [row] = await sql.query<{ tried: number }>(
        `update second_factor set
           tried = case when tried_since > $2 then least(tried + 1, 1000) else 1 end,
           tried_since = case when tried_since > $2 then tried_since else $3 end
         where person_id = $1 returning tried`,
        [personId, new Date(at.getTime() - factorTries.minutes * minuteMs), at],
      );
      return (row?.tried ?? 0) <= factorTries.most;
    },
    async keepRecovery(personId, codeHashes) {
      await sql.query('delete from recovery_code where person_id = $1', [personId]);
      await sql.query(
        'insert into recovery_code (person_id, code_hash) select $1, hash from unnest($2::text[]) hash',
        [personId, codeHashes],
      );
    },
    async spendRecovery(personId, codeHash, at) {
      const used = await sql.query(
        `update recovery_code set used_at = $3 where person_id = $1 and code_hash = $2 and used_at is null
         returning id`,
        [personId, codeHash, at],
      );
      if (used.length > 0) {
        await sql.query('update second_factor set tried = 0, tried_since = null where person_id = $1', [
          personId,
        ]);
      }
      return used.length > 0;
    },
    async recoveryLeft(personId) {
      const [row] = await sql.query<{ left: number }>(
        'select count(*)::int as left from recovery_code where person_id = $1 and used_at is null',
        [personId],
      );
      return row?.left ?? 0;
    },
    async reset(personId) {
      await sql.query('delete from recovery_code where person_id = $1', [personId]);
      const gone = await sql.query('delete from second_factor where person_id = $1 returning person_id', [
        personId,
      ]);
      return gone.length > 0;
    },
  };
}
