import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { file } from '../../../test/helpers/conversation.ts';
import { testDatabase } from '../../../test/helpers/database.ts';
import { consentsOfPaper, type FormChat, formChats } from '../../../test/helpers/form-chats.ts';
import { foundTown, type Town } from '../../../test/helpers/small-town.ts';
import { createInvitation } from '../../database/repositories/invitation-book.ts';
import type { Database } from '../../database/sql.ts';
import type { Answers, Form } from '../../domain/forms/form.ts';
import type { FormRun } from '../../domain/forms/form-run.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { FormWords } from '../../texts/forms/form-words.ts';
import { buttons } from '../../texts/talk.ts';
import type { FormHooks } from './form-engine.ts';
import { keepRun, moveRuns } from './run-storage.ts';

let database: Database;
let town: Town;
let paper: ReturnType<typeof consentsOfPaper>;
let finished: FormRun[];
const clock = { now: () => new Date('2022-03-18T10:00:00+04:00') };
beforeAll(async () => {
  database = await testDatabase();
  town = await foundTown(database);
});
afterAll(() => database.stop());
beforeEach(() => {
  paper = consentsOfPaper();
  finished = [];
});

const trip: Form = {
  key: 'trip',
  version: 1,
  questions: [
    { key: 'pd', kind: 'consent', consent: 'personal-data' },
    { key: 'name', kind: 'text', shape: 'person-name', max: 20 },
    { key: 'school', kind: 'organization', of: ['school'] },
    { key: 'skills', kind: 'many-of', options: { from: 'competencies' }, own: 2 },
    { key: 'by', kind: 'one-of', options: { values: ['train', 'car'] } },
    { key: 'plate', kind: 'text', max: 20, when: { by: ['car'] } },
    { key: 'years', kind: 'number', min: 0, max: 70 },
    { key: 'note', kind: 'long-text', max: 300, optional: true },
    { key: 'phone', kind: 'phone' },
    { key: 'paper', kind: 'file', accept: ['pdf', 'image'], optional: true },
    { key: 'media', kind: 'consent', consent: 'pupil-media', optional: true },
  ],
};
const side: Form = {
  key: 'side',
  version: 1,
  questions: [{ key: 'what', kind: 'text', max: 20 }],
};
const words: Record<string, FormWords> = {
  trip: {
    title: 'Поездка',
    finish: 'Отправить',
    questions: {
      pd: { ask: 'Согласие?', name: 'Данные' },
      name: { ask: 'Как вас зовут?', name: 'Имя' },
      school: { ask: 'Где вы работаете?', name: 'Школа' },
      skills: { ask: 'Что вы умеете?', name: 'Умения' },
      by: { ask: 'На чём едете?', name: 'Транспорт', options: { train: 'Поезд', car: 'Машина' } },
      plate: { ask: 'Номер машины?', name: 'Номер' },
      years: { ask: 'Сколько лет?', name: 'Лет', faults: { 'too-large': 'Столько не живут.' } },
      note: { ask: 'Что ещё?', name: 'Заметка' },
      phone: { ask: 'Ваш телефон?', name: 'Телефон' },
      paper: { ask: 'Справка?', name: 'Справка' },
      media: { ask: 'Фото?', name: 'Фото' },
    },
  },
  side: { title: 'Мелочь', finish: 'Сохранить', questions: { what: { ask: 'Что?', name: 'Что' } } },
};
const competencies = Array.from({ length: 9 }, (_, index) => ({
  value: String(index + 1),
  label: `Умение ${'АБВГДЕЖЗИ'[index]}`,
}));

function hooksFor(form: Form, more: Partial<FormHooks> = {}): FormHooks {
  return {
    form,
    consents: {
      of: async () => ({ programmeId: town.programme.id, giver: 'self' }),
      async sign(talk, run) {
        if (talk.visitor.person === null) {
          const person = await town.person('Петрова Анна', 'mentor', town.school.id);
          const { secret } = await createInvitation(database, person.id, clock);
          await talk.desk.people.acceptInvitation(talk.visitor.account, secret, talk.at);
          await talk.become();
        }
        const personId = talk.visitor.person?.id ?? '';
        return { run: { ...run, facts: { ...run.facts, personId } }, personId, givenBy: personId };
      },
    },
    finish: async (talk, run) => {
      finished.push(run);
      talk.say({ text: 'Спасибо!' });
    },
    ...more,
  };
}

