import { describe, expect, test } from 'vitest';
import { conversations } from '../../../test/helpers/conversation.ts';
import type { Town } from '../../../test/helpers/small-town.ts';
import { townChats } from '../../../test/helpers/town-chats.ts';
import { createConsentBook } from '../../database/repositories/consent-book.ts';
import { createProgrammeBook } from '../../database/repositories/programme-book.ts';
import type { Database } from '../../database/sql.ts';
import type { Person } from '../../domain/people/person.ts';
import { defaultSettings } from '../../domain/programme/settings.ts';

const clock = { now: () => new Date('2022-03-18T10:00:00+04:00') };
let database: Database;
let town: Town;
let talks: ReturnType<typeof conversations>;

const { linked } = townChats(clock, async (fresh) => {
  ({ database, talks, town } = fresh);
  const operator = { name: 'Управление', address: 'г. Примерск', contact: 'пд@example.org' };
  await createProgrammeBook(database).saveSettings(town.programme.id, { ...defaultSettings, operator });
});

/** A mentee whose application stands as given, with both consents. */
async function applicant(state: string): Promise<Person> {
  const person = await town.person('Юн Ян Янович', 'mentee', town.school.id);
  if (state === 'applied') await database.query('delete from appointment where person_id = $1', [person.id]);
  const answers = {
    post: 'учитель',
    subject: 'физика',
    began: 2021,
    requests: { chosen: [], own: ['Выпечка хлеба'] },
    wishes: null,
    contact: 'bot',
  };
  await database.query(
    `insert into application (person_id, form, role, organization_id, state, answers, applied_at, created_at)
     values ($1, 'mentee', 'mentee', $2, $3, $4, now(), now())`,
    [person.id, town.school.id, state, JSON.stringify(answers)],
  );
  const consents = createConsentBook(database);
  for (const kind of ['personal-data', 'participation'] as const) {
    const { id: textId } = await consents.current(town.programme.id, kind, 'self', clock.now());
    const given = { personId: person.id, givenBy: person.id, textId, way: 'chat' as const, at: clock.now() };
    await consents.give({ ...given, evidence: {} });
  }
  return person;
}

const answersNow = async () => {
  const [row] = await database.query<{ answers: Record<string, unknown>; surname: string; state: string }>(
    'select a.answers, p.surname, a.state from application a join person p on p.id = a.person_id',
  );
  return row;
};

describe.each(['telegram', 'vk'])('on %s', (platform) => {
  test('people see what is stored about them, and correct it by the form', async () => {
    const chat = await linked(await applicant('confirmed'), platform);
    await chat.says('Обо мне');
    for (const words of [
      'Юн Ян Янович',
      'наставляемый — Школа № 3',
      'Запросы: Выпечка хлеба',
      'Предмет: физика',
      'Ваши согласия: персональные данные, участие в программе.',
    ])
      expect(chat.last()).toContain(words);
    await chat.presses('Исправить');
    expect(chat.last()).toContain('проверьте, пожалуйста');
    await chat.presses('Изменить');
    await chat.presses('›');
    await chat.presses('Предмет');
    await chat.says('химия');
    await chat.presses('Отправить');
    expect((await answersNow())?.answers).toMatchObject({ subject: 'химия', began: 2021 });
    expect((await answersNow())?.state).toBe('confirmed');
    expect((await chat.says('/me')).join()).toContain('Предмет: химия');
    await chat.presses('Исправить');
    await chat.presses('Изменить');
    await chat.presses('Организация');
    await chat.says('Школа № 7');
    await chat.presses('Школа № 7');
    await chat.presses('Отправить');
    expect(chat.last()).toContain('Организацию и роль меняет координатор');
  });

  test('whoever only applied sees how it stands and has a menu without tasks', async () => {
    const chat = await linked(await applicant('applied'), platform);
    await chat.says('/menu');
    expect(chat.all()).toContain('Заявка ждёт решения');
    expect(chat.phone.menu.flat()).toEqual(['Конкурсы', 'Обо мне', 'Задать вопрос', 'Настройки', 'Помощь']);
    expect((await chat.says('/help')).join()).not.toContain('/tasks');
  });

  test('commands work in the middle of a form and lead back to it; «/cancel» puts it aside', async () => {
    const chat = talks.chat(platform, '5');
    await chat.says('Здравствуйте');
    await chat.presses('молодой педагог');
    expect(chat.last()).toContain('шаг 1 из');
    expect((await chat.says('/help')).join()).toContain('шаг 1 из');
    expect((await chat.says('/menu')).join()).toContain('Мы пока не знакомы');
    expect(chat.labels()[0]).toMatch(/^Продолжить анкету \(шаг 1 из \d+\)$/);
    expect((await chat.says('/contact')).join()).not.toContain('шаг 1 из');
    expect((await chat.says('/cancel')).join()).toContain('шаг 1 из');
    expect((await chat.says('/cancel')).join()).toContain('Отложил');
    await chat.says('/menu');
    await chat.presses('Продолжить анкету');
    expect(chat.last()).toContain('шаг 1 из');
    await chat.presses('Даю согласие');
    await chat.says('/menu');
    expect(chat.labels()).toEqual([
      expect.stringContaining('Продолжить анкету'),
      'Продолжить в другом мессенджере',
    ]);
  });
});

test('whoever staff entered is told who corrects their name', async () => {
  const chat = await linked(await town.person('Ёлкин Пётр', 'deputy-head', town.school.id), 'vk');
  await chat.says('кто я');
  expect(chat.last()).toContain('Ёлкин Пётр\n• заместитель директора — Школа № 3');
  await chat.presses('Исправить');
  expect(chat.last()).toContain('внёс координатор');
});

test('another’s application is none of theirs, whatever the button says', async () => {
  await applicant('confirmed');
  const chat = await linked(await town.person('Ёлкин Пётр', 'deputy-head', town.school.id), 'vk');
  const [row] = await database.query<{ id: string }>('select id from application');
  await chat.does({ kind: 'press', action: `me:edit:${row?.id}`, callbackId: 'c', messageId: 'm' });
  expect(chat.all()).not.toMatch(/Юн|физика/);
});

test('where the chat may carry no personal data, answers are left out and corrected on the page', async () => {
  const pageUrl = 'https://page.example';
  talks = conversations(database, { clock, pageUrl, mayNameOthers: (platform) => platform !== 'telegram' });
  const chat = await linked(await applicant('confirmed'), 'telegram', talks);
  await chat.says('/me');
  expect(chat.last()).toContain('наставляемый — Школа № 3');
  expect(chat.last()).not.toContain('физика');
  await chat.presses('Исправить');
  expect(chat.last()).toContain('на странице программы');
  expect(chat.all()).not.toContain('Выпечка');
});
