import type { Organization, OrganizationKind } from '../domain/organizations/organization.ts';
import type { NewInvitation } from '../domain/people/invitation.ts';
import { showCode } from '../domain/people/invitation.ts';
import type { Person, Role } from '../domain/people/person.ts';
import type { ListedPerson } from '../domain/people/person-book.ts';
import { dayText } from './dates.ts';
import { fullName } from './people.ts';
import { roleNames } from './roles.ts';

const kindNames: Record<OrganizationKind, string> = {
  office: 'управление',
  school: 'школа',
  kindergarten: 'детский сад',
  college: 'колледж',
  partner: 'партнёр',
};

export function organizationLine({ id, kind, shortName, name, aliases }: Organization): string {
  const also = aliases.length > 0 ? ` (${aliases.join(', ')})` : '';
  return `${id}  ${shortName}${also} — ${name}, ${kindNames[kind]}`;
}

export function personLine(person: ListedPerson): string {
  const roles = person.appointments.map((each) => `${roleNames[each.role]} — ${each.organizationName}`);
  const channel = person.linked.length > 0 ? person.linked.join(', ') : 'ещё не в боте';
  return `${person.id}  ${fullName(person)}: ${roles.join('; ') || 'без роли'} [${channel}]`;
}

export function nobodyYet(): string {
  return 'Пока никого.';
}

export function nothingYet(): string {
  return 'Пока ни одной.';
}

export function programmeAdded(key: string): string {
  return `Программа «${key}» создана.`;
}

export function appointed(person: Person, role: Role, organization: Organization): string {
  return `${fullName(person)} (${person.id}): ${roleNames[role]} — ${organization.shortName}.`;
}

export function personAdded(person: Person): string {
  return `${fullName(person)}: номер ${person.id}.`;
}

export function dismissed(person: Person, role: Role, organization: Organization): string {
  return `${fullName(person)} больше не ${roleNames[role]} — ${organization.shortName}.`;
}

/** `platforms`: where a chat was taken away; may be empty. */
export function unlinked(person: Person, platforms: readonly string[]): string {
  const chats = platforms.length > 0 ? `чат отвязан (${platforms.join(', ')})` : 'привязанного чата не было';
  return `${fullName(person)} (${person.id}): ${chats}, прежние приглашения больше не действуют.`;
}

/** `links`: by the platform's name; `null` where its bot has never been started. */
export function invitationText(
  person: Person,
  { code }: NewInvitation,
  links: readonly { name: string; link: string | null }[],
  lastDay: string,
): string {
  const lines = links.map(
    ({ name, link }) =>
      `${name}: ${link ?? 'ссылка появится, когда бот будет запущен с токеном (nastavnik start)'}`,
  );
  return [
    `Приглашение для: ${fullName(person)} (${person.id})`,
    ...lines,
    `Код: ${showCode(code)} — его можно прислать боту сообщением`,
    `Действует до ${dayText(lastDay)} включительно, по одному разу в каждом мессенджере.`,
  ].join('\n');
}
