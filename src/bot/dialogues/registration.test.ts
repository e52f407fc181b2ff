import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Chat, conversations } from '../../../test/helpers/conversation.ts';
import { emptied, testDatabase } from '../../../test/helpers/database.ts';
import { codeIn, goes, pressesAction, steps } from '../../../test/helpers/registering.ts';
import { foundTown, type Town } from '../../../test/helpers/small-town.ts';
import { createInvitation } from '../../database/repositories/invitation-book.ts';
import { createProgrammeBook } from '../../database/repositories/programme-book.ts';
import type { Database } from '../../database/sql.ts';
import type { Person } from '../../domain/people/person.ts';
import { defaultSettings } from '../../domain/programme/settings.ts';

const clock = { now: () => new Date('2022-03-18T10:00:00+04:00') };
let database: Database;
let town: Town;
let curator: Person;
let coordinator: Person;
let talks: ReturnType<typeof conversations>;
let accounts = 0;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());

beforeEach(async () => {
  await emptied(database);
  town = await foundTown(database);
  await createProgrammeBook(database).saveSettings(town.programme.id, {
    ...defaultSettings,
    operator: { name: 'Управление образования', address: 'ул. Школьная, 1', contact: '1-23-45' },
  });
  curator = await town.person('Лаптева Нина Павловна', 'curator', town.school.id);
  coordinator = await town.person('Широбокова Анна Ивановна', 'coordinator', town.office.id);
  talks = conversations(database, { clock });
});

async function linked(person: Person, platform = 'vk'): Promise<Chat> {
  const chat = stranger(platform);
  await database.query(
    'insert into chat_account (platform, account_id, chat_id, person_id) values ($1, $2, $2, $3)',
    [platform, String(1000 + accounts), person.id],
  );
  return chat;
}

function stranger(platform = 'telegram'): Chat {
  accounts += 1;
  return talks.chat(platform, String(1000 + accounts));
}

const states = () =>
  database.query<{ form: string; role: string | null; state: string }>(
    'select form, role, state from application order by id',
  );

const role = (person: string) =>
  database.query<{ role: string }>(
    `select a.role from appointment a join person p on p.id = a.person_id
     where p.surname = $1 and a.ended_at is null order by a.role`,
    [person],
  );

async function register(chat: Chat, form: string, how: readonly string[]): Promise<void> {
  await pressesAction(chat, `join:${form}`);
  await goes(chat, [...how, '>Отправить заявку']);
}

