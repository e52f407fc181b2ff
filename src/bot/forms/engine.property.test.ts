import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { file } from '../../../test/helpers/conversation.ts';
import { testDatabase } from '../../../test/helpers/database.ts';
import { consentsOfPaper, type FormChat, formChats } from '../../../test/helpers/form-chats.ts';
import { foundTown, type Town } from '../../../test/helpers/small-town.ts';
import { createInvitation } from '../../database/repositories/invitation-book.ts';
import type { Database } from '../../database/sql.ts';
import { askedQuestions, summaryStep } from '../../domain/forms/flow.ts';
import type { Answers, Form, Question } from '../../domain/forms/form.ts';
import type { FormRun } from '../../domain/forms/form-run.ts';
import type { IncomingEvent } from '../../domain/messages/incoming.ts';
import type { FormWords } from '../../texts/forms/form-words.ts';
import type { FormHooks } from './form-engine.ts';

let database: Database;
let town: Town;
let runs = 0;
const clock = { now: () => new Date('2022-03-18T10:00:00+04:00') };
beforeAll(async () => {
  database = await testDatabase();
  town = await foundTown(database);
  for (let number = 11; number < 30; number += 1) await town.organization(`Школа № ${number}`);
});
afterAll(() => database.stop());

const many = Array.from({ length: 13 }, (_, index) => `v${index}`);
/** One question of each kind, and lists of every length. */
const questions: Question[] = [
  { key: 'pd', kind: 'consent', consent: 'personal-data' },
  { key: 'name', kind: 'text', shape: 'person-name', max: 60 },
  { key: 'school', kind: 'organization', of: ['school'] },
  { key: 'two', kind: 'one-of', options: { values: ['a', 'b'] } },
  {
    key: 'seven',
    kind: 'one-of',
    options: { values: many.slice(0, 7) },
    optional: true,
    when: { two: ['a'] },
  },
  { key: 'thirteen', kind: 'one-of', options: { values: many }, when: { two: ['b'] } },
  { key: 'skills', kind: 'many-of', options: { from: 'competencies' }, own: 3 },
  { key: 'short', kind: 'many-of', options: { values: ['a', 'b'] }, optional: true },
  { key: 'years', kind: 'number', min: 0, max: 70 },
  { key: 'began', kind: 'year', min: -60, max: 0, optional: true },
  { key: 'born', kind: 'date', past: true },
  { key: 'phone', kind: 'phone' },
  { key: 'offer', kind: 'long-text', max: 1500, optional: true },
  { key: 'paper', kind: 'file', accept: ['pdf', 'image'] },
  { key: 'part', kind: 'consent', consent: 'participation', optional: true },
];
const form: Form = { key: 'abcdefghijklmnop', version: 1, questions };
const newer: Form = {
  ...form,
  version: 2,
  questions: [...questions.slice(0, 2), { key: 'added', kind: 'text', max: 30 }, ...questions.slice(2)],
};
const side: Form = { key: 'side', version: 1, questions: [{ key: 'what', kind: 'text', max: 20 }] };
const long = 'Очень длинное название варианта, которое ни на какой кнопке целиком не поместится';
const option = Object.fromEntries([...many, 'a', 'b'].map((value) => [value, `${long} ${value}`]));
const words: Record<string, FormWords> = {
  [form.key]: {
    title: 'Анкета',
    finish: 'Отправить',
    questions: Object.fromEntries(
      newer.questions.map(({ key }) => [key, { ask: `Вопрос ${key}?`, name: `Имя ${key}`, options: option }]),
    ),
  },
  side: { title: 'Мелочь', finish: 'Сохранить', questions: { what: { ask: 'Что?', name: 'Что' } } },
};
const competencies = Array.from({ length: 23 }, (_, index) => ({
  value: String(1000 + index),
  label:
    `${['Работа', 'Методика', 'Урок'][index % 3]} ${index} ${'с родителями и детьми '.repeat(index % 4)}`.trim(),
}));

const answers: Answers = {
  pd: '1',
  name: 'Анна',
  two: 'a',
  seven: 'v3',
  skills: { chosen: ['1001'], own: ['шить'] },
  short: null,
  years: 5,
  began: 2019,
  born: '1990-03-15',
  phone: '+79123456789',
  offer: null,
  paper: { fileId: '1' },
  part: null,
};
/** Answered up to here before the walk begins: a question somewhere in the middle is reached by few. */
const from = fc.nat(questions.length);

