import type { ClaimedErrand, ErrandHold, ErrandQueue } from '../../domain/errands/errand-book.ts';
import type { Sql } from '../sql.ts';
import { errandColumns } from './errand-book.ts';

const isHeld = `id = $1 and state = 'running' and holder = $2`;
const held = ({ id, holder }: ErrandHold) => [id, holder];

export function createErrandQueue(sql: Sql): ErrandQueue {
  return {
    async claim(kinds, holder, leaseMs, at) {
      const [errand] = await sql.query<ClaimedErrand>(
        `update errand e set state = 'running', holder = $2, tries = e.tries + 1,
           lease_until = clock_timestamp() + $3 * interval '1 millisecond',
           started_at = coalesce(e.started_at, $4::timestamptz)
         where e.id = (
           select id from errand
           where kind = any($1) and (state = 'planned' and not_before <= clock_timestamp()
             or state = 'running' and lease_until <= clock_timestamp())
           order by id limit 1 for update skip locked)
         returning ${errandColumns}, e.params, e.tries`,
        [kinds, holder, leaseMs, at],
      );
      return errand ?? null;
    },
    async hold(hold, leaseMs, progress) {
      // A try that brings it further is no failed one.
      const [row] = await sql.query<{ stopping: boolean }>(
        `update errand set lease_until = clock_timestamp() + $3 * interval '1 millisecond',
           tries = case when $4::int > done then 1 else tries end,
           done = greatest(done, $4), total = coalesce($5, total)
         where ${isHeld} returning cancel_asked_at is not null as stopping`,
        [...held(hold), leaseMs, progress?.done ?? null, progress?.total ?? null],
      );
      if (row === undefined) return 'lost';
      return row.stopping ? 'stopping' : 'held';
    },
    async finish(hold, state, { facts = {}, fileId = null }, at) {
      await sql.query(
        `update errand set state = $3, facts = $4, file_id = $5, finished_at = $6, lease_until = null, fault = null,
           done = case $3 when 'done' then coalesce(total, done) else done end
         where ${isHeld}`,
        [...held(hold), state, JSON.stringify(facts), fileId, at],
      );
    },
    async fail(hold, fault, facts, at) {
      await sql.query(
        `update errand set state = 'failed', fault = $3, facts = $4, finished_at = $5, lease_until = null
         where ${isHeld}`,
        [...held(hold), fault, JSON.stringify(facts), at],
      );
    },
    async putBack(hold, ms, isTried) {
      await sql.query(
        `update errand set state = 'planned', lease_until = null,
           not_before = clock_timestamp() + $3 * interval '1 millisecond',
           tries = case when $4 then tries else greatest(tries - 1, 0) end
         where ${isHeld}`,
        [...held(hold), ms, isTried],
      );
    },
  };
}
