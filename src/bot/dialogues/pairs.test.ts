import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Chat, conversations } from '../../../test/helpers/conversation.ts';
import { emptied, testDatabase } from '../../../test/helpers/database.ts';
import { pairing } from '../../../test/helpers/pairing.ts';
import { pressesAction } from '../../../test/helpers/registering.ts';
import { foundTown, type Town } from '../../../test/helpers/small-town.ts';
import { createPairRoundBooks } from '../../database/repositories/pair-round-books.ts';
import type { Database } from '../../database/sql.ts';
import type { MayNameOthers } from '../../domain/people/channel.ts';
import type { Person } from '../../domain/people/person.ts';
import { createPairRound } from '../../jobs/pair-round.ts';

const began = new Date('2022-09-05T10:00:00+04:00');
let now = began;
const clock = { now: () => now };
/** As an operator sets it who takes Telegram for foreign. */
const onlyVk: MayNameOthers = (platform) => platform !== 'telegram';
let database: Database;
let town: Town;
let pairs: ReturnType<typeof pairing>;
let talks: ReturnType<typeof conversations>;
let mayNameOthers: MayNameOthers;
let panelUrl: string | null;
let accounts = 0;
let curator: Person;
let mentor: Person;
let mentee: Person;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());

beforeEach(async () => {
  now = began;
  panelUrl = null;
  await emptied(database);
  town = await foundTown(database);
  pairs = pairing(database, town, began);
  allow(() => true);
  curator = await town.person('Лаптева Нина Павловна', 'curator', town.school.id);
  mentor = await pairs.mentor('Орлова Анна Ильинична');
  mentee = await pairs.mentee('Котов Пётр Ильич');
});

function allow(naming: MayNameOthers): void {
  mayNameOthers = naming;
  talks = conversations(database, { clock, mayNameOthers: naming });
}

async function linked(who: Person, platform: string): Promise<Chat> {
  const accountId = String(3000 + ++accounts);
  await database.query(
    'insert into chat_account (platform, account_id, chat_id, person_id) values ($1, $2, $2, $3)',
    [platform, accountId, who.id],
  );
  return talks.chat(platform, accountId);
}

/** The minute's look, and what it says arrives. */
async function minute(): Promise<{ sent: number; started: number; expired: number }> {
  const round = createPairRound({
    inTransaction: (work) => database.transaction((sql) => work(createPairRoundBooks(sql))),
    clock,
    mayNameOthers,
    panelUrl: () => panelUrl,
  });
  const done = await round();
  await talks.deliver();
  return done;
}

const later = (days: number) => {
  now = new Date(began.getTime() + days * 86_400_000);
};

describe.each(['telegram', 'vk'])('in %s', (platform) => {
  test('both sides see who the other is, agree, and the curator hears of it', async () => {
    const [one, other, keeper] = [
      await linked(mentor, platform),
      await linked(mentee, platform),
      await linked(curator, platform),
    ];
    const id = await pairs.propose(mentor, [mentee], { by: curator.id });
    await minute();
    expect(one.last()).toContain('Предлагаем вам наставническую пару');
    expect(one.last()).toContain('Наставляемый: Котов П. И.');
    expect(other.last()).toContain('Наставник: Орлова А. И.');
    expect(other.last()).toContain('Срок: с 15 сентября по 31 мая 2023');
    await other.presses('Кто это?');
    expect(other.last()).toContain('Орлова Анна Ильинична — наставник');
    expect(other.last()).toContain('учитель физики');
    await one.presses('Согласен(на)');
    expect(one.last()).toContain('Ждём ответа остальных');
    await other.presses('Согласен(на)');
    expect(other.all()).toContain('Согласны все');
    expect(await pairs.state(id)).toBe('agreed');
    await minute();
    expect(keeper.last()).toContain('Пара согласована: Орлова А. И. — Котов П. И.');
    expect(keeper.labels()).toEqual(['🗂 Пары в панели']);
    expect(one.last()).toContain('пара сложилась');
    expect(await minute(), 'told once').toMatchObject({ sent: 0 });
  });

  test('who says no may say why; only the curator reads it', async () => {
    const [one, other, keeper] = [
      await linked(mentor, platform),
      await linked(mentee, platform),
      await linked(curator, platform),
    ];
    const id = await pairs.propose(mentor, [mentee], { by: curator.id });
    await minute();
    await other.presses('Не подходит');
    await other.says('…');
    expect(other.last()).toContain('Причина нужна словами');
    await other.says('Уже есть наставник');
    expect(await pairs.state(id)).toBe('declined mentee');
    await minute();
    expect(keeper.last()).toContain('Причина: наставляемый не согласен');
    expect(keeper.last()).toContain('«Уже есть наставник»');
    expect(one.last()).toContain('Предложенная пара не состоится');
    expect(one.all()).not.toContain('Уже есть');
    await one.presses('Согласен(на)');
    expect(one.phone.words.at(-1)).toBe('Это предложение уже не действует');
  });

  test('a mentor notes a meeting step by step, and the mentee confirms it', async () => {
    const [one, other] = [await linked(mentor, platform), await linked(mentee, platform)];
    await pairs.active(mentor, [mentee]);
    await minute();
    expect(one.last()).toContain('Пара начала работу');
    later(30);
    await one.says('Мои пары');
    expect(one.last()).toContain('Пара работает');
    await one.presses('Отметить встречу');
    await one.presses('Другой день');
    await one.says('5.11.2022');
    expect(one.last()).toContain('Такой даты я не понял');
    await one.says('1 октября 2022');
    await one.says('Электронный журнал');
    await one.presses('4');
    expect(one.all()).toContain('Встречу записал: 1 октября, «Электронный журнал»');
    expect(other.last()).toContain('Наставник отметил встречу 1 октября, тема: «Электронный журнал»');
    await other.presses('Да, была');
    expect(other.all()).toContain('• 1 октября — Электронный журнал, 4 из 5 ✓');
    expect(
      await database.query('select mark, confirmed_by = $1 as theirs from pair_meeting', [mentee.id]),
    ).toEqual([{ mark: 4, theirs: true }]);
  });
});

