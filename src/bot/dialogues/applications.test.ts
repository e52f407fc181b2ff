import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Chat, conversations } from '../../../test/helpers/conversation.ts';
import { emptied, testDatabase } from '../../../test/helpers/database.ts';
import { pressesAction } from '../../../test/helpers/registering.ts';
import { foundTown, type Town } from '../../../test/helpers/small-town.ts';
import type { Database } from '../../database/sql.ts';
import type { Person } from '../../domain/people/person.ts';
import type { ApplicationState } from '../../domain/registration/application.ts';

const clock = { now: () => new Date('2022-03-18T10:00:00+04:00') };
let database: Database;
let town: Town;
let staff: Chat;
let chat: Chat;
let person: Person;
let id: string;
let talks: ReturnType<typeof conversations>;
let accounts = 0;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());

beforeEach(async () => {
  await emptied(database);
  town = await foundTown(database);
  talks = conversations(database, { clock });
  staff = await linked(await town.person('Лаптева Нина Павловна', 'curator', town.school.id));
  person = await applicant('Мартынова Ольга Петровна');
  id = await application(person.id);
  chat = await linked(person, 'telegram');
});

async function linked(who: Person, platform = 'vk', on = talks): Promise<Chat> {
  accounts += 1;
  const accountId = String(2000 + accounts);
  await database.query(
    'insert into chat_account (platform, account_id, chat_id, person_id) values ($1, $2, $2, $3)',
    [platform, accountId, who.id],
  );
  return on.chat(platform, accountId);
}

/** Entered, and appointed to nothing. */
async function applicant(names: string): Promise<Person> {
  const added = await town.person(names, 'mentor', town.school.id);
  await database.query('delete from appointment where person_id = $1', [added.id]);
  return added;
}

async function application(
  personId: string,
  state: ApplicationState = 'applied',
  role = 'mentor',
): Promise<string> {
  const [row] = await database.query<{ id: string }>(
    `insert into application (person_id, form, role, organization_id, state, answers, applied_at, decided_at)
     values ($1, 'mentor', $2, $3, $4, '{"post":"учитель","capacity":2}', $5,
       case when $4 <> 'applied' then $5::timestamptz end) returning id`,
    [personId, role, town.school.id, state, clock.now()],
  );
  await consent(personId);
  return row?.id ?? '';
}

async function consent(personId: string): Promise<void> {
  await database.query(
    `insert into consent_text (programme_id, kind, giver, version, title, summary, body, hash, published_at)
     select $1, kind, 'self', 1, '-', '-', '-', kind, $2 from unnest('{personal-data,participation}'::text[]) kind
     on conflict do nothing`,
    [town.programme.id, clock.now()],
  );
  await database.query(
    `insert into consent (person_id, given_by, text_id, way, given_at)
     select $1, $1, id, 'chat', $2 from consent_text on conflict do nothing`,
    [personId, clock.now()],
  );
}

async function stateOf(applicationId: string): Promise<string | undefined> {
  const [row] = await database.query<{ state: string }>('select state from application where id = $1', [
    applicationId,
  ]);
  return row?.state;
}

const put = (state: ApplicationState) =>
  database.query('update application set state = $2, decided_at = $3 where id = $1', [
    id,
    state,
    clock.now(),
  ]);

test('the list is paged, oldest first, and leads to each application', async () => {
  for (const surname of ['Агеева', 'Белов', 'Витязева', 'Гусев', 'Дёмина']) {
    await application((await applicant(`${surname} Яна`)).id);
  }
  await pressesAction(staff, 'apply:list:1');
  expect(staff.last()).toContain('Ждут решения: 6');
  expect(staff.labels()).toEqual([
    'Мартынова О. П. — наставник',
    'Агеева Я. — наставник',
    'Белов Я. — наставник',
    'Витязева Я. — наставник',
    'Дальше →',
    '📗 База наставников',
    '📘 База наставляемых',
  ]);
  await staff.presses('Дальше');
  expect(staff.labels()).toEqual([
    'Гусев Я. — наставник',
    'Дёмина Я. — наставник',
    '← Раньше',
    '📗 База наставников',
    '📘 База наставляемых',
  ]);
  await staff.presses('Дёмина');
  expect(staff.last()).toContain(
    'Дёмина Яна\nНаставник, Школа № 3\n\nДолжность: учитель\nСколько наставляемых: 2',
  );
  await pressesAction(staff, 'apply:list:99');
  expect(staff.labels()).toContain('Гусев Я. — наставник');
});

