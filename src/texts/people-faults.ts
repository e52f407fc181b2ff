import type { Refusal } from '../domain/refusal.ts';
import { roleNames } from './roles.ts';

type Facts = Refusal['facts'];

const roleKeys = Object.keys(roleNames).join(', ');

const faults: Readonly<Record<string, (facts: Facts) => string>> = {
  'programme-exists': ({ key }) => `Программа «${key}» уже есть.`,
  'not-a-sandbox': () =>
    'Токенов нет, а с этой базой данных боту уже писали люди: песочница закрыла бы им чаты. Задайте TELEGRAM_BOT_TOKEN или VK_TOKEN, а для песочницы — другой DATA_DIR.',
  'sandbox-data': () =>
    'В этой базе данных — выдуманные люди песочницы: с настоящими токенами бот писал бы незнакомым. Задайте другой DATA_DIR или DATABASE_URL.',
  'zone-wrong': ({ value }) => `Часового пояса «${value}» нет: нужен, например, Europe/Samara.`,
  'argument-missing': ({ name }) => `Не указано: ${name}.`,
  'organization-exists': ({ name }) => `Организация «${name}» уже есть.`,
  'office-exists': () => 'Управление образования в программе уже есть, второго быть не может.',
  'organization-unknown': ({ value }) =>
    `Организации «${value}» нет. Все покажет: nastavnik organization list.`,
  'organization-ambiguous': ({ value, names }) =>
    `«${value}» подходит нескольким: ${names}. Уточните, пожалуйста.`,
  'kind-wrong': ({ value, kinds }) => `--kind «${value}»: бывает ${kinds}.`,
  'person-role-wrong': ({ value }) => `--role «${value}»: бывает ${roleKeys}.`,
  'person-unknown': ({ id }) => `Человека с номером ${id} нет. Всех покажет: nastavnik person list.`,
  'person-ambiguous': ({ value, ids }) => `«${value}» — нескольких зовут так: укажите номер (${ids}).`,
  'name-incomplete': ({ value }) =>
    `«${value}»: нужны фамилия, имя и, если есть, отчество в кавычках — "Иванова Мария Петровна".`,
  'role-needs-office': () => 'Эта роль бывает только в управлении образования: --organization "управление".',
  'platform-unknown': ({ value, keys }) => `--platform «${value}»: бывает ${keys}.`,
  'last-administrator': () =>
    'Это последний администратор. Сначала назначьте другого: nastavnik admin invite.',
  'factor-missing': () => 'Код из приложения этот человек не подключал.',
  'not-appointed': () => 'Такой роли у этого человека в этой организации нет.',
};

/** One line for whoever typed the command; `null` for a refusal that is none of people and organizations. */
export function peopleFault({ code, facts }: Refusal): string | null {
  return faults[code]?.(facts) ?? null;
}
