import type { DeliveryState } from '../../domain/delivery/delivery.ts';
import type { ListQuery, Page } from '../../domain/lists/page.ts';
import type { SentMessage } from '../../domain/people/people-desk.ts';
import type { Sql } from '../sql.ts';

/** Whose words staff are shown: nobody's, those about the reader alone, or those about others, too. */
export type ShownTexts = 'none' | 'own' | 'all';

/** A code or an invitation is shown to nobody. `shown`: a parameter with `ShownTexts`. */
export const messageColumns = (shown: string) => `d.id::text, d.platform, d.state,
  case when d.outgoing->>'kind' in ('send', 'edit') and not d.outgoing->'message' ? 'secret'
      and (${shown} = 'all' or ${shown} = 'own' and not d.outgoing->'message' ? 'namesOthers')
    then d.outgoing->'message'->>'text' end as text,
  d.error, d.attempts, d.created_at as "createdAt", d.settled_at as "settledAt",
  (select n.id::text from delivery n where n.replaces_id = d.id) as "replacedBy"`;

/** What was said to somebody, the newest first; the words that answered a button are none. */
export async function messagesTo(
  sql: Sql,
  personId: string,
  { page, size, descending }: ListQuery<'created'>,
  { state, shown }: { state: DeliveryState | null; shown: ShownTexts },
): Promise<Page<SentMessage>> {
  const condition = `d.person_id = $1 and d.outgoing->>'kind' is distinct from 'answer' and ($2::text is null or d.state = $2)`;
  const [count] = await sql.query<{ total: number }>(
    `select count(*)::int as total from delivery d where ${condition}`,
    [personId, state],
  );
  const items = await sql.query<SentMessage>(
    `select ${messageColumns('$3::text')} from delivery d where ${condition}
     order by d.id ${descending ? 'desc' : 'asc'} limit $4 offset $5`,
    [personId, state, shown, size, (page - 1) * size],
  );
  return { items, total: count?.total ?? 0 };
}
