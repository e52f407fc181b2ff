import { describe, expect, test } from 'vitest';
import { contestIn, entryIn } from '../../../test/helpers/contest-town.ts';
import { type Chat, conversations, file } from '../../../test/helpers/conversation.ts';
import { pairing } from '../../../test/helpers/pairing.ts';
import { pressesAction } from '../../../test/helpers/registering.ts';
import type { Town } from '../../../test/helpers/small-town.ts';
import { townChats } from '../../../test/helpers/town-chats.ts';
import type { Database } from '../../database/sql.ts';
import type { Person } from '../../domain/people/person.ts';

const middle = new Date('2022-03-20T10:00:00+04:00');
let now = middle;
const clock = { now: () => now };
let database: Database;
let town: Town;
let author: Person;

const chats = townChats(clock, async (fresh) => {
  now = middle;
  ({ database, town } = fresh);
  author = await town.person('Котова Анна Ильинична', 'mentee', town.school.id);
  await database.query(
    `insert into setting (key, value) values ('bot:vk', '{"link": "https://vk.me/nastavnik?ref="}'),
       ('bot:telegram', '{"link": "https://t.me/nastavnik_bot?start="}') on conflict (key) do nothing`,
  );
});

type Row = {
  state: string;
  postId: number | null;
  title: string;
  files: number;
  dueAt: Date | null;
  findings: { code: string }[];
};

async function entries(): Promise<Row[]> {
  return database.query<Row>(
    `select state, post_id::int as "postId", title, check_due_at as "dueAt", findings,
       (select count(*)::int from contest_entry_file f where f.entry_id = e.id) as files
     from contest_entry e order by id`,
  );
}
const states = async () => (await entries()).map(({ state }) => state);

describe.each(['telegram', 'vk'])('in %s', (platform) => {
  test('somebody finds the contest, sends the link to their post and sees it among their works', async () => {
    await contestIn(database, town.programme.id);
    const chat = await chats.linked(author, platform);
    await chat.says('Конкурсы');
    expect(chat.last()).toContain('• «Мой наставник» — до 23:00 31 марта, осталось 11 дней');
    await chat.presses('Мой наставник');
    expect(chat.last()).toContain('Хештеги: #МойНаставник');
    await chat.presses('Участвовать');
    expect(chat.last()).toContain('Пришлите ссылку на свою публикацию');
    expect(await states()).toEqual(['draft']);
    await chat.says('вот она: https://m.vk.com/wall5_7?from=share спасибо');
    expect(chat.last()).toContain('Принял на конкурс «Мой наставник». Проверяю');
    expect(chat.last().includes('напишите мне и из ВКонтакте')).toBe(platform === 'telegram');
    expect(await entries()).toMatchObject([{ state: 'checking', postId: 7, dueAt: middle }]);
    await chat.says('Конкурсы');
    expect(chat.last()).toContain('У вас 1 работа');
    await chat.presses('Мои работы');
    expect(chat.last()).toContain('Состояние: проверяется');
    expect(chat.last()).toContain('https://vk.com/wall5_7');
  });

  test('a work is its title, its description and files, each checked as it comes', async () => {
    await contestIn(database, town.programme.id, {
      kind: 'work',
      title: 'Педагогический дебют',
      terms: { work: { files: 2, link: true, description: { least: 10, most: 200 } } },
    });
    const chat = await chats.linked(author, platform);
    await chat.says('/contests');
    await chat.presses('Педагогический дебют');
    await chat.presses('Участвовать');
    await chat.says('🙂');
    expect(chat.last()).toContain('Название нужно словами');
    await chat.says('Урок  физики');
    await chat.says('Мало');
    expect(chat.last()).toContain('Получилось 4 знака, а нужно от 10 до 200 знаков');
    await chat.says('Открытый урок о законе Ома');
    expect(chat.last()).toContain('до 2 файлов (каждый до 20 МБ) или ссылку');
    await chat.presses('Готово');
    expect(chat.last()).toContain('Пришлите файл или ссылку');
    await chat.sends(['virus.exe', 'урок.pdf']);
    expect(chat.last()).toContain('«virus.exe» — такие файлы не беру');
    expect(chat.last()).toContain('📎 В работе: «урок.pdf»');
    await chat.does({ kind: 'files', text: '', files: [{ ...file('фильм.mp4'), size: 30_000_000 }] });
    expect(chat.last()).toContain('«фильм.mp4» — больше 20 МБ');
    await chat.sends(['фото.jpg', 'ещё.jpg']);
    expect(chat.last()).toContain('«ещё.jpg» — файлов уже достаточно');
    await chat.presses('Готово');
    expect(chat.last()).toContain('✅ Работа принята на конкурс «Педагогический дебют»');
    expect(await entries()).toMatchObject([{ state: 'accepted', title: 'Урок физики', files: 2 }]);
  });
});

