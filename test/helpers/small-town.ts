import { createOrganizationBook } from '../../src/database/repositories/organization-book.ts';
import { createPersonBook } from '../../src/database/repositories/person-book.ts';
import { createProgrammeBook } from '../../src/database/repositories/programme-book.ts';
import type { Sql } from '../../src/database/sql.ts';
import type { OrganizationKind } from '../../src/domain/organizations/organization.ts';
import type { Person, Role } from '../../src/domain/people/person.ts';

export type Town = Awaited<ReturnType<typeof foundTown>>;

/** A programme with an office and two schools, a roadmap to hang tasks on, and nobody in it yet. */
export async function foundTown(sql: Sql) {
  const programme = await createProgrammeBook(sql).add({ key: 'city', name: 'Наставничество' });
  const organizations = createOrganizationBook(sql);
  const found = (kind: OrganizationKind, shortName: string) =>
    organizations.add({
      programmeId: programme.id,
      kind,
      name: `МБОУ «${shortName}»`,
      shortName,
      aliases: [],
    });
  const office = await found('office', 'Управление образования');
  const school = await found('school', 'Школа № 3');
  const otherSchool = await found('school', 'Школа № 7');
  const [roadmap] = await sql.query<{ id: string }>(
    `insert into roadmap (programme_id, title, period_from, period_to, source_hash)
     values ($1, 'Дорожная карта', '2022-01-01', '2024-12-31', 'x') returning id`,
    [programme.id],
  );
  const people = createPersonBook(sql);
  let items = 0;

  return {
    programme,
    office,
    school,
    otherSchool,
    organization: (name: string) => found('school', name),
    async person(names: string, role: Role, organizationId: string): Promise<Person> {
      const [surname = '', name = '', patronymic = ''] = names.split(' ');
      const person = await people.add({ programmeId: programme.id, surname, name, patronymic });
      await people.appoint(person.id, role, organizationId);
      return person;
    },
    /** A task of the school's deputy head; `dueOn: null` is a standing one. */
    async task(title: string, dueOn: string | null, organizationId = school.id): Promise<string> {
      items += 1;
      const [row] = await sql.query<{ id: string }>(
        `with item as (insert into roadmap_item (roadmap_id, section, code, title, position, deadline, responsible, result)
           values ($1, '1', $2, $3, $4, 'срок', '{}', 'Приказ') returning id),
         piece as (insert into occurrence (item_id, to_on, standing_text)
           select id, $5::date, case when $5::date is null then 'постоянно' end from item returning id)
         insert into task (occurrence_id, organization_id, roles, due_on)
         select id, $6, '{deputy-head}', $5::date from piece returning id`,
        [roadmap?.id, `1.${items}`, title, items, dueOn, organizationId],
      );
      return row?.id ?? '';
    },
  };
}