function chats(hooks: readonly FormHooks[] = [hooksFor(trip), hooksFor(side)], more = {}) {
  return formChats(database, { hooks, words, consents: paper.book, competencies, ...more });
}

let accounts = 0;
function stranger(all = chats(), platform = 'telegram'): FormChat {
  accounts += 1;
  return all.chat(platform, `9${accounts}`);
}

async function begun(chat = stranger(), given: { known?: Answers } = {}): Promise<FormChat> {
  await chat.with((talk) => talk.forms.start(talk, 'trip', given));
  return chat;
}

/** At the question after the name. */
async function named(chat?: FormChat): Promise<FormChat> {
  const one = await begun(chat);
  await one.presses('Даю согласие');
  await one.says('Анна');
  return one;
}

const known: Answers = {
  pd: '1',
  name: 'Анна',
  skills: { chosen: ['1'], own: [] },
  by: 'train',
  years: 5,
  note: null,
  phone: '+79123456789',
  paper: null,
  media: null,
};

function without(key: string): Answers {
  const { [key]: _, ...rest } = known;
  return { ...rest, school: town.school.id };
}

async function runOf(chat: FormChat): Promise<FormRun | null> {
  let run: FormRun | null = null;
  await chat.with(async (talk) => {
    run = await talk.forms.runOf(talk);
  });
  return run;
}

describe.each(['telegram', 'vk'])('on %s', (platform) => {
  test('a whole form is answered, looked over and sent', async () => {
    const chat = await begun(stranger(chats(), platform));
    expect(chat.last()).toBe('Поездка · шаг 1 из 10\n\nСогласие № 1\n\nРаз.\nДва.\nТри.');
    expect(chat.phone.shown.at(-2)).toMatchObject({
      text: '📄 Согласие № 1 — полный текст.',
      files: [expect.anything()],
      buttons: [],
    });
    await chat.presses('Даю согласие');
    // What was agreed to is there to be read as before: platforms take files away from edited messages.
    expect(chat.phone.shown[0]?.files).toHaveLength(1);
    expect(chat.phone.shown[1]?.text).toContain('Согласие дано');
    expect(chat.last()).toContain('Поездка · шаг 2 из 10\n\nКак вас зовут?');
    await chat.says('  Анна-Мария ');
    await chat.says('шк 3');
    await chat.presses('Школа № 3');
    await chat.presses('Умение А');
    await chat.presses('›');
    await chat.presses('Умение Е');
    expect(chat.last()).toContain('Отмечено: Умение А, Умение Е');
    await chat.presses('Готово');
    await chat.presses('Машина');
    expect(chat.last()).toContain('шаг 6 из 11');
    await chat.says('а123бв');
    await chat.says('пять лет');
    await chat.presses('Пропустить');
    expect(chat.phone.shown.at(-1)?.contact).toBe(true);
    await chat.does({ kind: 'contact', phone: '79123456789', own: true });
    expect(Array.isArray(chat.phone.menu)).toBe(true);
    await chat.does({
      kind: 'files',
      files: [{ ...file('x.docx'), mime: 'a/b' }, file('Справка.pdf')],
      text: '',
    });
    await chat.presses('Не сейчас');
    expect(chat.last()).toContain(
      'Имя: Анна-Мария\nШкола: Школа № 3\nУмения: Умение А, Умение Е\nТранспорт: Машина',
    );
    expect(chat.last()).toContain('Телефон: +79123456789\nСправка: файл получен\nФото: пропущено');
    await chat.presses('Отправить');
    expect(chat.last()).toBe('Спасибо!');
    expect(finished).toHaveLength(1);
    expect(finished[0]?.answers).toMatchObject({
      name: 'Анна-Мария',
      school: town.school.id,
      years: 5,
      note: null,
    });
    expect(await runOf(chat)).toBeNull();
    expect(paper.state.given).toEqual([
      expect.objectContaining({
        textId: '1',
        way: 'chat',
        evidence: expect.objectContaining({ platform, button: 'Даю согласие', hash: 'h1' }),
      }),
    ]);
  });

  test('a double press counts once', async () => {
    const chat = await begun(stranger(chats(), platform));
    const [, consent] = chat.phone.shown;
    const yes = consent?.buttons[0]?.[0];
    const twice = yes && 'action' in yes ? yes.action : '';
    await chat.press(twice, consent?.id);
    const shown = chat.phone.shown.length;
    await chat.press(twice, consent?.id);
    expect(chat.phone.words.at(-1)).toContain('Уже записано');
    expect(chat.phone.shown).toHaveLength(shown);
    expect(paper.state.given).toHaveLength(1);
    await chat.says('Анна');
    await chat.says('шк 3');
    await chat.presses('Школа № 3');
    const mark = 'form:trip:skills:+2';
    await chat.press(mark);
    await chat.press(mark);
    expect(chat.last()).toContain('Отмечено: Умение Б');
    await chat.press('form:trip:skills:-2');
    await chat.press('form:trip:skills:-2');
    expect(chat.last()).toContain('Пока ничего не отмечено');
  });
});

