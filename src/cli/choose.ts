import { createOrganizationBook } from '../database/repositories/organization-book.ts';
import { createPeopleBook } from '../database/repositories/people-book.ts';
import { createPersonBook } from '../database/repositories/person-book.ts';
import type { Sql } from '../database/sql.ts';
import { findOrganizations } from '../domain/organizations/find-organizations.ts';
import type { Organization } from '../domain/organizations/organization.ts';
import type { Platform } from '../domain/people/channel.ts';
import type { Person, Role } from '../domain/people/person.ts';
import { Refusal } from '../domain/refusal.ts';
import { readRole } from '../texts/roles.ts';

export const programmeArg = {
  programme: { type: 'string', description: 'Ключ программы; не нужен, если она одна' },
} as const;

/** `Refusal('organization-unknown' | 'organization-ambiguous')`. */
export async function chooseOrganization(
  sql: Sql,
  programmeId: string,
  words: string,
): Promise<Organization> {
  const found = findOrganizations(await createOrganizationBook(sql).list(programmeId), words);
  const [organization, ...others] = found;
  if (organization === undefined) throw new Refusal('organization-unknown', { value: words });
  if (others.length > 0) {
    const names = found.map((each) => each.shortName).join(', ');
    throw new Refusal('organization-ambiguous', { value: words, names });
  }
  return organization;
}

export function chooseRole(text: string): Role {
  const role = readRole(text);
  if (role === null) throw new Refusal('person-role-wrong', { value: text });
  return role;
}

/** `Refusal('platform-unknown')`. */
export async function choosePlatform(sql: Sql, key: string): Promise<Platform> {
  const platforms = await createPeopleBook(sql).platforms();
  const found = platforms.find((each) => each.key === key);
  if (found === undefined) {
    throw new Refusal('platform-unknown', {
      value: key,
      keys: platforms
        .map((each) => each.key)
        .sort()
        .join(', '),
    });
  }
  return found.key;
}

/** Somebody entered before, by number or full name. `Refusal('person-unknown' | 'person-ambiguous' | 'name-incomplete')`. */
export async function choosePerson(sql: Sql, programmeId: string, who: string): Promise<Person> {
  const people = createPersonBook(sql);
  if (isNumber(who)) {
    const person = await people.byId(who);
    if (person.programmeId !== programmeId) throw new Refusal('person-unknown', { id: who });
    return person;
  }
  const [person, ...others] = await people.byName({ programmeId, ...readNames(who) });
  if (person === undefined) throw new Refusal('person-unknown', { id: who });
  if (others.length > 0) {
    throw new Refusal('person-ambiguous', {
      value: who,
      ids: [person, ...others].map((each) => each.id).join(', '),
    });
  }
  return person;
}

export function isNumber(who: string): boolean {
  return /^[1-9]\d{0,17}$/.test(who);
}

/** «Фамилия Имя Отчество»; whatever follows the name is the patronymic («Алиев Расул Магомед оглы»). */
export function readNames(text: string): Pick<Person, 'surname' | 'name' | 'patronymic'> {
  const [surname, name, ...patronymic] = text.trim().split(/\s+/u);
  if (surname === undefined || name === undefined || !/^\p{L}/u.test(surname)) {
    throw new Refusal('name-incomplete', { value: text });
  }
  return { surname, name, patronymic: patronymic.join(' ') };
}

/** A word of the command that must be there. `Refusal('argument-missing')`. */
export function given(value: string | undefined, name: string): string {
  if (value === undefined || value.trim() === '') throw new Refusal('argument-missing', { name });
  return value.trim();
}
