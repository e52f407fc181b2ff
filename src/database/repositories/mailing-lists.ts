import { type RecipientCounts, type RecipientState, recipientStates } from '../../domain/mailings/mailing.ts';
import type { MailingBook, MailingSummary, RecipientRow } from '../../domain/mailings/mailing-book.ts';
import type { Sql } from '../sql.ts';
import { fate, fateReason } from './mailing-rows.ts';

type Lists = Pick<MailingBook, 'list' | 'countsOf' | 'recipients' | 'waitingBefore'>;

/** As it stands this moment, be it before the round has written it down. */
export function createMailingLists(sql: Sql): Lists {
  return {
    async list(programmeId, within, { offset, size, descending, q, state }) {
      const rows = await sql.query<Omit<MailingSummary, 'counts'> & { counts: Counts; total: number }>(
        list(descending),
        [programmeId, within, q, state, size, offset],
      );
      return {
        items: rows.map(({ total: _, counts, ...row }) => ({ ...row, counts: completed(counts) })),
        total: rows[0]?.total ?? (offset === 0 ? 0 : await countAll(sql, programmeId, within, q, state)),
      };
    },

    async countsOf(mailingId) {
      const [row] = await sql.query<{ counts: Counts }>(
        `select ${countsOfMailing} as counts from mailing m where m.id = $1`,
        [mailingId],
      );
      return completed(row?.counts ?? null);
    },

    async recipients(mailingId, { offset, size, descending, q, state }) {
      const params = [mailingId, q, state];
      const turn = direction(descending);
      const items = await sql.query<RecipientRow>(
        `${recipients} order by p.surname ${turn}, p.name ${turn}, p.patronymic ${turn}, r.id ${turn} limit $4 offset $5`,
        [...params, size, offset],
      );
      const [row] = await sql.query<{ total: number }>(
        `select count(*)::int as total from (${recipients}) each`,
        params,
      );
      return { items, total: row?.total ?? 0 };
    },

    async waitingBefore({ id, programmeId }) {
      const [row] = await sql.query<{ waiting: number }>(
        `select count(*)::int as waiting from mailing_recipient r join mailing m on m.id = r.mailing_id
         where m.programme_id = $1 and m.id <= $2 and r.state = 'planned' and (m.state = 'sending' or m.id = $2)`,
        [programmeId, id],
      );
      return row?.waiting ?? 0;
    },
  };
}

const direction = (descending: boolean) => (descending ? 'desc' : 'asc');

type Counts = Partial<Record<RecipientState, number>> | null;

function completed(counts: Counts): RecipientCounts {
  const none = Object.fromEntries(recipientStates.map((state) => [state, 0])) as RecipientCounts;
  return { ...none, ...counts };
}

const countsOfMailing = `(select jsonb_object_agg(state, count) from (
  select ${fate} as state, count(*)::int as count from mailing_recipient r left join delivery d on d.id = r.delivery_id
  where r.mailing_id = m.id group by 1) each)`;

const listed = `m.programme_id = $1 and ($2::bigint[] is null or m.organization_ids <@ $2::bigint[])
  and ($3::text is null or strpos(lower(m.title || ' ' || m.text), lower($3)) > 0)
  and ($4::text is null or m.state = $4)`;

const list = (descending: boolean) => `
  select page.*, ${countsOfMailing} as counts
  from (
    select m.id::text, m.title, m.state, m.created_at as "createdAt", m.started_at as "startedAt",
      m.settled_at as "settledAt", concat_ws(' ', p.surname, p.name, nullif(p.patronymic, '')) as "authorName",
      count(*) over ()::int as total
    from mailing m join person p on p.id = m.author_id
    where ${listed} order by m.id ${direction(descending)} limit $5 offset $6
  ) page join mailing m on m.id = page.id::bigint order by m.id ${direction(descending)}`;

async function countAll(sql: Sql, ...params: unknown[]): Promise<number> {
  const [row] = await sql.query<{ total: number }>(
    `select count(*)::int as total from mailing m where ${listed}`,
    params,
  );
  return row?.total ?? 0;
}

const recipients = `
  select r.person_id::text as "personId", p.surname, p.name, p.patronymic, r.platform,
    ${fate} as state, ${fateReason} as reason, coalesce(r.settled_at, d.settled_at) as "settledAt",
    array(select distinct o.short_name from appointment a join organization o on o.id = a.organization_id
      where a.person_id = p.id and a.ended_at is null
        and (m.organization_ids is null or o.id = any(m.organization_ids)) order by 1) as organizations
  from mailing_recipient r join mailing m on m.id = r.mailing_id join person p on p.id = r.person_id
  left join delivery d on d.id = r.delivery_id
  where r.mailing_id = $1 and ($2::text is null or strpos(lower(p.surname || ' ' || p.name), lower($2)) > 0)
    and ($3::text is null or (${fate}) = $3)`;
