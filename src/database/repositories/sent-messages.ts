import type { DeliveryState } from '../../domain/delivery/delivery.ts';
import type { ListQuery, Page } from '../../domain/lists/page.ts';
import type { SentMessage } from '../../domain/people/people-desk.ts';
import type { Sql } from '../sql.ts';

/** Words about somebody else are shown only to whoever sees the whole city. `all`: whether they do. */
export const messageColumns = (all: string) => `d.id::text, d.platform, d.state,
  case when d.outgoing->>'kind' in ('send', 'edit') and (${all} or not d.outgoing->'message' ? 'namesOthers')
    then d.outgoing->'message'->>'text' end as text,
  d.error, d.attempts, d.created_at as "createdAt", d.settled_at as "settledAt",
  (select n.id::text from delivery n where n.replaces_id = d.id) as "replacedBy"`;

/** What was said to somebody, the newest first; the words that answered a button are none. */
export async function messagesTo(
  sql: Sql,
  personId: string,
  { page, size, descending }: ListQuery<'created'>,
  { state, all }: { state: DeliveryState | null; all: boolean },
): Promise<Page<SentMessage>> {
  const condition = `d.person_id = $1 and d.outgoing->>'kind' is distinct from 'answer' and ($2::text is null or d.state = $2)`;
  const [count] = await sql.query<{ total: number }>(
    `select count(*)::int as total from delivery d where ${condition}`,
    [personId, state],
  );
  const items = await sql.query<SentMessage>(
    `select ${messageColumns('$3::boolean')} from delivery d where ${condition}
     order by d.id ${descending ? 'desc' : 'asc'} limit $4 offset $5`,
    [personId, state, all, size, (page - 1) * size],
  );
  return { items, total: count?.total ?? 0 };
}