describe.each(['telegram', 'vk'])('on %s', (platform) => {
  test('a mentor registers, and the curator confirms in the chat', async () => {
    const staff = await linked(curator, platform);
    const chat = stranger(platform);
    await register(chat, 'mentor', steps.mentor('Мартынова Ольга Петровна'));
    expect(chat.all()).toContain('Заявка отправлена куратору');
    const papers = chat.phone.shown.at(-1);
    expect(papers?.text).toContain('Согласия, которые вы дали');
    expect(papers?.files).toHaveLength(2);
    expect(chat.phone.menu.flat()).toContain('Обо мне');

    expect(staff.last()).toContain('Новая заявка: Наставник, Школа № 3');
    expect(staff.last()).toContain('Мартынова О. П.');
    await staff.presses('Посмотреть заявку');
    expect(staff.last()).toContain('Мартынова Ольга Петровна');
    expect(staff.last()).toContain('Стаж, лет: 12');
    expect(staff.last()).toContain('Компетенции: Методика преподавания предмета');
    await staff.presses('Подтвердить');
    expect(staff.all()).toContain('✅ Заявка подтверждена');
    expect(chat.last()).toContain('вы в программе!');
    expect(chat.phone.menu.flat()).toContain('Мои задачи');
    expect(await states()).toEqual([{ form: 'mentor', role: 'mentor', state: 'confirmed' }]);
    expect(await role('Мартынова')).toEqual([{ role: 'mentor' }]);
  });

  test('a young teacher registers, and is declined with the curator’s own words', async () => {
    const staff = await linked(curator, platform);
    const chat = stranger(platform);
    await register(chat, 'mentee', steps.mentee('Ложкин Пётр Ильич'));
    await staff.presses('Отклонить');
    expect(staff.last()).toContain('Почему отклоняем?');
    await staff.says('👍');
    expect(staff.last()).toContain('Причина нужна словами');
    await staff.says('Вы уже работаете шестой год');
    expect(staff.last()).toContain('Заявка отклонена');
    expect(chat.last()).toContain('Причина: Вы уже работаете шестой год');
    expect(await states()).toEqual([{ form: 'mentee', role: 'mentee', state: 'declined' }]);
  });

  test('a curator applies, and the coordinator confirms', async () => {
    const staff = await linked(coordinator, platform);
    const other = await linked(curator, platform);
    const chat = stranger(platform);
    await register(chat, 'staff', steps.staff('Рябова Ирина Юрьевна', 'Куратор наставничества'));
    expect(chat.all()).toContain('Заявка отправлена координатору');
    expect(other.all()).not.toContain('Новая заявка');
    await staff.presses('Подтвердить');
    expect(await role('Рябова')).toEqual([{ role: 'curator' }]);
    expect(chat.last()).toContain('вы в программе');
  });

  test('a pupil waits for a parent, who opens the link, and goes on afterwards', async () => {
    const staff = await linked(curator, platform);
    const chat = stranger(platform);
    await pressesAction(chat, 'join:pupil');
    await goes(chat, steps.pupil('Ёлкина Мария', 2008));
    expect(chat.last()).toContain('нужно согласие мамы, папы или опекуна');
    const code = codeIn(chat.last());
    await chat.presses('Прислать новое приглашение');
    const newCode = codeIn(chat.last());
    await pressesAction(chat, 'join:resume');
    expect(chat.last()).toContain('Пока жду согласия');

    const parent = stranger(platform);
    await parent.says(code);
    expect(parent.last()).toContain('больше не действует');
    await parent.says(newCode);
    expect(parent.all()).toContain('Ёлкина Мария хочет участвовать');
    await goes(parent, [...steps.representative('Ёлкина Анна Сергеевна'), '>Отправить']);
    expect(parent.all()).toContain('Согласие записано');
    expect(parent.phone.shown.at(-1)?.files).toHaveLength(3);
    await parent.says('/menu');
    expect(parent.all()).toContain('Вы представляете: Ёлкина М. — анкета ещё не отправлена.');
    expect(parent.labels()).toEqual(['✍️ Согласия', 'Мои данные']);
    await parent.says('/me');
    expect(parent.last()).toContain('Ёлкина Анна Сергеевна\n\nВы представляете: Ёлкина М.');
    await parent.presses('Исправить');
    expect(parent.last()).toContain('исправляет координатор');

    expect(chat.last()).toContain('Можно продолжать анкету');
    await chat.presses('Продолжить');
    expect(chat.last()).toContain('Кем вы хотите быть в программе?');
    await goes(chat, [...steps.pupilRest, '>Отправить заявку']);
    expect(await states()).toEqual([{ form: 'pupil', role: 'mentee', state: 'applied' }]);
    await staff.presses('Посмотреть заявку');
    expect(staff.last()).toContain('нет 18 лет');
    await staff.presses('Подтвердить');
    expect(parent.last()).toContain('Ёлкина М.: заявка подтверждена');
    expect(chat.last()).toContain('вы в программе');
  });
});

test('a pupil of age gives the consents alone', async () => {
  const chat = stranger();
  await pressesAction(chat, 'join:pupil');
  await goes(chat, [...steps.pupil('Рогов Илья', 2003), '>Даю согласие', ...steps.pupilRest]);
  expect(chat.last()).toContain('Согласие на участие');
  await goes(chat, ['>Даю согласие', '>Отправить заявку']);
  expect(await states()).toEqual([{ form: 'pupil', role: 'mentee', state: 'applied' }]);
});