test('a wrong answer is told why and asked again', async () => {
  const chat = await begun(stranger(), { known: without('years') });
  await chat.says('сто пять');
  await chat.says('много');
  expect(chat.last()).toContain('одно целое число');
  expect(chat.last()).toContain('Сколько лет?');
  await chat.says('100');
  expect(chat.last()).toContain('Столько не живут.');
});

test.each([
  [{ kind: 'other', what: 'voice' } as const, 'Голосовые'],
  [{ kind: 'other', what: 'sticker' } as const, 'картинка'],
  [{ kind: 'other', what: 'edited' } as const, 'поправили'],
  [{ kind: 'other', what: 'forwarded' } as const, 'Пересланные'],
  [{ kind: 'contact', phone: '1', own: false } as const, 'номера телефонов'],
  [{ kind: 'files', files: [file('a.pdf')], text: '' } as const, 'словами'],
  [{ kind: 'text', text: '👍' } as const, 'буквы'],
  [{ kind: 'text', text: '   ' } as const, 'нужен ответ'],
  [{ kind: 'text', text: 'я'.repeat(5000) } as const, '5000 знаков'],
])('%o gets a kind word and the question again', async (event, word) => {
  const chat = await begun();
  await chat.presses('Даю согласие');
  await chat.does('files' in event ? { ...event, files: [...event.files] } : event);
  expect(chat.last()).toContain(word);
  expect(chat.last()).toContain('Как вас зовут?');
});

test('words are no consent, and without one there is a way on paper', async () => {
  const chat = await begun();
  await chat.says('Да, согласна');
  expect(chat.last()).toContain('только кнопкой');
  expect(chat.phone.shown.at(-1)?.files).toEqual([]);
  await chat.presses('Не сейчас');
  expect(chat.labels()).toEqual(['Продолжить анкету', buttons.ask.label]);
  expect(await chat.says('Анна')).toEqual(['Это не про анкету']);
  await chat.presses('Продолжить анкету');
  expect(chat.last()).toContain('Согласие № 1');
  expect(paper.state.given).toEqual([]);
});

test('an outdated text is not agreed to: the new one is shown', async () => {
  const chat = await begun();
  paper.state.version = 2;
  await chat.presses('Даю согласие');
  expect(paper.state.given).toEqual([]);
  expect(chat.last()).toContain('Согласие № 2');
  await chat.presses('Даю согласие');
  expect(paper.state.given).toEqual([expect.objectContaining({ textId: '2' })]);
});

test('while the operator is not named nothing is asked', async () => {
  paper.state.operatorKnown = false;
  const chat = await begun();
  expect(chat.last()).toContain('Регистрация пока не открылась');
  paper.state.operatorKnown = true;
  await chat.presses('Продолжить анкету');
  expect(chat.last()).toContain('Согласие № 1');
});

