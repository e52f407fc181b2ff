import { Refusal } from '../../domain/refusal.ts';
import type { OnceBook } from '../../domain/staff/once.ts';
import type { Sql } from '../sql.ts';

/** Bound to the transaction of the call: the key and what it made are there together, or neither is. */
export function createOnceBook(sql: Sql): OnceBook {
  return {
    async once(personId, call, at, work) {
      if (call === null) return work();
      const made = await sql.query(
        `insert into idempotent_call (person_id, key, request_hash, at) values ($1, $2, $3, $4)
         on conflict (person_id, key) do nothing returning 1`,
        [personId, call.key, call.requestHash, at],
      );
      if (made.length === 0) {
        const [first] = await sql.query<{ requestHash: string; answer: never }>(
          `select request_hash as "requestHash", answer from idempotent_call where person_id = $1 and key = $2`,
          [personId, call.key],
        );
        if (first === undefined || first.requestHash !== call.requestHash)
          throw new Refusal('key-used-otherwise');
        return first.answer;
      }
      const answer = await work();
      await sql.query('update idempotent_call set answer = $3 where person_id = $1 and key = $2', [
        personId,
        call.key,
        JSON.stringify(answer),
      ]);
      return answer;
    },
  };
}