test('until a representative agrees a minor is asked for nothing more, whatever they press', async () => {
  const chat = stranger();
  await pressesAction(chat, 'join:pupil');
  await goes(chat, steps.pupil('Ёлкина Мария', 2008));
  const before = chat.phone.shown.length;
  for (const action of ['form:resume', 'form:pupil:summary:send', 'form:pupil:as:=mentee', 'join:pupil']) {
    await pressesAction(chat, action);
  }
  await chat.says('Хочу рисовать');
  for (const { text } of chat.phone.shown.slice(before)) expect(text).not.toMatch(/шаг|Кем вы хотите/);
  expect(await states()).toEqual([{ form: 'pupil', role: null, state: 'draft' }]);
});

test('whoever consents for a pupil has a name and a relation to them from that moment on', async () => {
  const chat = stranger();
  await pressesAction(chat, 'join:pupil');
  await goes(chat, steps.pupil('Котова Ася', 2010));
  const parent = stranger('vk');
  await parent.says(codeIn(chat.all()));
  await goes(parent, steps.representative('Котова Майя Юрьевна').slice(0, -2));
  const givers = await database.query(
    `select p.surname, r.relation from consent c join person p on p.id = c.given_by
     join representation r on r.representative_id = c.given_by and r.pupil_id = c.person_id`,
  );
  expect(givers).toEqual([{ surname: 'Котова', relation: 'parent' }]);
});

test('a minor known as a pupil consents to nothing alone by another form', async () => {
  const chat = stranger();
  await pressesAction(chat, 'join:pupil');
  await goes(chat, steps.pupil('Котова Ася', 2010));
  await pressesAction(chat, 'join:mentor');
  await chat.presses('Даю согласие');
  expect(await database.query('select from consent')).toEqual([]);
});

test('the pupil can’t be their own representative, and a teacher who is known may be one', async () => {
  const teacher = await linked(await town.person('Ёлкин Олег Иванович', 'deputy-head', town.school.id));
  const chat = stranger();
  await pressesAction(chat, 'join:pupil');
  await goes(chat, steps.pupil('Ёлкина Мария', 2008));
  const code = codeIn(chat.last());
  await chat.says(code);
  expect(chat.last()).toContain('для вашего родителя или опекуна');
  await teacher.says(code);
  expect(teacher.last()).toContain('шаг 1 из 9');
  await goes(teacher, ['>Даю согласие', '>Опекун', '+7 912 345-67-80', '>Даю согласие', '>Даю согласие']);
  await goes(teacher, ['>Даю согласие', '>Отправить']);
  expect(chat.last()).toContain('Можно продолжать анкету');
});

test('whoever staff have entered is not asked again for what is known, and is confirmed at once', async () => {
  const chat = await linked(await town.person('Мартынова Ольга Петровна', 'mentor', town.school.id));
  await pressesAction(chat, 'join:mentor');
  await goes(chat, ['>Даю согласие']);
  expect(chat.last()).toContain('Кем вы работаете?');
  const [, ...rest] = steps.mentor('');
  await goes(chat, rest.slice(rest.indexOf('учитель')));
  expect(chat.last()).toContain('Фамилия: Мартынова');
  await chat.presses('Отправить заявку');
  expect(chat.all()).toContain('Вас уже ждали');
  expect(await states()).toEqual([{ form: 'mentor', role: 'mentor', state: 'confirmed' }]);
});

test.each(['mentor', 'staff'])(
  'who began the %s’s form as a stranger and then opens their invitation goes on as who they are',
  async (form) => {
    const invited = await town.person('Мартынова Ольга Петровна', 'mentor', town.school.id);
    const chat = stranger();
    await pressesAction(chat, `join:${form}`);
    await chat.presses('Даю согласие');
    expect(chat.last()).toContain('фамилия');
    await chat.opens((await createInvitation(database, invited.id, clock)).secret);
    expect(chat.all()).toContain('Здравствуйте, Ольга Петровна!');
    expect(chat.last()).toContain(form === 'mentor' ? 'Кем вы работаете?' : 'Кто вы в своей организации?');
    expect(await database.query(`select from person where surname = ''`)).toEqual([]);
    if (form === 'staff') return;
    const [, ...rest] = steps.mentor('');
    await goes(chat, [...rest.slice(rest.indexOf('учитель')), '>Отправить заявку']);
    expect(await states()).toEqual([{ form: 'mentor', role: 'mentor', state: 'confirmed' }]);
  },
);