test('a draft keeps what was sent when the bell rings, and goes on from «Мои работы»', async () => {
  await contestIn(database, town.programme.id, { kind: 'work', title: 'Дебют' });
  const chat = await chats.linked(author, 'vk');
  await chat.says('/contests');
  await chat.presses('Дебют');
  await chat.presses('Участвовать');
  await chat.says('Мой урок');
  await chat.presses('Пропустить');
  await chat.sends(['урок.pdf']);
  await chat.says('/cancel');
  await chat.says('мои работы');
  await chat.presses('Мои работы');
  expect(chat.last()).toContain('Состояние: не отправлена');
  await chat.presses('Продолжить');
  await chat.presses('Пропустить');
  await chat.says('https://disk.example.org/lesson');
  expect(chat.last()).toContain('📎 В работе: «урок.pdf»\n🔗 Ссылка есть');
  await chat.presses('Готово');
  expect(await entries()).toMatchObject([{ state: 'accepted', files: 1 }]);
});

test('files of a work that was handed in change all at once, and the old ones go', async () => {
  await contestIn(database, town.programme.id, { kind: 'work', title: 'Дебют' });
  const chat = await chats.linked(author, 'vk');
  await pressWork(chat, ['старое.pdf', 'ещё.pdf']);
  await chat.presses('Открыть работу');
  await chat.presses('Заменить файлы');
  await chat.sends(['новое.pdf']);
  expect(await files()).toEqual(['старое.pdf', 'ещё.pdf']);
  await chat.presses('Готово');
  expect(chat.last()).toContain('работа принята');
  expect(await files()).toEqual(['новое.pdf']);
});

async function pressWork(chat: Chat, names: string[]): Promise<void> {
  await chat.says('/contests');
  await chat.presses('Дебют');
  await chat.presses('Участвовать');
  await chat.says('Мой урок');
  await chat.presses('Пропустить');
  await chat.sends(names);
  await chat.presses('Готово');
}

async function files(): Promise<string[]> {
  const rows = await database.query<{ name: string }>('select name from stored_file order by id');
  return rows.map(({ name }) => name);
}

test('what is no link to a post is named, and the link is awaited on', async () => {
  await contestIn(database, town.programme.id);
  const chat = await chats.linked(author, 'vk');
  await chat.says('/contests');
  await chat.presses('Мой наставник');
  await chat.presses('Участвовать');
  for (const [said, answer] of [
    ['https://vk.com/@anna-statya', 'Это статья'],
    ['https://vk.cc/abc', 'сокращённая ссылка'],
    ['https://vk.com/video5_7', 'Это фото, видео или история'],
    ['https://vk.com/anna', 'ссылка на страницу'],
    ['https://ok.ru/post/1', 'ведёт в другое место'],
    ['https://vk.com/wall1_1 https://vk.com/wall1_2', 'несколько публикаций'],
    ['сейчас пришлю', 'Ссылки не вижу'],
  ] as const) {
    await chat.says(said);
    expect(chat.last(), said).toContain(answer);
  }
  await chat.does({ kind: 'other', what: 'voice' });
  expect(chat.last()).toContain('Голосовые я пока не слушаю');
  expect(await states()).toEqual(['draft']);
  await chat.does({ kind: 'text', text: 'моя публикация', post: 'https://vk.com/wall5_8' });
  expect(await entries()).toMatchObject([{ state: 'checking', postId: 8 }]);
});

test('works are taken until the end to the second, and not a moment later', async () => {
  const contest = await contestIn(database, town.programme.id);
  const chat = await chats.linked(author, 'vk');
  await chat.says('/contests');
  await chat.presses('Мой наставник');
  await chat.presses('Участвовать');
  now = contest.closesAt;
  await chat.says('https://vk.com/wall5_7');
  expect(chat.last()).toContain('Приём работ закончен');
  expect(await states()).toEqual(['draft']);
  now = new Date(contest.closesAt.getTime() - 1);
  await chat.says('/contests');
  expect(chat.last()).toContain('сегодня последний день');
  await chat.presses('Мой наставник');
  await chat.presses('Участвовать');
  await chat.says('https://vk.com/wall5_7');
  expect(await states()).toEqual(['checking']);
  now = contest.closesAt;
  await chat.presses('Открыть работу');
  expect(chat.labels()).toEqual(['📝 Мои работы', '💬 Задать вопрос']);
});

