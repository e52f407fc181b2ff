import type { BaseImport, BaseScope, ImportedPerson } from '../../domain/bases/base-desk.ts';
import { type Base, formOfBase, roleOfBase } from '../../domain/bases/city-base.ts';
import type { BaseRow } from '../../domain/bases/read-base.ts';
import type { Person } from '../../domain/people/person.ts';
import { splitAnswers } from '../../domain/registration/read-submission.ts';
import { isSameName } from '../../domain/registration/same-name.ts';
import type { Sql } from '../sql.ts';
import { noteApplication } from './application-events.ts';
import { createPeopleBook } from './people-book.ts';
import { createPersonBook } from './person-book.ts';
import { isNamed } from './person-columns.ts';
import { storableJson } from './storable-json.ts';

type Wish = {
  base: Base;
  scope: BaseScope;
  importedBy: string | null;
  at: Date;
  progress?: (done: number, total: number) => Promise<void>;
};
type Stored = Pick<BaseImport, 'stored' | 'duplicates'>;
type Known = Pick<Person, 'surname' | 'name' | 'patronymic'> & { organizationId: string };

/**
 * Enters the people of the rows, confirmed and invited; whoever is known in their organization is left out. Bound to one
 * transaction, which two imports of a city never share in time: both would enter the same people.
 */
export async function storeBase(sql: Sql, rows: readonly BaseRow[], wish: Wish): Promise<Stored> {
  const { programmeId } = wish.scope;
  await sql.query('select from programme where id = $1 for no key update', [programmeId]);
  const names = await organizationNames(sql, programmeId);
  const { fresh, duplicates } = await sortOut(sql, rows, wish.scope);
  const result: Stored = { stored: [], duplicates };
  for (const [index, row] of fresh.entries()) {
    const organizationName = names.get(row.organizationId) ?? '';
    result.stored.push({ number: row.number, organizationName, ...(await enter(sql, row, wish)) });
    await wish.progress?.(index + 1, fresh.length);
  }
  return result;
}

/** Who is new, and who is known in their organization already or stands in the sheet twice. */
export async function sortOut(
  sql: Sql,
  rows: readonly BaseRow[],
  { programmeId }: BaseScope,
): Promise<{ fresh: BaseRow[]; duplicates: BaseImport['duplicates'] }> {
  const known = await knownPeople(sql, programmeId);
  const sorted: { fresh: BaseRow[]; duplicates: BaseImport['duplicates'] } = { fresh: [], duplicates: [] };
  for (const row of rows) {
    const { person } = splitAnswers(row.answers);
    const { organizationId } = row;
    if (known.some((each) => each.organizationId === organizationId && isSameName(each, person))) {
      const full = [person.surname, person.name, person.patronymic].filter((part) => part !== '').join(' ');
      sorted.duplicates.push({ number: row.number, names: full });
      continue;
    }
    known.push({ ...person, organizationId });
    sorted.fresh.push(row);
  }
  return sorted;
}

/** By live appointment or application, as `duplicatesOf` knows them, of all organizations at once. */
function knownPeople(sql: Sql, programmeId: string): Promise<Known[]> {
  return sql.query<Known>(
    `select person.surname, person.name, person.patronymic, held.organization_id as "organizationId"
     from person join (
       select person_id, organization_id from appointment where ended_at is null
       union select person_id, organization_id from application
         where organization_id is not null and state not in ('left', 'declined')
     ) held on held.person_id = person.id
     where person.programme_id = $1 and ${isNamed}`,
    [programmeId],
  );
}

async function organizationNames(sql: Sql, programmeId: string): Promise<Map<string, string>> {
  const rows = await sql.query<{ id: string; name: string }>(
    'select id, short_name as name from organization where programme_id = $1',
    [programmeId],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function enter(
  sql: Sql,
  { answers, organizationId }: BaseRow,
  { base, scope, importedBy, at }: Wish,
): Promise<Pick<ImportedPerson, 'person' | 'invitation'>> {
  const people = createPersonBook(sql);
  const split = splitAnswers(answers);
  const { surname, name, patronymic, phone } = split.person;
  const person = await people.add({ programmeId: scope.programmeId, surname, name, patronymic });
  await sql.query('update person set phone = $2 where id = $1', [person.id, phone]);
  const role = roleOfBase[base];
  const [application] = await sql.query<{ id: string }>(
    `insert into application (person_id, form, role, organization_id, state, answers, applied_at, decided_at,
       decided_by, created_at)
     values ($1, $2, $3, $4, 'confirmed', $5, $6, $6, $7, $6) returning id`,
    [person.id, formOfBase[base].key, role, organizationId, storableJson(split.answers), at, importedBy],
  );
  if (application === undefined) throw new Error('an insert returned no row');
  const event = { applicationId: application.id, personId: importedBy, kind: 'imported', at };
  await noteApplication(sql, event);
  await people.appoint(person.id, role, organizationId);
  return { person, invitation: await createPeopleBook(sql).invite(person.id, at) };
}