test('an invitation for somebody who has applied by that form elsewhere ends the form begun here', async () => {
  const there = stranger('vk');
  await register(there, 'mentor', steps.mentor('Мартынова Ольга Петровна'));
  await there.presses('Продолжить в другом мессенджере');
  const code = codeIn(there.last());
  const chat = stranger();
  await pressesAction(chat, 'join:mentor');
  await chat.presses('Даю согласие');
  await chat.says(code);
  expect(chat.all()).toContain('Здравствуйте, Ольга Петровна!');
  expect(await states()).toEqual([{ form: 'mentor', role: 'mentor', state: 'applied' }]);
  expect((await chat.says('Смирнова')).join()).toContain('Не совсем понял');
});

test('whoever has applied, or represents the invited pupil, stays who they are', async () => {
  const chat = stranger();
  await register(chat, 'mentor', steps.mentor('Мартынова Ольга Петровна'));
  const other = await town.person('Ложкин Пётр Ильич', 'mentor', town.school.id);
  await chat.opens((await createInvitation(database, other.id, clock)).secret);
  expect(chat.last()).toContain('напишите куратору: он объединит записи');

  const pupil = stranger();
  await pressesAction(pupil, 'join:pupil');
  await goes(pupil, steps.pupil('Ёлкина Мария', 2008));
  const parent = stranger();
  await parent.says(codeIn(pupil.last()));
  await pressesAction(pupil, 'join:elsewhere');
  await parent.presses('Отложить');
  await parent.says(codeIn(pupil.last()));
  expect(parent.last()).toContain('выписано другому человеку');
});

test('where the curator is not in the bot the coordinator is told, and where nobody is it is said', async () => {
  const chat = stranger();
  await register(chat, 'mentor', steps.mentor('Мартынова Ольга Петровна'));
  expect(chat.all()).toContain('Куратор и координатор ещё не подключились');
  const staff = await linked(coordinator);
  const next = stranger();
  await register(next, 'mentee', steps.mentee('Ложкин Пётр Ильич'));
  expect(next.all()).toContain('Заявка отправлена координатору');
  expect(staff.last()).toContain('Ложкин П. И.');
});

test('an answer is corrected under an application that waits', async () => {
  const staff = await linked(curator);
  const chat = stranger();
  await register(chat, 'mentor', steps.mentor('Мартынова Ольга Петровна'));
  await pressesAction(chat, 'me:edit');
  await goes(chat, ['>Изменить', '>›', '>Должность', 'методист', '>Отправить']);
  expect(chat.last()).toContain('Исправил, спасибо');
  await staff.presses('Посмотреть заявку');
  expect(staff.last()).toContain('Должность: методист');
});

test('of another school its own curator hears; after the confirmation only the coordinator changes it', async () => {
  const staff = await linked(curator);
  const other = await linked(await town.person('Кропачева Анна Игоревна', 'curator', town.otherSchool.id));
  const office = await linked(coordinator);
  const chat = stranger();
  await register(chat, 'mentor', steps.mentor('Мартынова Ольга Петровна'));
  const toSchool = (name: string) => [
    '>Изменить',
    '>Организация',
    name,
    `>Школа № ${name.at(-1)}`,
    '>Отправить',
  ];
  await pressesAction(chat, 'me:edit');
  await goes(chat, toSchool('шк 7'));
  expect(chat.last()).toContain('Исправил, спасибо. Заявка отправлена куратору');
  expect(other.last()).toContain('Новая заявка: Наставник, Школа № 7\nМартынова О. П.');
  await staff.presses('Подтвердить');
  expect(await states()).toMatchObject([{ state: 'applied' }]);
  await other.presses('Подтвердить');
  await pressesAction(chat, 'me:edit');
  await goes(chat, toSchool('шк 3'));
  expect(chat.last()).toContain('Организацию и роль меняет координатор: я передал ему вашу просьбу');
  expect(office.last()).toContain('исправление: Мартынова О. П., срок — ');
  expect(office.last()).toContain('Просит: Школа № 3.');
  const requests = await database.query('select kind, state, facts from data_request order by id');
  expect(requests).toEqual([
    { kind: 'correct', state: 'done', facts: {} },
    { kind: 'correct', state: 'open', facts: { key: 'organization', wish: 'Школа № 3' } },
  ]);
});