/** What brings most questions on, so that walks get far. */
const good = [
  'Анна-Мария',
  'шк 15',
  '5 лет',
  '2019',
  '15.03.1990',
  '8 912 345-67-89',
  'Могу многое',
  'Урок 2, плавать',
];
const text = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...good) },
  { weight: 2, arbitrary: fc.constantFrom('назад', 'Пропустить', 'готово', 'Отложить', 'Оставить как есть') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('', ' ', '👍', 'я'.repeat(5000), 'рабта', '1, 2', '\ud83d', '~', '{}'),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
);
const event: fc.Arbitrary<IncomingEvent> = fc.oneof(
  {
    weight: 5,
    arbitrary: text.map((said) => ({
      kind: 'text' as const,
      text: said.replace(/[\0\p{Surrogate}]/gu, ''),
    })),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('voice', 'sticker', 'location', 'forwarded', 'edited', '')
      .map((what) => ({ kind: 'other' as const, what })),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('contact' as const),
      phone: fc.constantFrom('79123456789', '1', '+375291234567'),
      own: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.subarray(['a.pdf', 'b.exe', 'я'.repeat(200)], { minLength: 1 }).map((names) => ({
      kind: 'files' as const,
      files: names.map((name) => ({ ...file(name), mime: '' })),
      text: '',
    })),
  },
);
const forged = fc.oneof(
  fc.constantFrom('form:', 'form:x', 'form:resume', 'form:side:what:edit', `form:${form.key}:summary:send`),
  fc
    .tuple(
      fc.constantFrom(...newer.questions.map(({ key }) => key), 'summary', 'none'),
      fc.constantFrom(
        '=a',
        '=999',
        '+1000',
        '+nope',
        '-1000',
        'own~abc',
        'p9999',
        'done',
        'all',
        'skip',
        'keep',
        'yes:1',
        'yes:9',
        'no',
        'edit',
        'send',
        'change99',
        'back',
      ),
    )
    .map(([key, value]) => `form:${form.key}:${key}:${value}`),
);
type Step =
  | { does: IncomingEvent }
  | { button: number; latest: boolean; twice: boolean }
  | { forged: string }
  | { act: 'start' | 'side' | 'resume' | 'pause' | 'remind' | 'newer' | 'text' };
const step: fc.Arbitrary<Step & { who: 0 | 1 }> = fc
  .tuple(
    fc.constantFrom<0 | 1>(0, 0, 0, 1),
    fc.oneof(
      { weight: 8, arbitrary: event.map((does) => ({ does })) },
      {
        weight: 12,
        arbitrary: fc.record({ button: fc.nat(200), latest: fc.boolean(), twice: fc.boolean() }),
      },
      { weight: 2, arbitrary: forged.map((action) => ({ forged: action })) },
      {
        weight: 2,
        arbitrary: fc
          .constantFrom('start', 'side', 'resume', 'resume', 'pause', 'remind', 'newer', 'text')
          .map((act) => ({ act: act as 'start' })),
      },
    ),
  )
  .map(([who, what]) => ({ who, ...what }));

test('whatever comes in whatever order: an answer within the limits, nothing lost, always a way out', {
  timeout: 60_000,
}, async () => {
  let sent = 0;
  await fc.assert(
    fc.asyncProperty(from, fc.array(step, { minLength: 20, maxLength: 40 }), async (begun, walk) => {
      runs += 1;
      const paper = consentsOfPaper();
      const finished: FormRun[] = [];
      const hooks = (of: Form): FormHooks => ({
        form: of,
        consents: {
          of: async () => ({ programmeId: town.programme.id, giver: 'self' }),
          sign: async (talk, run) => {
            const id = talk.visitor.person?.id ?? '';
            return { run, personId: id, givenBy: id };
          },
        },
        finish: async (talk, run) => {
          if (run.form === form.key) finished.push(run);
          talk.say({ text: 'Спасибо!' });
        },
      });
      const all = formChats(database, {
        hooks: [hooks(form), hooks(side)],
        words,
        consents: paper.book,
        competencies,
        pageUrl: 'https://page.example',
      });
      const chats = [all.chat('telegram', `${runs}`), all.chat('vk', `${runs}`)] as const;
      const person = await town.person('Петрова Анна', 'mentor', town.school.id);
      for (const chat of chats) {
        const { secret } = await createInvitation(database, person.id, clock);
        await chat.with((talk) => talk.desk.people.acceptInvitation(talk.visitor.account, secret, talk.at));
      }
      const known = Object.fromEntries(
        Object.entries({ ...answers, school: town.school.id }).filter(
          ([key]) => questions.findIndex((each) => each.key === key) < begun,
        ),
      );
      await chats[0].with((talk) => talk.forms.start(talk, form.key, { known }));
      const ever = [new Map<string, string>(), new Map<string, string>()] as const;

      for (const { who, ...what } of walk) {
        const chat = chats[who];
        const before = await runOf();
        for (const [index, each] of chats.entries()) note(ever[index === 0 ? 0 : 1], each);
        await act(chat, what, ever[who], { all, paper, hooks });
        expectNothingLost(before, await runOf(), finished, what);
      }
      sent += finished.length;
      await wayOut(chats[0]);
    }),
    {
      numRuns: 12,
      endOnFailure: true,
      // One walk that comes to the end whatever chance brings.
      examples: [[questions.length, [{ who: 0, forged: `form:${form.key}:summary:send` }]]],
    },
  );
  expect(sent, 'some walks come to an end').toBeGreaterThan(0);
});