test('a post takes part once, whoever sends it', async () => {
  await contestIn(database, town.programme.id);
  const other = await town.person('Ветров Иван Петрович', 'mentee', town.school.id);
  const [one, two] = [await chats.linked(author, 'vk'), await chats.linked(other, 'telegram')];
  for (const chat of [one, two]) {
    await chat.says('/contests');
    await chat.presses('Мой наставник');
    await chat.presses('Участвовать');
    await chat.says('https://vk.ru/wall5_7');
  }
  expect(two.last()).toContain('Эта публикация уже участвует');
  expect(await states()).toEqual(['checking', 'draft']);
  await two.says('https://vk.ru/wall6_7');
  expect(await states()).toEqual(['checking', 'checking']);
});

test('a stranger who was quicker with a post loses it to its author, and reads that they have', async () => {
  await contestIn(database, town.programme.id);
  const other = await town.person('Ветров Иван Петрович', 'mentee', town.school.id);
  const [stranger, one] = [await chats.linked(other, 'telegram'), await chats.linked(author, 'vk')];
  const [account] = await database.query<{ page: string }>(
    `select account_id as page from chat_account where platform = 'vk' and person_id = $1`,
    [author.id],
  );
  for (const chat of [stranger, one]) {
    await chat.says('/contests');
    await chat.presses('Мой наставник');
    await chat.presses('Участвовать');
    await chat.says(`https://vk.ru/wall${account?.page}_7`);
  }
  expect(one.last()).toContain('Принял на конкурс');
  expect(await states()).toEqual(['withdrawn', 'checking']);
  expect(stranger.last()).toContain('больше не участвует: эту публикацию подал её автор');
  expect(stranger.all()).not.toContain('Котова');
});

test('of two who send one post at the same moment one is taken', async () => {
  await contestIn(database, town.programme.id);
  const other = await town.person('Ветров Иван Петрович', 'mentee', town.school.id);
  const both = [await chats.linked(author, 'vk'), await chats.linked(other, 'telegram')];
  for (const chat of both) {
    await chat.says('/contests');
    await chat.presses('Мой наставник');
    await chat.presses('Участвовать');
  }
  await Promise.all(both.map((chat) => chat.says('https://vk.com/wall5_7')));
  expect((await states()).toSorted()).toEqual(['checking', 'draft']);
});

test('whoever takes part from Telegram proves their page by a word in VK, and the post is looked at again', async () => {
  await contestIn(database, town.programme.id);
  const chat = await chats.linked(author, 'telegram');
  await chat.says('https://vk.com/wall5_7');
  await chat.presses('Да, подать');
  expect(chat.last()).toContain('напишите мне и из ВКонтакте');
  await database.query(
    `update contest_entry set state = 'mending', check_due_at = null, findings = '[{"code": "post-author-unproven", "facts": {}}]'`,
  );
  await chat.presses('Подключить ВКонтакте');
  const secret = /\?ref=(\S+)/.exec(chat.last())?.[1] ?? '';
  const vk = conversations(database, { clock }).chat('vk', '5');
  await vk.opens(secret);
  expect(vk.all()).toContain('Вижу вашу страницу ВКонтакте');
  expect(await entries()).toMatchObject([{ state: 'checking', dueAt: middle, findings: [] }]);
});

test('one work a nomination and so many a person, as the regulations say', async () => {
  await contestIn(database, town.programme.id, {
    terms: { perPerson: 2, perNomination: 1 },
    nominations: [{ title: 'Мой наставник' }, { title: 'Мой опыт' }, { title: 'Первые шаги' }],
  });
  const chat = await chats.linked(author, 'vk');
  const hands = async (nomination: string, link: string) => {
    await chat.says('/contests');
    await chat.presses('Мой наставник');
    await chat.presses('Участвовать');
    await chat.presses(nomination);
    if (link !== '') await chat.says(link);
  };
  await hands('Мой наставник', 'https://vk.com/wall5_1');
  await hands('Мой наставник', '');
  expect(chat.last()).toContain('В одной номинации не больше 1 работы');
  await hands('Мой опыт', 'https://vk.com/wall5_2');
  await hands('Первые шаги', '');
  expect(chat.last()).toContain('не больше 2 работ');
  expect(await states()).toEqual(['checking', 'checking']);
  await chat.says('мои работы');
  await chat.presses('Мои работы');
  await chat.presses('Мой наставник');
  await chat.presses('Отозвать');
  await chat.presses('Да, отозвать');
  await hands('Первые шаги', 'https://vk.com/wall5_3');
  expect((await states()).toSorted()).toEqual(['checking', 'checking', 'withdrawn']);
});