test('«Назад» keeps what was answered, and leads on to where one was', async () => {
  const chat = await named();
  await chat.presses('Назад');
  expect(chat.last()).toContain('Сейчас: Анна');
  expect(chat.labels()).toContain('Оставить как есть');
  expect(chat.labels()).not.toContain('Назад');
  await chat.presses('Оставить как есть');
  expect(chat.last()).toContain('Где вы работаете?');
  await chat.says('назад');
  await chat.says('Мария');
  expect(chat.last()).toContain('Где вы работаете?');
  expect((await runOf(chat))?.answers.name).toBe('Мария');
});

test('an organization is found by any part, also mistyped; where there is none the coordinator may be asked', async () => {
  const chat = await named();
  await chat.says('шкала');
  expect(chat.labels()).toEqual(['Школа № 3', 'Школа № 7', 'Назад', 'Отложить']);
  await chat.says('лицей 99');
  expect(chat.last()).toContain('Не нашёл «лицей 99»');
  expect(chat.labels()).toContain(buttons.ask.label);
  await chat.press(`form:trip:school:=${town.office.id}`);
  expect((await runOf(chat))?.answers.school).toBeUndefined();
});

test('a list is narrowed by typing, taken as a list, and own words are added and taken away', async () => {
  const chat = await begun(stranger(), { known: without('skills') });
  await chat.says('1, умение в; плавать');
  expect(chat.last()).toContain('Отмечено: Умение А, Умение В, плавать');
  await chat.says('умен');
  expect(chat.last()).toContain('нашлось: 9');
  await chat.says('вязать');
  expect(chat.labels()).toContain('+ «вязать»');
  await chat.presses('+ «вязать»');
  expect(chat.last()).toContain('плавать, вязать');
  await chat.says('шить');
  expect(chat.last()).toContain('Попробуйте другое слово');
  await chat.presses('Весь список');
  await chat.presses('›');
  await chat.presses('›');
  await chat.presses('✓ плавать');
  await chat.says('готово');
  expect((await runOf(chat))?.answers.skills).toEqual({ chosen: ['1', '3'], own: ['вязать'] });
});

test('an empty list is no answer', async () => {
  const chat = await begun(stranger(), { known: without('skills') });
  const before = chat.last();
  await chat.presses('Готово');
  expect(chat.phone.words.at(-1)).toBe('Отметьте хотя бы одно или напишите своими словами.');
  expect(chat.last()).toBe(before);
  await chat.says('готово');
  expect(chat.last()).toBe(`Отметьте хотя бы одно или напишите своими словами.\n\n${before}`);
});

test('from the summary an answer is changed, and what hangs on it is asked', async () => {
  const chat = await begun(stranger(), { known: { ...known, school: town.school.id } });
  expect(chat.last()).toContain('проверьте, пожалуйста');
  await chat.presses('Изменить');
  await chat.presses('Транспорт');
  expect(chat.last()).toContain('Сейчас: Поезд');
  await chat.presses('Машина');
  expect(chat.last()).toContain('Номер машины?');
  await chat.says('а1');
  expect(chat.last()).toContain('Номер: а1');
  await chat.presses('Изменить');
  await chat.presses('›');
  await chat.presses('Лет');
  await chat.presses('Назад');
  expect(chat.last()).toContain('Лет: 5');
});

test('consents are not among what is changed', async () => {
  const chat = await begun(stranger(), { known: { ...known, school: town.school.id } });
  await chat.presses('Изменить');
  expect(chat.labels()).not.toContain('Данные');
  await chat.press('form:trip:pd:edit');
  expect((await runOf(chat))?.step).toBe('summary');
});

test('laid aside, a form takes no words and is gone on with later', async () => {
  const chat = await named();
  await chat.presses('Отложить');
  expect(await chat.says('Школа 3')).toEqual(['Это не про анкету']);
  await chat.with((talk) => talk.forms.remind(talk).then(() => talk.say({ text: 'конец' })));
  expect(chat.last()).toBe('конец');
  await chat.presses('Продолжить анкету');
  expect(chat.last()).toContain('Где вы работаете?');
});