type World = {
  all: ReturnType<typeof formChats>;
  paper: ReturnType<typeof consentsOfPaper>;
  hooks: (of: Form) => FormHooks;
};

async function act(chat: FormChat, what: Step, ever: Map<string, string>, world: World): Promise<void> {
  if ('does' in what) await answered(chat, () => chat.does(what.does));
  else if ('forged' in what) await answered(chat, () => chat.press(what.forged));
  else if ('button' in what) {
    const latest = (chat.phone.shown.at(-1)?.buttons ?? [])
      .flat()
      .flatMap((each) => ('action' in each ? [each.action] : []));
    const last = chat.phone.shown.at(-1)?.id ?? 'm0';
    const known = what.latest ? latest.map((action) => [action, last] as const) : [...ever];
    const [action, message] = known[what.button % Math.max(1, known.length)] ?? [];
    if (action === undefined || !action.startsWith('form:')) return;
    await answered(chat, () => chat.press(action, message));
    if (what.twice) await answered(chat, () => chat.press(action, message));
  } else if (what.act === 'newer') world.all.settings.hooks = [world.hooks(newer), world.hooks(side)];
  else if (what.act === 'text') world.paper.state.version += 1;
  else {
    const { act: command } = what;
    await chat.with(async (talk) => {
      if (command === 'start') await talk.forms.start(talk, form.key);
      else if (command === 'side') await talk.forms.start(talk, 'side');
      else await talk.forms[command as 'resume'](talk);
    });
  }
}

/** A press is answered by one word and by something seen or said; anything else by a message. */
async function answered(chat: FormChat, does: () => Promise<unknown>): Promise<void> {
  const before = { words: chat.phone.words.length, look: JSON.stringify(chat.phone.shown) };
  await does();
  const words = chat.phone.words.slice(before.words);
  expect(words.length).toBeLessThanOrEqual(1);
  const changed = JSON.stringify(chat.phone.shown) !== before.look;
  // Marking twice what is marked shows what is shown already.
  expect(changed || words.length === 1).toBe(true);
}

function note(ever: Map<string, string>, { phone }: FormChat): void {
  for (const { id, buttons } of phone.shown)
    for (const button of buttons.flat()) if ('action' in button) ever.set(button.action, id);
}

async function runOf(): Promise<FormRun | null> {
  const rows = await database.query<{ key: string; state: { data: FormRun & { runs?: FormRun[] } } }>(
    `select d.key, d.state from dialogue d join chat_account a on a.account_id = $1 and a.platform = 'telegram'
     where d.key in ('form:person:' || a.person_id, 'form-aside:person:' || a.person_id)`,
    [String(runs)],
  );
  const kept = rows.flatMap(({ state }) => state.data.runs ?? [state.data]);
  return kept.find((run) => run.form === form.key) ?? null;
}

/** What was answered is there until the person answers that question anew, or what it hung on. */
function expectNothingLost(
  before: FormRun | null,
  after: FormRun | null,
  finished: FormRun[],
  what: Step,
): void {
  if (before === null) return;
  if (after === null) {
    expect(finished.length).toBeGreaterThan(0);
    return;
  }
  const version = after.version === newer.version ? newer : form;
  const gone = askedQuestions(version, after.answers).filter(
    ({ key }) => before.answers[key] !== undefined && after.answers[key] === undefined,
  );
  expect(gone, JSON.stringify(what)).toEqual([]);
  const changed = Object.keys(before.answers).filter(
    (key) =>
      after.answers[key] !== undefined &&
      JSON.stringify(before.answers[key]) !== JSON.stringify(after.answers[key]),
  );
  // One event changes one answer: that of the question it stood at.
  expect(
    changed.every((key) => key === before.step),
    `${changed} at ${before.step}`,
  ).toBe(true);
  const asked = askedQuestions(version, after.answers).map(({ key }) => key);
  expect([...asked, summaryStep]).toContain(after.step);
}

async function wayOut(chat: FormChat): Promise<void> {
  if (!(await pauses(chat))) return;
  expect(await chat.says('слово')).toEqual(['Это не про анкету']);
  await chat.presses('Продолжить анкету');
  expect(chat.phone.shown.at(-1)?.buttons.flat().length).toBeGreaterThan(0);
}

async function pauses(chat: FormChat): Promise<boolean> {
  let paused = false;
  await chat.with(async (talk) => {
    paused = await talk.forms.pause(talk);
    if (!paused) talk.say({ text: 'нечего' });
  });
  return paused;
}
