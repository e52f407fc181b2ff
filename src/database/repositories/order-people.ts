import type { OrderBook, PersonToWord } from '../../domain/documents/order-book.ts';
import type { OrderPerson } from '../../domain/documents/pair-order.ts';
import type { Sql } from '../sql.ts';
import { storableJson } from './storable-json.ts';

/** The weightiest first. */
const staffRoles = ['head', 'deputy-head', 'curator'];

export function createOrderPeople(sql: Sql): Pick<OrderBook, 'peopleToWord' | 'setPeople' | 'officials'> {
  return {
    async peopleToWord(orderId) {
      const named = await sql.query<{ organizationId: string; ids: string[] }>(
        `select r.organization_id::text as "organizationId", array(
           select p.mentor_id::text from pair_order_pair x join pair p on p.id = x.pair_id where x.order_id = r.id
           union select m.mentee_id::text from pair_order_pair x join pair_mentee m on m.pair_id = x.pair_id
             where x.order_id = r.id and m.left_at is null
           union select r.signer_id::text where r.signer_id is not null
           union select r.control_id::text where r.control_id is not null) as ids
         from pair_order r where r.id = $1`,
        [orderId],
      );
      const [first] = named;
      return first === undefined ? [] : peopleKnown(sql, first.organizationId, first.ids);
    },
    async setPeople(orderId, people) {
      await sql.query(
        'delete from pair_order_person where order_id = $1 and person_id <> all($2::bigint[])',
        [orderId, people.map(({ personId }) => personId)],
      );
      await sql.query(
        `insert into pair_order_person (order_id, person_id, gender, name, post, name_forms, post_forms, doubtful, corrected)
         select $1, n."personId", n.gender, n.name, n.post, n."nameForms", n."postForms", n.doubtful, n.corrected
         from jsonb_to_recordset($2::jsonb) as n("personId" bigint, gender text, name text, post text, "nameForms" jsonb,
           "postForms" jsonb, doubtful boolean, corrected boolean)
         on conflict (order_id, person_id) do update set gender = excluded.gender, name = excluded.name,
           post = excluded.post, name_forms = excluded.name_forms, post_forms = excluded.post_forms,
           doubtful = excluded.doubtful, corrected = excluded.corrected`,
        [orderId, storableJson(people satisfies readonly OrderPerson[])],
      );
    },
    officials: (organizationId) =>
      sql.query<{ personId: string; name: string; role: string }>(
        `select distinct on (array_position($2, a.role), p.surname, p.name, p.id) p.id::text as "personId",
           trim(p.surname || ' ' || p.name || ' ' || p.patronymic) as name, a.role
         from appointment a join person p on p.id = a.person_id
         where a.organization_id = $1 and a.ended_at is null and a.role = any($2) and p.erased_at is null
         order by array_position($2, a.role), p.surname, p.name, p.id limit 50`,
        [organizationId, staffRoles],
      ),
  };
}

/** What is known of these people to word them, in papers of this organization. */
export function peopleKnown(
  sql: Sql,
  organizationId: string,
  ids: readonly string[],
): Promise<PersonToWord[]> {
  return sql.query<PersonToWord>(
    `select person.id::text as "personId", person.surname, person.name, person.patronymic,
       coalesce(a.answers->>'post', '') as post, coalesce(a.answers->>'class', '') as "className",
       (select s.role from appointment s where s.person_id = person.id and s.ended_at is null
         and s.organization_id = o.id and s.role = any($3)
         order by array_position($3, s.role) limit 1) as role, o.kind as "organizationKind"
     from person join organization o on o.id = $1
     left join lateral (
       select answers from application where person_id = person.id and state not in ('draft', 'declined')
         and (answers ? 'post' or answers ? 'class')
       order by state = 'left', id desc limit 1) a on true
     where person.id = any($2::bigint[]) order by person.id`,
    [organizationId, ids, staffRoles],
  );
}