test('a command in between leads back', async () => {
  const chat = await named();
  await chat.with((talk) => talk.forms.remind(talk));
  expect(chat.last()).toBe('Поездка · шаг 3 из 10. Жду ответа на вопрос «Где вы работаете?».');
  await chat.presses('Продолжить анкету');
  expect(chat.last()).toContain('Где вы работаете?');
});

test('another form is asked in between, and the first one comes back', async () => {
  const all = chats();
  const chat = await named(stranger(all));
  await chat.with((talk) => talk.forms.start(talk, 'side'));
  await chat.press('form:trip:school:back');
  expect(chat.last()).toContain('Что?');
  await chat.says('Ничего');
  await chat.presses('Сохранить');
  expect(chat.last()).toContain('А теперь вернёмся: Поездка.');
  expect(chat.last()).toContain('Где вы работаете?');
  expect((await runOf(chat))?.answers.name).toBe('Анна');
});

test('once somebody is known their run is theirs, on the other platform as well', async () => {
  const all = chats();
  const chat = await named(stranger(all));
  const personId = (await runOf(chat))?.facts.personId ?? '';
  const { secret } = await createInvitation(database, personId, clock);
  const other = stranger(all, 'vk');
  await other.with((talk) => talk.desk.people.acceptInvitation(talk.visitor.account, secret, talk.at));
  await other.with((talk) => talk.forms.resume(talk));
  expect(other.last()).toContain('Где вы работаете?');
  await other.says('школа 7');
  await other.presses('Школа № 7');
  await chat.press('form:trip:school:=1');
  expect(chat.last()).toContain('Что вы умеете?');
});

test('what an account began goes over to the person it turns out to be', async () => {
  const chat = stranger(chats([hooksFor(side)]));
  await chat.with((talk) => talk.forms.start(talk, 'side'));
  const person = await town.person('Иванова Анна', 'mentor', town.school.id);
  const { secret } = await createInvitation(database, person.id, clock);
  await chat.with(async (talk) => {
    const owner = talk.owner();
    await talk.desk.people.acceptInvitation(talk.visitor.account, secret, talk.at);
    await talk.become();
    await moveRuns(talk, owner);
  });
  await chat.says('Дело');
  expect(chat.last()).toContain('Что: Дело');
  expect(
    await database.query(`select key from dialogue where key like 'form:account:telegram:9${accounts}'`),
  ).toEqual([]);
});

test('a newer version of the form keeps the answers that fit and the place', async () => {
  const all = chats();
  const chat = await named(stranger(all));
  const questions = trip.questions.map((question) =>
    question.key === 'name' ? { ...question, max: 2 } : question,
  ) as Form['questions'];
  all.settings.hooks = [hooksFor({ ...trip, version: 2, questions })];
  await chat.says('шк 7');
  await chat.presses('Школа № 7');
  expect(chat.last()).toContain('Как вас зовут?');
  await chat.says('Ия');
  expect(chat.last()).toContain('Что вы умеете?');
});

test('a form that is no more leaves nobody stuck', async () => {
  const all = chats();
  const chat = await named(stranger(all));
  all.settings.hooks = [hooksFor(side)];
  expect(await chat.says('школа 3')).toEqual(['Это не про анкету']);
  await chat.with((talk) => talk.forms.start(talk, 'side'));
  expect(chat.last()).toContain('Что?');
});

test('what stands in the way of sending is said, and the run stays', async () => {
  const refuse = async () => {
    throw new Refusal('consent-missing', { kind: 'personal-data' });
  };
  const chat = await begun(stranger(chats([hooksFor(trip, { finish: refuse })])), {
    known: { ...known, school: town.school.id },
  });
  await chat.presses('Отправить');
  expect(chat.last()).toContain('Согласие № 1');
  expect((await runOf(chat))?.answers).toMatchObject({ name: 'Анна' });
});