test('a contest of mentors of one school shows itself to nobody else', async () => {
  const contest = await contestIn(database, town.programme.id, {
    terms: { roles: ['mentor'], organizationIds: [town.school.id] },
  });
  const mentor = await town.person('Орлова Вера Ильинична', 'mentor', town.school.id);
  const [out, inside] = [await chats.linked(author, 'vk'), await chats.linked(mentor, 'vk')];
  await out.says('/contests');
  expect(out.last()).toContain('Сейчас конкурсов нет');
  await pressesAction(out, `contest:enter:${contest.id}`);
  expect(out.last()).toContain('для других участников');
  expect(await states()).toEqual([]);
  await inside.says('/contests');
  expect(inside.last()).toContain('Мой наставник');
});

test('a link sent out of the blue is offered to the contest, or to a task', async () => {
  await contestIn(database, town.programme.id);
  await town.task('Мероприятие', '2022-03-25');
  const deputy = await town.person('Лаптева Нина Павловна', 'deputy-head', town.school.id);
  const chat = await chats.linked(deputy, 'vk');
  await chat.says('https://vk.com/wall9_1');
  expect(chat.last()).toContain('Подать эту публикацию на конкурс «Мой наставник»');
  await chat.presses('Нет, это к моей задаче');
  expect(chat.last()).toContain('К какой задаче это приложить?');
  await chat.says('/cancel');
  await chat.says('https://vk.com/wall9_1');
  await chat.presses('Да, подать');
  expect(await entries()).toMatchObject([{ state: 'checking', postId: 1 }]);
  await chat.says('https://vk.com/wall9_1');
  await chat.presses('Да, подать');
  expect(chat.last()).toContain('В одной номинации не больше 1');
  expect(await states()).toEqual(['checking']);
});

test('what our search has found is handed in with its past, by whoever wrote it', async () => {
  const contest = await contestIn(database, town.programme.id);
  await entryIn(database, {
    contestId: contest.id,
    personId: author.id,
    state: 'found',
    source: 'found',
    post: { ownerId: 5, postId: 7 },
  });
  const chat = await chats.linked(author, 'vk');
  await chat.says('мои работы');
  await chat.presses('Мои работы');
  expect(chat.last()).toContain('найдена по хештегу');
  await chat.presses('Подать на конкурс');
  await chat.presses('Да, подать');
  expect(await states()).toEqual(['checking']);
});

test('what was found to mend is shown with what to do, and looked at again when asked', async () => {
  const contest = await contestIn(database, town.programme.id);
  const [nomination] = contest.nominations;
  const entry = await entryIn(database, {
    contestId: contest.id,
    nominationId: nomination?.id ?? null,
    personId: author.id,
    state: 'mending',
    post: { ownerId: 5, postId: 7 },
  });
  await database.query('update contest_entry set findings = $2 where id = $1', [
    entry.id,
    JSON.stringify([{ code: 'post-hashtag-missing', facts: { hashtag: '#МойНаставник', near: '' } }]),
  ]);
  const chat = await chats.linked(author, 'vk');
  await pressesAction(chat, `entry:show:${entry.id}`);
  expect(chat.last()).toContain('1. Нет хештега #МойНаставник. Добавьте его');
  await chat.presses('Проверить ещё раз');
  expect(chat.last()).toContain('Проверяю. Как закончу — напишу');
  expect(await entries()).toMatchObject([{ state: 'checking', dueAt: middle, findings: [] }]);
  await pressesAction(chat, `entry:replace:${entry.id}`);
  await chat.says('https://vk.com/wall5_9');
  expect(await entries()).toMatchObject([{ state: 'checking', postId: 9 }]);
});

