import type { Person } from '../domain/people/person.ts';
import { administratorLinkHours } from '../domain/sign-in/administrator-link.ts';
import { fullName } from './people.ts';
import { counted } from './plural.ts';

type Names = Pick<Person, 'surname' | 'name' | 'patronymic'>;
export type AdministratorLine = Names & {
  id: string;
  programme: string;
  enrolled: boolean;
  hasChat: boolean;
};

const hours = ['час', 'часа', 'часов'] as const;
const people = ['человека', 'человек', 'человек'] as const;

/** `null` is somebody who is not entered yet. */
export function administratorInvited(person: Person | null, link: string): string {
  const who = person === null ? 'того, кто её откроет' : `${fullName(person)} (№ ${person.id})`;
  return [
    `Ссылка сделает администратором: ${who}. Она на один раз и действует ${counted(administratorLinkHours, hours)}.`,
    '',
    `  ${link}`,
    '',
    'Передайте её лично: кто откроет, тот и войдёт.',
  ].join('\n');
}

export function administratorsText(lines: readonly AdministratorLine[]): string {
  if (lines.length === 0) return 'Администраторов нет. Ссылку для первого даст nastavnik admin invite.';
  return lines
    .map((line) =>
      [
        `${line.id}  ${fullName(line)}`,
        line.programme,
        line.enrolled ? 'код из приложения подключён' : 'код из приложения не подключён',
        line.hasChat ? 'в чате' : 'без чата: войти заново можно только по новой ссылке',
      ].join(' · '),
    )
    .join('\n');
}

export function factorReset(person: Person): string {
  return `${fullName(person)} подключит код из приложения заново при следующем входе; начатые входы завершены.`;
}

export function factorsForgotten(count: number): string {
  return `Забыты коды у ${counted(count, people)}. Все входы завершены; каждый подключит приложение заново.`;
}