test('a meeting that was moved has no mark, and begins anew however far the last one came', async () => {
  const one = await linked(mentor, 'vk');
  await pairs.active(mentor, [mentee]);
  await one.says('/pairs');
  await one.presses('Отметить встречу');
  await one.presses('Сегодня');
  await one.says('/cancel');
  await one.presses('Отметить встречу');
  await one.presses('Вчера');
  await one.says('Разбор урока');
  await one.says('пять');
  expect(one.last()).toContain('Насколько полезной');
  await one.presses('Встречу перенесли');
  expect(await database.query('select held_on, outcome, mark from pair_meeting')).toEqual([
    { held_on: '2022-09-04', outcome: 'moved', mark: null },
  ]);
});

test('where names may not stand none does, the reader is told why and whom to ask', async () => {
  allow(onlyVk);
  const [one, other, keeper] = [
    await linked(mentor, 'telegram'),
    await linked(mentee, 'vk'),
    await linked(curator, 'telegram'),
  ];
  await pairs.propose(mentor, [mentee], { by: curator.id });
  await minute();
  expect(one.last()).toContain('Вы — наставник');
  expect(one.last()).toContain('Имён в этом мессенджере я не называю');
  expect(one.labels()).toEqual(['Согласен(на)', 'Не подходит', '💬 Задать вопрос']);
  expect(other.last()).toContain('Наставник: Орлова А. И.');
  await one.presses('Согласен(на)');
  await other.presses('Согласен(на)');
  await minute();
  await one.says('/pairs');
  for (const chat of [one, keeper]) expect(chat.all()).not.toMatch(/Котов|Орлова А|Освоиться/);
});

test('for a pupil the mother is asked, too, and the pupil’s yes alone is not enough', async () => {
  const { pupil, mother } = await pairs.pupil('Ильин Олег', 'Ильина Вера Павловна');
  const [child, parent, one] = [
    await linked(pupil, 'vk'),
    await linked(mother, 'vk'),
    await linked(mentor, 'vk'),
  ];
  const id = await pairs.propose(mentor, [pupil], { form: 'employer-pupil' });
  await minute();
  expect(parent.last()).toContain('для участника: Ильин О., которого вы представляете');
  await child.presses('Согласен(на)');
  await one.presses('Согласен(на)');
  expect(await pairs.state(id)).toBe('proposed');
  await parent.says('/pairs');
  await parent.presses('Согласен(на)');
  expect(await pairs.state(id)).toBe('agreed');
});

test('whoever does not answer is reminded twice, then the proposal lapses and the curator hears of it', async () => {
  const [one, other, keeper] = [
    await linked(mentor, 'vk'),
    await linked(mentee, 'vk'),
    await linked(curator, 'vk'),
  ];
  const id = await pairs.propose(mentor, [mentee], { by: curator.id });
  await minute();
  await one.presses('Согласен(на)');
  const heard = other.phone.shown.length;
  later(3);
  await minute();
  await minute();
  expect(other.phone.shown.slice(heard).map(({ text }) => text.split('\n')[0])).toEqual([
    'Напоминаю: мы ждём вашего ответа.',
  ]);
  later(7);
  await minute();
  later(14);
  expect(await minute()).toMatchObject({ expired: 1 });
  expect(await pairs.state(id)).toBe('declined expired');
  expect(keeper.last()).toContain('никто не ответил две недели');
  expect(one.last()).toContain('не состоится');
});

