import type { Person } from '../../domain/people/person.ts';
import type { PersonAnswers } from '../../domain/registration/application-book.ts';
import { isSameName } from '../../domain/registration/same-name.ts';
import type { Sql } from '../sql.ts';
import { readId } from './application-cards.ts';
import { isNamed, personColumns } from './person-columns.ts';

/** See `ApplicationBook.duplicatesOf`. An organization has some hundred people at most: names are compared here. */
export async function duplicatesOf(
  sql: Sql,
  names: Pick<PersonAnswers, 'surname' | 'name' | 'patronymic'>,
  organizationId: string,
  personId: string,
): Promise<Person[]> {
  const people = await sql.query<Person>(
    `select ${personColumns} from person
     where person.id <> $2 and ${isNamed}
       and person.programme_id = (select programme_id from person where id = $2)
       and (exists (select from appointment
           where person_id = person.id and organization_id = $1 and ended_at is null)
         or exists (select from application
           where person_id = person.id and organization_id = $1 and state not in ('left', 'declined')))
     order by person.id`,
    [readId(organizationId), personId],
  );
  return people.filter((person) => isSameName(person, names));
}