test('with nothing to decide the list says so', async () => {
  await put('confirmed');
  await staff.says('/applications');
  expect(staff.last()).toContain('Новых заявок нет');
});

test('a second decider is told that it is decided, and sees the card as it is now', async () => {
  const coordinator = await linked(
    await town.person('Широбокова Анна Ивановна', 'coordinator', town.office.id),
  );
  await pressesAction(staff, `apply:confirm:${id}`);
  const told = chat.phone.shown.length;
  await pressesAction(coordinator, `apply:decline:${id}`);
  expect(coordinator.phone.words.at(-1)).toBe('Решение уже принято');
  await pressesAction(coordinator, `apply:confirm:${id}`);
  await pressesAction(staff, `apply:confirm:${id}`);
  expect(staff.last()).toContain('✅ Заявка подтверждена');
  expect(chat.phone.shown).toHaveLength(told);
  expect(await stateOf(id)).toBe('confirmed');
});

test('a reason that comes after somebody else has decided is not lost on anybody', async () => {
  const coordinator = await linked(
    await town.person('Широбокова Анна Ивановна', 'coordinator', town.office.id),
  );
  await pressesAction(staff, `apply:decline:${id}`);
  await pressesAction(coordinator, `apply:confirm:${id}`);
  await staff.says('Стаж мал');
  expect(staff.all()).toContain('Решение уже принято.');
  expect(staff.last()).toContain('✅ Заявка подтверждена');
  expect(await stateOf(id)).toBe('confirmed');
});

test('declining may go without a reason, or be thought better of', async () => {
  await pressesAction(staff, `apply:decline:${id}`);
  await staff.presses('Не отклонять');
  expect(staff.last()).toContain('⏳ Заявка ждёт решения');
  await staff.says('Просто слова');
  expect(await stateOf(id)).toBe('applied');
  await staff.presses('Отклонить');
  await staff.presses('Без причины');
  expect(await stateOf(id)).toBe('declined');
  expect(chat.last()).toContain('заявку отклонили: Наставник, Школа № 3.');
  expect(chat.last()).not.toContain('Причина');
});

const verbs = [
  'show',
  'left',
  'confirm',
  'decline',
  'nowhy',
  'join',
  'apart',
  'leave',
  'return',
  'start',
  'gone',
];

test('a curator of another school changes and sees nothing by any button', async () => {
  const foreign = await linked(await town.person('Чужих Вера Львовна', 'curator', town.otherSchool.id));
  for (const verb of verbs) {
    await pressesAction(foreign, `apply:${verb}:${id}`);
    expect(foreign.phone.words.at(-1), verb).toBe('Эта кнопка уже не работает');
  }
  expect(foreign.all()).not.toContain('Мартынова');
  expect(await stateOf(id)).toBe('applied');
});

test('nobody decides their own application by any button', async () => {
  for (const verb of verbs.filter((each) => each !== 'gone')) {
    await pressesAction(chat, `apply:${verb}:${id}`);
    await chat.says('Потому что');
    expect(await stateOf(id), verb).toBe('applied');
  }
});

test('one goes on leave, returns and leaves alone, and the curator is told each time', async () => {
  await put('confirmed');
  await pressesAction(chat, 'apply:mine');
  expect(chat.last()).toContain('Ваша заявка: Наставник, Школа № 3');
  await chat.presses('В отпуск');
  expect(staff.last()).toBe('Мартынова О. П., наставник, Школа № 3: в отпуске.');
  await chat.presses('Вернуться');
  expect(staff.last()).toContain('снова участвует');
  await chat.presses('Выйти из программы');
  expect(chat.all()).toContain('Выйти из программы? Пары, задачи');
  await chat.presses('Нет, оставить');
  expect(await stateOf(id)).toBe('active');
  await chat.presses('Выйти из программы');
  await chat.presses('Да, выйти');
  expect(await stateOf(id)).toBe('left');
  expect(staff.last()).toContain('больше не участвует в программе');
  await pressesAction(chat, 'apply:mine');
  expect(chat.last()).toContain('Участие в программе завершено');
});

