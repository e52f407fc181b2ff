import type { TroubledMessage, TroubleState } from '../../domain/delivery/deliveries-desk.ts';
import { carriersOf } from '../../domain/delivery/settle.ts';
import type { ListQuery, Page } from '../../domain/lists/page.ts';
import type { Outgoing } from '../../domain/messages/message.ts';
import { channelOf, type MayNameOthers } from '../../domain/people/channel.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Reach } from '../../domain/staff/powers.ts';
import type { Sql } from '../sql.ts';
import { readId } from './application-cards.ts';
import { createPeopleBook } from './people-book.ts';
import { createParams, type Params, within } from './people-conditions.ts';
import { messageColumns, type ShownTexts } from './sent-messages.ts';

/** Written to people within reach; what nothing was sent in place of, and no word that answered a button. */
function troubled(reach: Reach, params: Params): string {
  return `d.state in ('failed', 'uncertain', 'expired') and d.outgoing->>'kind' in ('send', 'edit')
    and not exists (select from delivery n where n.replaces_id = d.id) and ${within(reach, params)}`;
}

const tables = 'delivery d join person on person.id = d.person_id';

export async function troubledMessages(
  sql: Sql,
  reach: Reach,
  { page, size, descending }: ListQuery<'created'>,
  { states, shown }: { states: readonly TroubleState[] | null; shown: ShownTexts },
): Promise<Page<TroubledMessage>> {
  const params = createParams();
  const wished = states === null ? '' : ` and d.state = any(${params.put(states)}::text[])`;
  const found = `from ${tables} where ${troubled(reach, params)}${wished}`;
  const [count] = await sql.query<{ total: number }>(`select count(*)::int as total ${found}`, params.values);
  const texts = params.put(shown);
  const items = await sql.query<TroubledMessage>(
    `select ${messageColumns(`${texts}::text`)},
       jsonb_build_object('id', person.id::text, 'surname', person.surname, 'name', person.name,
         'patronymic', person.patronymic) as person
     ${found} order by d.id ${descending ? 'desc' : 'asc'}
     limit ${params.put(size)} offset ${params.put((page - 1) * size)}`,
    params.values,
  );
  return { items, total: count?.total ?? 0 };
}

type Row = { personId: string; outgoing: Partial<Outgoing>; state: string; replaced: boolean };

/** See `DeliveriesDesk.sendAgain`. */
export async function sendAgain(
  sql: Sql,
  reach: Reach,
  deliveryId: string,
  mayNameOthers: MayNameOthers,
): Promise<{ id: string; personId: string }> {
  const params = createParams();
  const [row] = await sql.query<Row>(
    `select d.person_id::text as "personId", d.outgoing, d.state,
       exists (select from delivery n where n.replaces_id = d.id) as replaced
     from ${tables} where d.id = ${params.put(readId(deliveryId))} and ${within(reach, params)} for no key update of d`,
    params.values,
  );
  if (row === undefined) throw new Refusal('delivery-unknown');
  if (row.replaced || !['failed', 'uncertain', 'expired'].includes(row.state)) {
    throw new Refusal('state-passed', { state: row.state });
  }
  const outgoing = asMessage(row.outgoing);
  const { accounts, preferred } = await createPeopleBook(sql).accountsOf(row.personId);
  const channel = channelOf(carriersOf(outgoing, accounts, mayNameOthers), preferred);
  if (channel === null) throw new Refusal('no-channel');
  const [made] = await sql.query<{ id: string }>(
    `insert into delivery (platform, account_id, chat_id, person_id, outgoing, priority, replaces_id)
     values ($1, $2, $3, $4, $5, 0, $6) on conflict (replaces_id) do nothing returning id`,
    [channel.platform, channel.accountId, channel.chatId, row.personId, JSON.stringify(outgoing), deliveryId],
  );
  if (made === undefined) throw new Refusal('state-passed');
  return { id: made.id, personId: row.personId };
}

/** What should have replaced an earlier message is said anew: who knows what stands there by now. */
function asMessage(outgoing: Partial<Outgoing>): Outgoing & { kind: 'send' } {
  if ((outgoing.kind !== 'send' && outgoing.kind !== 'edit') || outgoing.message === undefined) {
    throw new Refusal('nothing-to-send');
  }
  return { kind: 'send', message: outgoing.message };
}