test('at night nobody is woken: the message waits for the morning', async () => {
  await linked(mentor, 'vk');
  now = new Date('2022-09-05T23:00:00+04:00');
  await pairs.propose(mentor, [mentee]);
  const round = createPairRound({
    inTransaction: (work) => database.transaction((sql) => work(createPairRoundBooks(sql))),
    clock,
  });
  await round();
  const [delivery] = await database.query<{ waits: boolean }>(
    `select not_before > now() + interval '8 hours' as waits from delivery`,
  );
  expect(delivery?.waits).toBe(true);
});

test('when a mentor leaves, the mentee and the curator are told, and one is sought anew', async () => {
  const [one, other, keeper] = [
    await linked(mentor, 'vk'),
    await linked(mentee, 'vk'),
    await linked(curator, 'vk'),
  ];
  panelUrl = 'https://example.org/panel';
  const id = await pairs.active(mentor, [mentee]);
  await minute();
  await pressesAction(one, 'apply:mine');
  await one.presses('Выйти из программы');
  await one.presses('Да, выйти');
  expect(await pairs.state(id)).toBe('ended-early mentor-left');
  await minute();
  expect(other.last()).toContain('Куратор подберёт нового наставника');
  expect(keeper.last()).toContain('Нужен новый наставник');
  expect(keeper.phone.shown.at(-1)?.buttons.flat()).toEqual([
    { label: 'Открыть в панели', url: `https://example.org/panel/pairs/${id}` },
  ]);
});

test('whoever staff take out of the programme hears that once, the mentor why the pair is over', async () => {
  const [one, other, keeper] = [
    await linked(mentor, 'vk'),
    await linked(mentee, 'vk'),
    await linked(curator, 'vk'),
  ];
  const id = await pairs.active(mentor, [mentee]);
  await minute();
  const heard = other.phone.shown.length;
  const [application] = await database.query<{ id: string }>(
    'select id from application where person_id = $1',
    [mentee.id],
  );
  await pressesAction(keeper, `apply:gone:${application?.id}`);
  expect(await pairs.state(id)).toBe('ended-early mentee-left');
  await minute();
  expect(one.last()).toContain('наставляемый вышел из программы');
  expect(other.phone.shown.slice(heard).map(({ text }) => text)).toEqual([
    expect.stringContaining('Ваше участие в программе завершено'),
  ]);
});

test('nobody answers for another, sees a foreign pair, or notes its meetings', async () => {
  const stranger = await linked(await pairs.mentor('Чужих Пётр Ильич'), 'vk');
  const learner = await linked(mentee, 'vk');
  const id = await pairs.propose(mentor, [mentee]);
  const asked = await pairs.inBook((book) => book.byId(id));
  for (const { id: agreementId } of asked?.agreements ?? []) {
    for (const verb of ['yes', 'no', 'who', 'nowhy']) {
      await pressesAction(stranger, `pair:${verb}:${agreementId}`);
      expect(stranger.phone.words.at(-1)).toBe('Эта кнопка уже не работает');
    }
  }
  await pairs.agree(id);
  await pairs.inBook((book) => book.markOrdered([id], '1', began));
  await pairs.inBook((book) => book.start(id, null, began));
  for (const verb of ['show', 'meetings', 'person', 'met', 'mark5']) {
    await pressesAction(stranger, `pair:${verb}:${id}`);
    expect(stranger.phone.words.at(-1)).toBe('Эта кнопка уже не работает');
  }
  await pressesAction(learner, `pair:met:${id}`);
  expect(learner.phone.words.at(-1)).toBe('Эта кнопка уже не работает');
  expect(stranger.all()).not.toMatch(/Котов|Орлова/);
});

test('the menu has pairs for those who are in the programme as mentor or mentee', async () => {
  const one = await linked(mentor, 'vk');
  const keeper = await linked(curator, 'vk');
  await one.says('/menu');
  await keeper.says('/menu');
  expect(one.phone.menu.flat()).toContain('Мои пары');
  expect(keeper.phone.menu.flat()).not.toContain('Мои пары');
  await one.says('Мои пары');
  expect(one.last()).toContain('Пар у вас пока нет');
});
