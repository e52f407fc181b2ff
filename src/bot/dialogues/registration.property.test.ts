import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Chat, conversations } from '../../../test/helpers/conversation.ts';
import { testDatabase } from '../../../test/helpers/database.ts';
import { pressesAction } from '../../../test/helpers/registering.ts';
import { foundTown } from '../../../test/helpers/small-town.ts';
import { createProgrammeBook } from '../../database/repositories/programme-book.ts';
import type { Database } from '../../database/sql.ts';
import { defaultSettings } from '../../domain/programme/settings.ts';
import { registrationForms } from '../../domain/registration/application.ts';

const clock = { now: () => new Date('2022-03-18T10:00:00+04:00') };
let database: Database;
let accounts = 0;

beforeAll(async () => {
  database = await testDatabase();
  const town = await foundTown(database);
  await createProgrammeBook(database).saveSettings(town.programme.id, {
    ...defaultSettings,
    operator: { name: 'Управление образования', address: 'ул. Школьная, 1', contact: '1-23-45' },
  });
  const curator = await town.person('Лаптева Нина Павловна', 'curator', town.school.id);
  const coordinator = await town.person('Широбокова Анна Ивановна', 'coordinator', town.office.id);
  for (const [accountId, person] of Object.entries({ curator, coordinator })) {
    await database.query(
      `insert into chat_account (platform, account_id, chat_id, person_id) values ('vk', $1, $1, $2)`,
      [accountId, person.id],
    );
  }
});
afterAll(() => database.stop());

const said = [
  'Мартынова',
  'Ольга',
  'шк 3',
  '12',
  '2008',
  '2003',
  '2021',
  '8Б',
  '1, 2',
  '+79123456789',
  'да',
  '👍',
  '/cancel',
  '/start',
  '/me',
  '',
];
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('button' as const), which: fc.nat(9), back: fc.nat(2) }),
  },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('say' as const), text: fc.constantFrom(...said) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('press' as const),
      action: fc.constantFrom(
        ...registrationForms.map((form) => `join:${form}`),
        ...['join', 'join:resume', 'join:other', 'join:same:1', 'join:code', 'join:elsewhere', 'apply:mine'],
        ...[
          'apply:confirm:1',
          'apply:gone:1',
          'form:resume',
          'form:mentor:pd:yes:1',
          'form:pupil:summary:send',
        ],
      ),
    }),
  },
);

/** A button of one of the latest messages, old ones too. */
async function pressSome(chat: Chat, which: number, back: number): Promise<void> {
  const message = chat.phone.shown.filter(({ buttons }) => buttons.length > 0).at(-1 - back);
  const buttons = (message?.buttons ?? []).flat().filter((button) => 'action' in button);
  const button = buttons[which % Math.max(1, buttons.length)];
  if (message !== undefined && button !== undefined) await chat.presses(button.label, message);
}

/** Nothing is sent without a consent, and nobody decides for themselves. */
async function check(): Promise<void> {
  const unconsented = await database.query(
    `select from application a where a.state <> 'draft' and not exists (
       select from consent c join consent_text t on t.id = c.text_id
       where c.person_id = a.person_id and t.kind = 'personal-data')`,
  );
  const ownDecision = await database.query('select from application where decided_by = person_id');
  expect({ unconsented, ownDecision }).toEqual({ unconsented: [], ownDecision: [] });
}

test('whatever is typed and pressed, a registration answers and never goes past a consent', async () => {
  const walk = fc.tuple(
    fc.constantFrom(...registrationForms),
    fc.constantFrom('telegram', 'vk'),
    fc.boolean(),
    fc.array(step, { minLength: 10, maxLength: 45 }),
  );
  await fc.assert(
    fc.asyncProperty(walk, async ([form, platform, mayName, steps]) => {
      const talks = conversations(database, {
        clock,
        pageUrl: 'https://example.org',
        mayNameOthers: (each) => mayName || each !== 'telegram',
      });
      const chat = talks.chat(platform, `w${++accounts}`);
      await pressesAction(chat, `join:${form}`);
      for (const each of steps) {
        const answers = chat.phone.shown.length + chat.phone.words.length;
        if (each.kind === 'button') await pressSome(chat, each.which, each.back);
        else if (each.kind === 'press') await pressesAction(chat, each.action);
        else await chat.says(each.text);
        if (each.kind !== 'button') {
          expect(chat.phone.shown.length + chat.phone.words.length).toBeGreaterThan(answers);
        }
      }
      await check();
    }),
    { numRuns: 12 },
  );
}, 30_000);