test('a team: its link on both platforms, who joins, who leaves, and how many fit', async () => {
  await contestIn(database, town.programme.id, {
    kind: 'work',
    title: 'Дебют',
    terms: { team: { allowed: true, least: 2, most: 2 }, perPerson: 1 },
  });
  const one = await chats.linked(author, 'vk');
  const [second, third] = [
    await town.person('Ветров Иван Петрович', 'mentee', town.school.id),
    await town.person('Зайцева Ольга Юрьевна', 'mentor', town.otherSchool.id),
  ];
  const [two, three] = [await chats.linked(second, 'telegram'), await chats.linked(third, 'vk')];
  await pressWork(one, ['урок.pdf']);
  await one.presses('Мы — команда');
  await one.says('Искра');
  expect(one.last()).toContain('https://vk.me/nastavnik?ref=team-');
  expect(one.last()).toContain('https://t.me/nastavnik_bot?start=team-');
  expect(await entries()).toMatchObject([{ state: 'mending', findings: [{ code: 'team-too-small' }] }]);
  const link = /start=(team-\S+)/.exec(one.last())?.[1] ?? '';
  await two.opens(link);
  expect(two.last()).toContain('Вас зовут в команду «Искра» на конкурс «Дебют». Работу подаёт Котова А. И.');
  await two.presses('Вступить в команду');
  expect(one.last()).toContain('вступил(а) Ветров И. П.');
  expect(await states()).toEqual(['accepted']);
  await three.says(`https://vk.me/nastavnik?ref=${link}`);
  await three.presses('Вступить в команду');
  expect(three.last()).toContain('В команде уже 2');
  await pressWork(two, []).catch(() => undefined);
  expect(two.all()).toContain('не больше 1 работы');
  await two.says('мои работы');
  await two.presses('Мои работы');
  await two.presses('Выйти из команды');
  await two.presses('Да, выйти');
  expect(one.last()).toContain('вышел(а) Ветров И. П.');
  expect(await states()).toEqual(['mending']);
});

test('whoever is not known yet is asked to register before joining a team', async () => {
  const stranger = conversations(database, { clock }).chat('telegram', '999');
  await stranger.opens('team-AAAAAAAAAAAAAAAA');
  expect(stranger.last()).toContain('мы ещё не знакомы');
  expect(stranger.labels()).toContain('Я наставник');
});

test('the mentor is asked, agrees, thinks better of it, and the author hears of each', async () => {
  const contest = await contestIn(database, town.programme.id);
  const pairs = pairing(database, town);
  const mentor = await pairs.mentor('Орлова Вера Ильинична');
  const mentee = await pairs.mentee('Сомова Дарья Игоревна');
  await pairs.active(mentor, [mentee]);
  await database.query('delete from pair_event');
  const entry = await entryIn(database, {
    contestId: contest.id,
    nominationId: contest.nominations[0]?.id ?? null,
    personId: mentee.id,
    post: { ownerId: 5, postId: 7 },
  });
  const [one, two] = [await chats.linked(mentee, 'vk'), await chats.linked(mentor, 'vk')];
  await pressesAction(one, `entry:show:${entry.id}`);
  await one.presses('О ком работа');
  await one.presses('Орлова В. И.');
  expect(one.last()).toContain('Спросил наставника');
  expect(two.last()).toContain('Сомова Д. И. подаёт работу на конкурс «Мой наставник»');
  expect(two.last()).toContain('https://vk.com/wall5_7');
  await two.presses('Согласен(на)');
  expect(one.last()).toContain('Орлова В. И.: согласие быть названным в вашей работе');
  await two.says('Конкурсы');
  await two.presses('Меня называют');
  await two.presses('Больше не называть');
  expect(one.last()).toContain('Орлова В. И. просит не называть себя');
  await pressesAction(one, `entry:agree:${entry.id}`);
  expect(one.phone.words.at(-1)).toBe('Эта кнопка уже не работает');
  expect(await database.query('select mentor_answer from contest_entry')).toEqual([
    { mentor_answer: 'declined' },
  ]);
});

test('another mentor is found by surname among those of one’s own school alone', async () => {
  const contest = await contestIn(database, town.programme.id);
  await town.person('Зайцева Ольга Юрьевна', 'mentor', town.school.id);
  const far = await town.person('Зайцев Олег Юрьевич', 'mentor', town.otherSchool.id);
  const entry = await entryIn(database, { contestId: contest.id, personId: author.id });
  const chat = await chats.linked(author, 'vk');
  await pressesAction(chat, `entry:mentor:${entry.id}`);
  await chat.presses('Другой наставник');
  await chat.says('..');
  expect(chat.last()).toContain('Фамилия нужна буквами');
  await chat.says('зайц');
  expect(chat.labels()).toEqual(['Зайцева О. Ю.', 'Отмена']);
  await chat.presses('Зайцева О. Ю.');
  expect(chat.last()).toContain('увидит вопрос, когда откроет «Конкурсы»');
  await pressesAction(chat, `entry:mentor:${entry.id}:${far.id}`);
  expect(chat.last()).toContain('Этого наставника назвать нельзя');
});

