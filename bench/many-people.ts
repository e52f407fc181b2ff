import type { Database } from '../src/database/sql.ts';

const stems =
  'Авд Бел Бор Вас Вор Гор Гр Дем Дор Еф Жар Зайц Зуб Иль Кар Кол Куз Лаз Леб Мар Мел Мор Ник Нов Орл Пав Пет Пол Ром Сав Сем Сид Сок Тар Тих Уш Фед Фом Хар Чер Шар Щер Юд Яков'.split(
    ' ',
  );
const middles = 'ан ар ел ен ер ик ил ин ом он ор ос от ук ум уш ыш яг'.split(' ');
const endings = ['ова', 'ева', 'ина', 'ская', 'ов', 'ев', 'ин', 'ский'];
const names =
  'Анна Мария Наталья Елена Ольга Ирина Светлана Алёна Иван Пётр Сергей Андрей Дмитрий Михаил'.split(' ');
const patronymics = 'Ивановна Петровна Сергеевна Андреевна Юрьевна Иванович Петрович Сергеевич Ильич'.split(
  ' ',
);

/** People who are not at all: a surname, a name and a patronymic each, in 60 schools, with what a list shows of them. */
export async function seedPeople(database: Database, count: number): Promise<{ programmeId: string }> {
  const surnames = stems.flatMap((stem) =>
    middles.flatMap((middle) => endings.map((ending) => `${stem}${middle}${ending}`)),
  );
  const [programme] = await database.query<{ id: string }>(
    `insert into programme (key, name) values ('bench', 'bench') returning id`,
  );
  const programmeId = programme?.id ?? '';
  await database.query(
    `with o as (insert into organization (programme_id, kind, name, short_name)
       select $1::bigint, 'school', 'Школа № ' || n, 'Школа № ' || n from generate_series(1, 60) n returning id),
     numbered as (select id, row_number() over (order by id) - 1 as n from o),
     p as (insert into person (programme_id, surname, name, patronymic, phone, birth_year)
       select $1::bigint, ($2::text[])[1 + (n * 7919) % $3], ($4::text[])[1 + (n * 31) % $5], ($6::text[])[1 + (n * 17) % $7],
         '+7912' || lpad(n::text, 7, '0'), 1960 + n % 45
       from generate_series(1, $8::int) n returning id),
     placed as (select p.id, o.id as organization_id, p.id % 7 < 3 as mentors from p join numbered o on o.n = p.id % 60),
     a as (insert into appointment (person_id, organization_id, role)
       select id, organization_id, case when mentors then 'mentor' else 'mentee' end from placed),
     c as (insert into chat_account (platform, account_id, chat_id, person_id, closed_at)
       select case when id % 2 = 0 then 'vk' else 'telegram' end, id, id, id, case when id % 11 = 0 then now() end
       from placed where id % 5 > 0)
     insert into application (person_id, form, role, organization_id, state, applied_at, decided_at)
     select id, case when mentors then 'mentor' else 'mentee' end, case when mentors then 'mentor' else 'mentee' end,
       organization_id, case when id % 3 = 0 then 'active' else 'confirmed' end, now(), now()
     from placed where id % 4 > 0`,
    [programmeId, surnames, surnames.length, names, names.length, patronymics, patronymics.length, count],
  );
  await database.query(
    `with t as (insert into consent_text (programme_id, kind, giver, version, title, summary, body, hash, published_at)
       values ($1, 'personal-data', 'self', 1, '-', '-', '-', '-', now()),
         ($1, 'participation', 'self', 1, '-', '-', '-', '-', now()) returning id)
     insert into consent (person_id, given_by, text_id, way, given_at)
     select p.id, p.id, t.id, 'chat', now() from person p, t where p.programme_id = $1 and p.id % 10 > 2`,
    [programmeId],
  );
  await database.query('vacuum analyze');
  return { programmeId };
}
