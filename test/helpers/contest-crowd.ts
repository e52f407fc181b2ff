import type { Sql } from '../../src/database/sql.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { person } from './applicant.ts';
import { lets } from './publishing.ts';

export type Author = Awaited<ReturnType<typeof crowd>>[number];

const surnames = [
  'Агафонов',
  'Берёзин',
  'Вахрушев',
  'Горохов',
  'Дьячков',
  'Ельцов',
  'Жуйков',
  'Зорин',
  'Ильин',
  'Князев',
];
const names = [
  'Анна',
  'Вера',
  'Дина',
  'Елена',
  'Жанна',
  'Зоя',
  'Инна',
  'Клара',
  'Лидия',
  'Майя',
  'Нина',
  'Ольга',
];

/**
 * Invented teachers of the demonstration's schools who have registered before: on VK, where they have written to the bot.
 * Every third one lets us publish name, work and awards on our site.
 */
export async function crowd(sql: Sql, sandbox: Sandbox, { count, at }: { count: number; at: Date }) {
  const schools = await sql.query<{ id: string; programmeId: string }>(
    `select id::text, programme_id::text as "programmeId" from organization where kind = 'school' order by id`,
  );
  const authors = [];
  for (let index = 0; index < count; index += 1) {
    const school = schools[index % schools.length];
    if (school === undefined) throw new Error('there are no schools');
    const surname = `${surnames[index % 10]}а`;
    const name = names[Math.floor(index / 10) % 12] ?? '';
    const key = `author-${index}`;
    const { vk } = sandbox.people.add({ key, name: `${name} ${surname}`, open: ['vk'] });
    const account = String(vk.chat.accountId);
    const [row] = await sql.query<{ id: string }>(
      `with made as (
         insert into person (programme_id, surname, name, patronymic) values ($1, $2, $3, 'Петровна') returning id
       ), seat as (
         insert into appointment (person_id, role, organization_id) select id, 'mentor', $4 from made
       ), chat as (
         insert into chat_account (platform, account_id, chat_id, person_id, linked_at)
         select 'vk', $5, $5, id, now() from made
       )
       select id::text from made`,
      [school.programmeId, surname, name, school.id, account],
    );
    const id = row?.id ?? '';
    const isPublic = index % 3 === 0;
    if (isPublic) await lets(sql, id, { where: ['office-site', 'vk'], at });
    authors.push({ index, id, surname, name, isPublic, vkId: vk.chat.accountId, ...person(vk) });
  }
  return authors;
}