test('a rule that stands in the way of an answer is said, and the question stays open', async () => {
  const refuse: FormHooks = hooksFor(side, {
    answered: () => Promise.reject(new Refusal('too-many-applications')),
  });
  const chat = stranger(chats([refuse]));
  await chat.with((talk) => talk.forms.start(talk, 'side'));
  await chat.says('Дело');
  expect(chat.last()).toBe('На сегодня заявок уже много. Продолжим завтра — ответы сохранены.');
  expect(await runOf(chat)).toMatchObject({ step: side.questions[0]?.key, answers: {} });
});

test('a run that waits for somebody else says so', async () => {
  const wait: FormHooks = hooksFor(side, {
    async answered(talk, run) {
      talk.say({ text: 'Ждём' });
      await keepRun(talk, { ...run, paused: true, facts: { waiting: 'representative' } });
      return null;
    },
  });
  const chat = stranger(chats([wait]));
  await chat.with((talk) => talk.forms.start(talk, 'side'));
  await chat.says('Дело');
  expect(chat.last()).toBe('Ждём');
  await chat.press('form:resume');
  await chat.press('form:side:summary:send');
  expect(chat.last()).toContain('ждёт другого человека');
  expect(finished).toEqual([]);
});

describe('where the chat may carry no personal data', () => {
  const paged = () => chats(undefined, { pageUrl: 'https://page.example', mayNameOthers: () => false });

  test('the page is offered instead of a question', async () => {
    const chat = await begun(stranger(paged()));
    expect(chat.last()).toContain('на странице программы');
    await chat.says('Анна');
    expect(chat.last()).toContain('на странице программы');
    expect(chat.phone.shown.map(({ text }) => text).join()).not.toContain('Согласие №');
    expect((await runOf(chat))?.answers).toEqual({});
  });
});

describe('from the page', () => {
  const page = { kind: 'page' } as const;

  test('whoever lays a form aside in the chat may go on on the page', async () => {
    const chat = await begun(stranger(chats(undefined, { pageUrl: 'https://page.example' })));
    await chat.presses('Отложить');
    expect(chat.labels()).toContain('🌐 Заполнить на странице');
    const without = await begun(stranger(chats()));
    await without.presses('Отложить');
    expect(without.labels()).not.toContain('🌐 Заполнить на странице');
  });

  test('answers are taken together or not at all, and none before the consent', async () => {
    const all = chats(undefined, { pageUrl: 'https://page.example' });
    const chat = await begun(stranger(all));
    expect(chat.labels()).toContain('🌐 Заполнить на странице');
    const raw = {
      name: 'Анна',
      school: town.school.id,
      skills: { chosen: ['1'], own: ['плавать'] },
      by: 'car',
      plate: 'а1',
      years: '5',
      note: '',
      phone: '8 912 345-67-89',
      paper: null,
    };
    const seen: unknown[] = [];
    await chat.with(async (talk) => {
      await talk.forms.take(talk, raw);
      seen.push((await talk.forms.runOf(talk))?.answers);
      const run = await talk.forms.runOf(talk);
      await talk.forms.agree(talk, 'pd', run?.facts['text:pd'] ?? '');
      seen.push(await talk.forms.take(talk, { ...raw, years: '500' }));
      seen.push(await talk.forms.take(talk, raw));
      await expect(talk.forms.finish(talk)).rejects.toThrow('form-unfinished');
      await talk.forms.take(talk, { media: null });
      await talk.forms.finish(talk);
    }, page);
    expect(seen).toEqual([
      {},
      { faults: { years: { code: 'too-large', facts: { min: 0, max: 70 } } }, done: false },
      { faults: {}, done: true },
    ]);
    expect(finished[0]?.answers).toMatchObject({
      years: 5,
      note: null,
      phone: '+79123456789',
      plate: 'а1',
      media: null,
    });
    expect(paper.state.given).toEqual([expect.objectContaining({ way: 'page' })]);
    expect(chat.last()).toBe('Спасибо!');
  });

  test('a consent to an outdated text is refused', async () => {
    const chat = await begun();
    paper.state.version = 2;
    await chat.with(async (talk) => {
      await expect(talk.forms.agree(talk, 'pd', '1')).rejects.toThrow('text-outdated');
    }, page);
  });
});
