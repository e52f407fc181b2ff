import type { Mailing, MailingDraft } from '../../domain/mailings/mailing.ts';
import type { MailingBook, Within } from '../../domain/mailings/mailing-book.ts';
import type { Sql } from '../sql.ts';
import { createMailingAudience } from './mailing-audience.ts';
import { createMailingFiles } from './mailing-files.ts';
import { createMailingLists } from './mailing-lists.ts';
import { mailingRow } from './mailing-rows.ts';

export function createMailingBook(sql: Sql): MailingBook {
  return {
    ...createMailingAudience(sql),
    ...createMailingFiles(sql),
    ...createMailingLists(sql),

    async add({ programmeId, organizationIds, authorId, copiedFrom, ...draft }, at) {
      const [row] = await sql.query<{ id: string }>(
        `insert into mailing (programme_id, organization_ids, author_id, copied_from, created_at,
           title, text, other_text, names_others, audience)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`,
        [programmeId, organizationIds, authorId, copiedFrom, at, ...columnsOf(draft)],
      );
      if (row === undefined) throw new Error('an insert returned no row');
      return row.id;
    },

    byId: (programmeId, within, mailingId) => one(sql, programmeId, within, mailingId),
    lock: (programmeId, within, mailingId) => one(sql, programmeId, within, mailingId, 'for update of m'),

    async change(mailingId, draft) {
      await sql.query(
        `update mailing set title = $2, text = $3, other_text = $4, names_others = $5, audience = $6 where id = $1`,
        [mailingId, ...columnsOf(draft)],
      );
    },

    async move(mailingId, state, at) {
      await sql.query(
        `update mailing set state = $2, started_at = coalesce(started_at, $3::timestamptz),
           settled_at = case when $2 in ('stopped', 'done') then $3::timestamptz end
         where id = $1`,
        [mailingId, state, at],
      );
    },

    callBack: (mailingId, over, at) => callBack(sql, mailingId, over, at),

    async retry(mailingId) {
      const again = await sql.query(
        `update mailing_recipient set state = 'planned', reason = null, platform = null, delivery_id = null,
           settled_at = null
         where mailing_id = $1
           and (state = 'failed' or state = 'skipped' and reason in ('no-channel', 'paused', 'names-others'))
         returning id`,
        [mailingId],
      );
      return again.length;
    },
  };
}

/** In the order of `title, text, other_text, names_others, audience`. */
function columnsOf({ title, text, otherText, namesOthers, audience }: MailingDraft): unknown[] {
  return [title, text, otherText, namesOthers, JSON.stringify(audience)];
}

/** A mailing whose author's word reached further than the reader's is none of theirs. */
export const isWithin = (within: string) =>
  `(${within}::bigint[] is null or m.organization_ids <@ ${within}::bigint[])`;

function one(
  sql: Sql,
  programmeId: string,
  within: Within,
  mailingId: string,
  lock: '' | 'for update of m' = '',
): Promise<Mailing | null> {
  const condition = `m.id = $1 and m.programme_id = $2 and ${isWithin('$3')}`;
  return mailingRow(sql, condition, [mailingId, programmeId, within], lock);
}

/** What a sender has claimed already is on its way: the round will write down what became of it. */
async function callBack(sql: Sql, mailingId: string, over: boolean, at: Date): Promise<void> {
  await sql.query(
    `with recalled as (
       update delivery d set state = 'expired', error = 'mailing-held', settled_at = clock_timestamp()
       from mailing_recipient r
       where r.mailing_id = $1 and r.state = 'queued' and d.id = r.delivery_id and d.state = 'planned'
       returning r.id
     )
     update mailing_recipient r set state = 'planned', delivery_id = null, platform = null
     from recalled c where c.id = r.id`,
    [mailingId],
  );
  if (!over) return;
  await sql.query(
    `update mailing_recipient set state = 'skipped', reason = 'stopped', settled_at = $2
     where mailing_id = $1 and state = 'planned'`,
    [mailingId, at],
  );
}