test('what waits for a decision may be taken back', async () => {
  await pressesAction(chat, 'apply:mine');
  await chat.presses('Отозвать заявку');
  await chat.presses('Да, отозвать');
  expect(await stateOf(id)).toBe('left');
  expect(staff.last()).toContain('заявка отозвана');
});

test('the curator starts, pauses and ends, and the person is told', async () => {
  await put('confirmed');
  await pressesAction(staff, `apply:show:${id}`);
  await staff.presses('Приступил(а) к работе');
  expect(chat.last()).toContain('вы приступили к работе');
  await staff.presses('В отпуске');
  expect(chat.last()).toContain('вы в отпуске');
  expect(staff.labels()).toEqual(['Снова участвует', 'Вышел(а) из программы', 'Все заявки']);
  await staff.presses('Вышел(а) из программы');
  await staff.presses('Да, завершить');
  expect(chat.last()).toContain('участие в программе завершено');
  expect(chat.phone.menu.flat()).not.toContain('Мои задачи');
  expect(await stateOf(id)).toBe('left');
});

test('several applications of one’s own are a list', async () => {
  await database.query(
    `insert into application (person_id, form, role, organization_id, state, applied_at)
     values ($1, 'staff', 'head', $2, 'applied', now())`,
    [person.id, town.school.id],
  );
  await pressesAction(chat, 'apply:mine');
  expect(chat.labels()).toEqual(['Руководитель организации, Школа № 3', 'Наставник, Школа № 3']);
  await chat.presses('Наставник');
  expect(chat.last()).toContain('Ваша заявка: Наставник');
});

test('whoever has never applied is shown how to', async () => {
  const nobody = await linked(await applicant('Тихонов Глеб Юрьевич'));
  await pressesAction(nobody, 'apply:mine');
  expect(nobody.last()).toContain('Заявок от вас пока нет');
  await nobody.presses('Подать заявку');
  expect(nobody.labels()).toContain('Я наставник');
});

test('through a foreign messenger no card carries a name or an answer', async () => {
  const discreet = conversations(database, { clock, mayNameOthers: (platform) => platform !== 'telegram' });
  const phone = await linked(
    await town.person('Осипова Рита Олеговна', 'curator', town.school.id),
    'telegram',
    discreet,
  );
  for (const action of ['apply:list:1', `apply:show:${id}`, `apply:left:${id}`, `apply:confirm:${id}`]) {
    await pressesAction(phone, action);
  }
  expect(phone.all()).toContain('Имя и анкета — в панели');
  expect(phone.all()).not.toMatch(/Мартынова|учитель/);
  expect(await stateOf(id)).toBe('confirmed');
});

test('a reason in somebody’s own words does not go through a foreign messenger', async () => {
  const discreet = conversations(database, { clock, mayNameOthers: (platform) => platform !== 'telegram' });
  const decider = await linked(
    await town.person('Осипова Рита Олеговна', 'curator', town.school.id),
    'vk',
    discreet,
  );
  const other = await applicant('Белова Яна Юрьевна');
  const otherId = await application(other.id);
  const own = await linked(other, 'telegram', discreet);
  await pressesAction(own, 'apply:mine');
  expect(own.last()).toBe('Ваша заявка: Наставник, Школа № 3\n\n⏳ Заявка ждёт решения.');
  await pressesAction(decider, `apply:decline:${otherId}`);
  await decider.says('Так решила Осипова');
  expect(own.last()).toContain('заявку отклонили');
  expect(own.last()).not.toContain('Осипова');
});

test('whoever has taken a consent back since is not confirmed', async () => {
  await database.query('update consent set withdrawn_at = now(), withdrawn_by = person_id');
  await pressesAction(staff, `apply:confirm:${id}`);
  expect(staff.phone.words.at(-1)).toBe('Согласие отозвано: подтвердить нельзя');
  expect(await stateOf(id)).toBe('applied');
});
