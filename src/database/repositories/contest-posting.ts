import type { ClaimedPosting, ContestPosting } from '../../domain/contests/posting-book.ts';
import type { Sql } from '../sql.ts';
import { storable } from './storable-json.ts';

export function createContestPosting(sql: Sql): ContestPosting {
  return {
    async claim(at, leasedUntil) {
      const [row] = await sql.query<Omit<ClaimedPosting, 'leasedUntil'>>(
        `with due as (
           select p.id, p.state, p.due_at from contest_post p join contest c on c.id = p.contest_id
           where p.state in ('planned', 'claimed') and p.due_at <= $1 and c.state not in ('draft', 'cancelled')
           order by p.due_at, p.id limit 1 for no key update of p skip locked)
         update contest_post p set state = 'claimed', due_at = $2, tries = p.tries + 1 from due where p.id = due.id
         returning p.id::text, p.contest_id::text as "contestId", p.text, p.tries,
           'contest-' || p.id || '-' || floor(extract(epoch from p.created_at))::bigint as guid,
           due.state = 'claimed' as "isDoubtful", case when due.state = 'claimed' then due.due_at end as "lostAt"`,
        [at, leasedUntil],
      );
      return row === undefined ? null : { ...row, leasedUntil };
    },

    async settle({ id, leasedUntil }, end, at) {
      const isOver = end.state !== 'planned' && end.state !== 'claimed';
      await sql.query(
        `update contest_post set state = $3, due_at = $4, error = $5, post_owner_id = $6, post_id = $7, settled_at = $8
         where id = $1 and state = 'claimed' and due_at = $2`,
        [
          id,
          leasedUntil,
          end.state,
          'dueAt' in end ? end.dueAt : null,
          'error' in end ? storable(end.error) : null,
          end.state === 'sent' ? end.key.ownerId : null,
          end.state === 'sent' ? end.key.postId : null,
          isOver ? at : null,
        ],
      );
    },
  };
}