test('who asked to be erased and applies anew stays', async () => {
  const chat = stranger();
  await register(chat, 'mentor', steps.mentor('Мартынова Ольга Петровна'));
  await pressesAction(chat, 'privacy:erase-yes');
  await pressesAction(chat, 'join:mentor');
  const [, , , , ...rest] = steps.mentor('Мартынова Ольга Петровна');
  await goes(chat, [...rest.slice(0, -1), '>Отправить заявку']);
  expect(chat.all()).toContain('удаление данных отменил');
  expect(await states()).toMatchObject([{ state: 'left' }, { state: 'applied' }]);
  expect(await database.query('select state from data_request')).toEqual([{ state: 'cancelled' }]);
});

test('a second application by the same form is answered by how the first one stands', async () => {
  const chat = stranger();
  await register(chat, 'mentor', steps.mentor('Мартынова Ольга Петровна'));
  await pressesAction(chat, 'join:mentor');
  expect(chat.last()).toContain('Ваша заявка уже есть: наставник, ждёт решения');
  await chat.presses('Моя заявка');
  expect(chat.last()).toContain('⏳ Заявка ждёт решения');
});

test('a double press under the summary sends one application', async () => {
  const staff = await linked(curator);
  const chat = stranger();
  await pressesAction(chat, 'join:mentor');
  await goes(chat, steps.mentor('Мартынова Ольга Петровна'));
  const summary = chat.holding('Отправить заявку');
  await chat.presses('Отправить заявку', summary);
  await chat.presses('Отправить заявку', summary).catch(() => undefined);
  expect(staff.all().match(/Новая заявка/g)).toHaveLength(1);
  expect(await states()).toHaveLength(1);
});

test('a form begun on one platform goes on on the other', async () => {
  const chat = stranger('telegram');
  await pressesAction(chat, 'join:mentor');
  await pressesAction(chat, 'join:elsewhere');
  expect(chat.last()).toContain('Сначала познакомимся здесь');
  const whole = steps.mentor('Мартынова Ольга Петровна');
  await goes(chat, whole.slice(0, 8));
  await pressesAction(chat, 'join:elsewhere');
  const other = stranger('vk');
  await other.says(codeIn(chat.last()));
  expect(other.last()).toContain('Сколько лет вы работаете?');
  await goes(other, [...whole.slice(8), '>Отправить заявку']);
  expect(await states()).toEqual([{ form: 'mentor', role: 'mentor', state: 'applied' }]);
});

test('with several programmes the city is chosen first', async () => {
  const other = await createProgrammeBook(database).add({ key: 'north', name: 'Северный город' });
  const chat = stranger();
  await pressesAction(chat, 'join:mentor');
  expect(chat.labels()).toEqual(['Наставничество', 'Северный город']);
  await pressesAction(chat, `join:city:${other.id}:nobody`);
  expect(chat.last()).not.toContain('шаг');
  await chat.presses('Наставничество');
  expect(chat.last()).toContain('шаг 1 из 16');
});

