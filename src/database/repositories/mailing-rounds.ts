import type { DueReader, MailingOutcome, MailingRounds } from '../../domain/mailings/mailing-book.ts';
import type { Moment } from '../../domain/reminders/moment.ts';
import type { Sql } from '../sql.ts';
import { fate, fateReason, mailingRow } from './mailing-rows.ts';
import { accountsOfPerson, personObject, writtenToNow } from './reminder-mail.ts';

/** Channels of one person that may close one after another between two rounds. */
const mostMoves = 5;

export function createMailingRounds(sql: Sql): MailingRounds {
  return {
    async settle(programmeId, at) {
      for (let moves = 0; moves < mostMoves; moves += 1) {
        const moved = await sql.query(followReplaced, [programmeId]);
        if (moved.length === 0) break;
      }
      const settled = await sql.query(settle, [programmeId, at]);
      return settled.length;
    },

    async sending(programmeId) {
      const rows = await sql.query<{ id: string }>(
        `select id from mailing where programme_id = $1 and state = 'sending' order by id`,
        [programmeId],
      );
      const [waiting] = await sql.query<{ queued: number }>(
        `select count(*)::int as queued from mailing_recipient r join mailing m on m.id = r.mailing_id
         where r.state = 'queued' and m.programme_id = $1`,
        [programmeId],
      );
      return { ids: rows.map(({ id }) => id), queued: waiting?.queued ?? 0 };
    },

    hold: (mailingId) => mailingRow(sql, `m.id = $1 and m.state = 'sending'`, [mailingId], 'for share of m'),

    claim: (mailingId, moment, size) => claim(sql, mailingId, moment, size),
    write: (outcomes, at) => write(sql, outcomes, at),

    async finish(mailingId, at) {
      const done = await sql.query(
        `update mailing set state = 'done', settled_at = $2 where id = $1 and state = 'sending'
           and not exists (select from mailing_recipient where mailing_id = $1 and state in ('planned', 'queued'))
         returning id`,
        [mailingId, at],
      );
      return done.length > 0;
    },
  };
}

/** Each row goes one channel further. */
const followReplaced = `
  update mailing_recipient r set delivery_id = n.id, platform = n.platform
  from delivery n, mailing m
  where m.id = r.mailing_id and m.programme_id = $1 and r.state in ('queued', 'uncertain')
    and n.replaces_id = r.delivery_id
  returning r.id`;

const settle = `
  with now_at as (
    select r.id, ${fate} as state, ${fateReason} as reason
    from mailing_recipient r join mailing m on m.id = r.mailing_id join delivery d on d.id = r.delivery_id
    where m.programme_id = $1 and r.state in ('queued', 'uncertain')
      and d.state not in ('planned', 'claimed')
  )
  update mailing_recipient r set state = n.state, reason = n.reason,
    delivery_id = case when n.state in ('planned', 'skipped') then null else r.delivery_id end,
    platform = case when n.state in ('planned', 'skipped') then null else r.platform end,
    settled_at = case when n.state in ('planned', 'queued') then null else coalesce(r.settled_at, $2::timestamptz) end
  from now_at n where n.id = r.id and n.state <> r.state
  returning r.id`;

/** Whoever will not be written to at all need not wait for their hour. */
const mayDecide = `(${writtenToNow('$2')} or exists (select from data_request q
  where q.person_id = p.id and q.kind = 'erase' and q.state in ('open', 'farewell')))`;

async function claim(sql: Sql, mailingId: string, moment: Moment, size: number): Promise<DueReader[]> {
  const locked = await sql.query<{ id: string }>(
    `select r.id from mailing_recipient r join person p on p.id = r.person_id
       join programme pr on pr.id = p.programme_id
     where r.mailing_id = $1 and r.state = 'planned' and ${mayDecide}
     order by r.id limit $3 for update of r skip locked`,
    [mailingId, moment.at, size],
  );
  return sql.query<DueReader>(
    `select r.id as "recipientId", ${personObject}, p.remind_platform as preferred,
       coalesce(p.paused_until >= $2::date, false) as paused,
       p.erased_at is not null or exists (select from data_request q where q.person_id = p.id and q.kind = 'erase'
         and q.state in ('open', 'farewell')) as erasing,
       ${accountsOfPerson}
     from mailing_recipient r join person p on p.id = r.person_id
     where r.id = any($1::bigint[]) order by r.id`,
    [locked.map(({ id }) => id), moment.today],
  );
}

async function write(sql: Sql, outcomes: readonly MailingOutcome[], at: Date): Promise<void> {
  const rows = outcomes.map((outcome) => ({
    id: outcome.recipientId,
    ...('queued' in outcome ? outcome.queued : { reason: outcome.skipped }),
  }));
  await sql.query(
    `update mailing_recipient r set
       state = case when o."deliveryId" is null then 'skipped' else 'queued' end,
       delivery_id = o."deliveryId", platform = o.platform, reason = o.reason,
       settled_at = case when o."deliveryId" is null then $2::timestamptz end
     from jsonb_to_recordset($1::jsonb) as o(id bigint, "deliveryId" bigint, platform text, reason text)
     where r.id = o.id and r.state = 'planned'`,
    [JSON.stringify(rows), at],
  );
}