test('where names may not stand, none does', async () => {
  const contest = await contestIn(database, town.programme.id, {
    kind: 'work',
    terms: { team: { allowed: true, least: 1, most: 3 } },
  });
  const pairs = pairing(database, town);
  const mentor = await pairs.mentor('Орлова Вера Ильинична');
  const mentee = await pairs.mentee('Сомова Дарья Игоревна');
  await pairs.active(mentor, [mentee]);
  const talks = conversations(database, { clock, mayNameOthers: (platform) => platform !== 'telegram' });
  const [one, two] = [
    await chats.linked(mentee, 'telegram', talks),
    await chats.linked(mentor, 'telegram', talks),
  ];
  const entry = await entryIn(database, {
    contestId: contest.id,
    nominationId: contest.nominations[0]?.id ?? null,
    personId: mentee.id,
    title: 'Мой наставник Орлова',
    teamName: 'Орлова и Сомова',
  });
  await pressesAction(one, `entry:show:${entry.id}`);
  await one.presses('О ком работа');
  expect(one.labels()).toEqual(['Мой наставник', 'Открыть работу']);
  await one.presses('Мой наставник');
  expect(two.last()).toContain('Участник конкурса подаёт работу');
  await two.presses('Нет');
  await pressesAction(one, `entry:show:${entry.id}`);
  await pressesAction(one, `entry:team:${entry.id}`);
  for (const chat of [one, two]) expect(chat.all()).not.toMatch(/Орлова|Сомова/);
});

test('after the results an author reads what became of the work, and the jury’s words where allowed', async () => {
  const mayRead = { terms: { showsComments: true }, state: 'published' as const };
  const jurors = [
    (await town.person('Мудрый Лев Ильич', 'curator', town.otherSchool.id)).id,
    (await town.person('Близкий Олег Ильич', 'curator', town.school.id)).id,
  ];
  const contest = await contestIn(database, town.programme.id, { ...mayRead, jurors });
  const entry = await entryIn(database, { contestId: contest.id, personId: author.id });
  const counted = contest.jurors.find(({ personId }) => personId === jurors[0])?.id;
  await database.query(
    `insert into contest_result (contest_id, entry_id, place, award, facts)
     values ($1, $2, 2, 'laureate', jsonb_build_object('sheets', jsonb_build_array(jsonb_build_object('jurorId', $3::text))))`,
    [contest.id, entry.id, counted],
  );
  for (const { id } of contest.jurors)
    await database.query(
      `insert into contest_sheet (juror_id, entry_id, comment, finished_at, updated_at) values ($1, $2, $3, now(), now())`,
      [id, entry.id, id === counted ? 'Живой рассказ' : 'Моему коллеге'],
    );
  const chat = await chats.linked(author, 'vk');
  await pressesAction(chat, `entry:show:${entry.id}`);
  expect(chat.last()).toContain('🏅 Итог: лауреат, место: 2');
  expect(chat.last()).toContain('— Живой рассказ');
  expect(chat.last(), 'of one that does not count').not.toContain('Моему коллеге');
  await database.query(`update contest set state = 'checked' where id = $1`, [contest.id]);
  await pressesAction(chat, `entry:show:${entry.id}`);
  expect(chat.last()).not.toMatch(/лауреат|рассказ/);
});

test('nobody sees or touches another’s work', async () => {
  const contest = await contestIn(database, town.programme.id, {
    kind: 'work',
    terms: { team: { allowed: true, least: 1, most: 3 } },
  });
  const entry = await entryIn(database, {
    contestId: contest.id,
    personId: author.id,
    title: 'Чужая работа',
  });
  const stranger = await town.person('Чужих Пётр Ильич', 'mentee', town.school.id);
  const chat = await chats.linked(stranger, 'vk');
  for (const verb of [
    ...['show', 'go-on', 'again', 'replace', 'withdraw', 'withdrawn', 'nomination', 'title', 'about'],
    ...['files', 'enough', 'skip', 'team', 'call-team', 'leave', 'left', 'mentor', 'other-mentor'],
    ...['nobody', 'agree', 'refuse'],
  ]) {
    await pressesAction(chat, `entry:${verb}:${entry.id}`);
    expect(chat.phone.words.at(-1), verb).toBe('Эта кнопка уже не работает');
  }
  expect(await states()).toEqual(['accepted']);
  expect(chat.all()).not.toContain('Чужая работа');
});
