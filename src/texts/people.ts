import type { Visitor } from '../domain/people/people-book.ts';
import type { Person } from '../domain/people/person.ts';
import { roleNames } from './roles.ts';

type Names = Pick<Person, 'surname' | 'name' | 'patronymic'>;

/** «Наталья Юрьевна»: how the bot speaks to somebody. */
export function politeName({ name, patronymic }: Names): string {
  return patronymic === '' ? name : `${name} ${patronymic}`;
}

/** «Бабинцева Н. Ю.»: how it speaks about them. */
export function shortName({ surname, name, patronymic }: Names): string {
  const initials = [name, patronymic].filter((part) => part !== '').map((part) => `${[...part][0]}.`);
  return [surname, ...initials].join(' ');
}

/** «Бабинцева Наталья Юрьевна». */
export function fullName({ surname, name, patronymic }: Names): string {
  return [surname, name, patronymic].filter((part) => part !== '').join(' ');
}

/** «заместитель директора, куратор — Школа № 3»: a line for each organization. */
export function appointmentLines(appointments: Visitor['appointments']): string[] {
  const rolesIn = new Map<string, string[]>();
  for (const { role, organizationName } of appointments) {
    rolesIn.set(organizationName, [...(rolesIn.get(organizationName) ?? []), roleNames[role]]);
  }
  return [...rolesIn].map(([organization, names]) => `${names.join(', ')} — ${organization}`);
}

/** Organizations of a person, for those who may not be told the name. */
export function organizationsLine(appointments: Visitor['appointments']): string {
  return [...new Set(appointments.map((each) => each.organizationName))].join(', ');
}