describe('somebody of the same name in the same school', () => {
  let known: Person;
  let staff: Chat;
  let chat: Chat;
  beforeEach(async () => {
    known = await town.person('Мартынова Ольга Петровна', 'mentor', town.school.id);
    staff = await linked(curator);
    chat = stranger();
    await pressesAction(chat, 'join:mentor');
    await goes(
      chat,
      steps
        .mentor('мартынова  Ольга Петровна')
        .filter((step) => step !== '')
        .slice(0, 6),
    );
    expect(chat.last()).toContain('уже есть Мартынова О. П. из организации «Школа № 3». Это вы?');
  });
  const rest = () => {
    const all = steps.mentor('Мартынова Ольга Петровна');
    return [...all.slice(all.indexOf('учитель')), '>Отправить заявку'];
  };

  test('is joined by the curator where they say so, never before', async () => {
    await goes(chat, ['>Да, это я', ...rest()]);
    expect(await role('Мартынова')).toEqual([{ role: 'mentor' }]);
    expect(await states()).toEqual([{ form: 'mentor', role: 'mentor', state: 'applied' }]);
    expect(staff.labels()).toEqual(['Посмотреть заявку']);
    await staff.presses('Посмотреть заявку');
    expect(staff.last()).toContain('Похоже, этот человек уже есть в программе');
    await staff.presses('Объединить');
    expect(chat.last()).toContain('записи о вас объединены');
    const [account] = await database.query<{ person: string }>(
      'select person_id as person from chat_account where account_id = $1',
      [String(1000 + accounts)],
    );
    expect(account?.person).toBe(known.id);
  });

  test('hears of the joining on the account they had before', async () => {
    const before = await linked(known);
    await goes(chat, ['>Да, это я', ...rest()]);
    await staff.presses('Посмотреть заявку');
    await staff.presses('Объединить');
    expect(before.all()).toContain('подключён ещё один аккаунт');
    expect(chat.all()).not.toContain('подключён ещё один аккаунт');
  });

  test('is asked about with no more of the name than was typed', async () => {
    const other = stranger('vk');
    await pressesAction(other, 'join:mentor');
    await goes(other, ['>Даю согласие', 'Мартынова', 'Ольга', '>Пропустить', 'шк 3', '>Школа № 3']);
    expect(other.last()).toContain('уже есть Мартынова О. из организации');
  });

  test('who is a pupil is told of to those who decide, never to whoever typed the name', async () => {
    await database.query('delete from appointment where person_id = $1', [known.id]);
    await database.query(
      `insert into application (person_id, form, role, organization_id, state)
       values ($1, 'pupil', 'mentee', $2, 'confirmed')`,
      [known.id, town.school.id],
    );
    const other = stranger('vk');
    await register(other, 'mentor', steps.mentor('Мартынова Ольга Петровна'));
    expect(other.all()).not.toContain('уже есть');
    expect(
      await database.query(`select duplicate_of as id from application where state = 'applied'`),
    ).toEqual([{ id: known.id }]);
  });

  test('stays apart where they say to be another', async () => {
    await goes(chat, ['>Нет, другой человек', ...rest()]);
    await staff.presses('Посмотреть заявку');
    expect(staff.labels()).not.toContain('Объединить');
  });

  test('the question is asked again until it is answered, and twice changes nothing', async () => {
    await pressesAction(chat, 'form:resume');
    expect(chat.last()).toContain('Это вы?');
    const asked = chat.holding('Нет, другой человек');
    await chat.presses('Нет, другой человек', asked);
    expect(chat.last()).toContain('Кем вы работаете?');
    await pressesAction(chat, 'join:other');
    await pressesAction(chat, `join:same:${known.id}`);
    await goes(chat, rest());
    expect(await states()).toEqual([{ form: 'mentor', role: 'mentor', state: 'applied' }]);
  });

  test('the curator may find that they are two', async () => {
    await goes(chat, ['>Да, это я', ...rest()]);
    await staff.presses('Посмотреть заявку');
    await staff.presses('Это разные люди');
    expect(staff.labels()).not.toContain('Объединить');
    await staff.presses('Подтвердить');
    expect(await states()).toEqual([{ form: 'mentor', role: 'mentor', state: 'confirmed' }]);
  });
});

test.each(['join:same:1', 'join:other', 'join:code', 'join:city:9:mentor', 'join:nothing', 'join:mentor:x'])(
  'the old button %s begins nothing',
  async (action) => {
    const chat = stranger();
    await pressesAction(chat, action);
    expect(chat.phone.words.at(-1)).toBe('Эта кнопка уже не работает');
    expect(await states()).toEqual([]);
  },
);
