import type { OrderBook, PersonToWord } from '../../domain/documents/order-book.ts';
import type { OrderPerson } from '../../domain/documents/pair-order.ts';
import type { Sql } from '../sql.ts';
import { storableJson } from './storable-json.ts';

/** The weightiest first. */
const staffRoles = ['head', 'deputy-head', 'curator'];

export function createOrderPeople(sql: Sql): Pick<OrderBook, 'peopleToWord' | 'setPeople' | 'officials'> {
  return {
    peopleToWord: (orderId) =>
      sql.query<PersonToWord>(
        `with named as (
           select p.mentor_id as id, 1 as n from pair_order_pair x join pair p on p.id = x.pair_id where x.order_id = $1
           union select m.mentee_id, 2 from pair_order_pair x join pair_mentee m on m.pair_id = x.pair_id
             where x.order_id = $1 and m.left_at is null
           union select signer_id, 3 from pair_order where id = $1 and signer_id is not null
           union select control_id, 4 from pair_order where id = $1 and control_id is not null)
         select person.id::text as "personId", person.surname, person.name, person.patronymic,
           coalesce(a.answers->>'post', '') as post, coalesce(a.answers->>'class', '') as "className",
           (select s.role from appointment s where s.person_id = person.id and s.ended_at is null
             and s.organization_id = r.organization_id and s.role = any($2)
             order by array_position($2, s.role) limit 1) as role, o.kind as "organizationKind"
         from (select distinct id from named) n join person on person.id = n.id
         join pair_order r on r.id = $1 join organization o on o.id = r.organization_id
         left join lateral (
           select answers from application where person_id = person.id and state not in ('draft', 'declined')
             and (answers ? 'post' or answers ? 'class')
           order by state = 'left', id desc limit 1) a on true
         order by person.id`,
        [orderId, staffRoles],
      ),
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
