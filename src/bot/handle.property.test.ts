import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { conversations, file } from '../../test/helpers/conversation.ts';
import { testDatabase } from '../../test/helpers/database.ts';
import { foundTown, type Town } from '../../test/helpers/small-town.ts';
import { createInvitation } from '../database/repositories/invitation-book.ts';
import type { Database } from '../database/sql.ts';
import type { IncomingEvent } from '../domain/messages/incoming.ts';

let database: Database;
let town: Town;
let runs = 0;
beforeAll(async () => {
  database = await testDatabase();
  town = await foundTown(database);
});
afterAll(() => database.stop());

/** An event of its own, or the n-th button ever shown in the chat, old ones included. */
type Step = { who: number; hours: number } & ({ event: IncomingEvent } | { button: number; twice: boolean });

const texts = fc.oneof(
  fc.constantFrom(
    '/start',
    '/menu',
    '/tasks',
    '/help',
    '/settings',
    '/me',
    '/contact',
    '/privacy',
    '/applications',
    'Задать вопрос',
    '/summary',
    '/cancel',
    '/tasks@bot x',
    'Мои задачи',
    'Сводка',
    'отмена',
    '7KM-4XH-ATP',
    'https://example.org/x',
    '👍',
    '',
    '   ',
    '\0',
    '\ud83d',
    'слово '.repeat(900),
    'я'.repeat(5000),
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
);
const events: fc.Arbitrary<IncomingEvent> = fc.oneof(
  texts.map((text) => ({ kind: 'text' as const, text })),
  fc
    .constantFrom('', 'A'.repeat(22), '-', 'x'.repeat(64))
    .map((payload) => ({ kind: 'start' as const, payload })),
  fc
    .tuple(
      fc.array(fc.constantFrom('a.pdf', 'я'.repeat(255), '\0.jpg'), { minLength: 1, maxLength: 10 }),
      texts,
    )
    .map(([names, text]) => ({ kind: 'files' as const, files: names.map(file), text })),
  fc.constantFrom('voice', 'sticker', 'location', '').map((what) => ({ kind: 'other' as const, what })),
  fc.constant({ kind: 'contact' as const, phone: '1', own: false }),
  fc.constant({ kind: 'allow' as const }),
  fc
    .constantFrom(
      '',
      'task:done:1',
      'task:show:999999999999999999',
      'tasks:9999',
      'result:1',
      'attach:1',
      'remind:max',
      'settings',
      'when:',
      'when:noon',
      'when:toString',
      'pause:',
      'pause:summer',
      'me:show',
      'me:edit',
      'me:edit:999',
      'ask',
      'ask:curator',
      'ask:nobody',
      'hand-back:1',
      'reply:aaaaaaaaaaaaaaaa',
      'control:done:9999',
      'control:late:1',
      'control:open:1',
      'control:waive:1',
      'control:return:1',
      'control:files:1:9',
      'x'.repeat(64),
    )
    .map((action) => ({ kind: 'press' as const, action, callbackId: 'c', messageId: 'm1' })),
);
const steps: fc.Arbitrary<Step> = fc
  .tuple(
    fc.nat(3),
    fc.constantFrom(0, 0, 0, 1, 30),
    fc.oneof(
      events.map((event) => ({ event })),
      fc.record({ button: fc.nat(1000), twice: fc.boolean() }),
    ),
  )
  .map(([who, hours, what]) => ({ who, hours, ...what }));

test('whatever people do in whatever order, there is an answer within the limits, and a way out', {
  timeout: 60_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(steps, { minLength: 5, maxLength: 30 }), async (walk) => {
      runs += 1;
      let now = new Date('2022-03-18T10:00:00+04:00');
      const clock = { now: () => now };
      const school = await town.organization(`Лицей № ${100 + runs}`);
      const deputy = await town.person('Бабинцева Наталья Юрьевна', 'deputy-head', school.id);
      const coordinator = await town.person('Широбокова Анна Ивановна', 'coordinator', town.office.id);
      for (const dueOn of ['2022-03-10', '2022-03-25', null, '2022-04-01', '2022-05-01', '2022-06-01']) {
        await town.task('Дело', dueOn, school.id);
      }
      const talks = conversations(database, { clock });
      const chats = [
        talks.chat('telegram', `${runs}1`),
        talks.chat('vk', `${runs}1`),
        talks.chat('vk', `${runs}2`),
        talks.chat('telegram', `${runs}3`),
      ] as const;
      const { secret } = await createInvitation(database, deputy.id, clock);
      await chats[0].opens(secret);
      await chats[1].opens(secret);
      await chats[2].opens((await createInvitation(database, coordinator.id, clock)).secret);
      // So that both have something to look at.
      await chats[2].says('/summary');

      // Buttons stay pressable after a message was edited: phones are slow, and so are people.
      const ever = chats.map(() => new Map<string, { action: string; messageId: string }>());
      for (const step of walk) {
        now = new Date(now.getTime() + step.hours * 3_600_000);
        const chat = chats[step.who] ?? chats[0];
        for (const [index, each] of chats.entries()) {
          for (const { id, buttons } of each.phone.shown) {
            for (const button of buttons.flat()) {
              if ('action' in button)
                ever[index]?.set(`${id} ${button.action}`, { action: button.action, messageId: id });
            }
          }
        }
        if ('event' in step) {
          await answered(chat, step.event);
          continue;
        }
        const known = [...(ever[step.who]?.values() ?? [])];
        const pressed = known[step.button % Math.max(1, known.length)];
        if (pressed === undefined) continue;
        await answered(chat, { kind: 'press', callbackId: 'c', ...pressed });
        if (step.twice) await answered(chat, { kind: 'press', callbackId: 'd', ...pressed });
      }
      for (const chat of chats) {
        await chat.says('/cancel');
        expect((await chat.says('/menu')).join('')).toMatch(/на связи|Мы пока не знакомы/i);
      }
      expect(await database.query(doneTooOften)).toEqual([]);
    }),
    { numRuns: 15, endOnFailure: true },
  );
});

/** A dated task is done once, and once more for each time it was put back. */
const doneTooOften = `
  select t.id from task t where t.due_on is not null
    and (select count(*) from task_completion n where n.task_id = t.id)
      > 1 + (select count(*) from task_event e where e.task_id = t.id and e.kind = 'reopened')`;

type Chat = ReturnType<ReturnType<typeof conversations>['chat']>;

/** A press is answered by exactly one word and by something seen; anything else by a message. */
async function answered(chat: Chat, event: IncomingEvent): Promise<void> {
  const before = { words: chat.phone.words.length, look: JSON.stringify(chat.phone.shown) };
  await chat.does(event);
  const changed = JSON.stringify(chat.phone.shown) !== before.look;
  if (event.kind !== 'press') expect(changed).toBe(true);
  else {
    expect(chat.phone.words.length).toBe(before.words + 1);
    expect(changed || chat.phone.words.at(-1) !== '' || event.action !== '').toBe(true);
  }
}
