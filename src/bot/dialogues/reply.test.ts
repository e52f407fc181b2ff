import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Chat, conversations } from '../../../test/helpers/conversation.ts';
import { emptied, testDatabase } from '../../../test/helpers/database.ts';
import { foundTown } from '../../../test/helpers/small-town.ts';
import { createInvitation } from '../../database/repositories/invitation-book.ts';
import { createOrganizationBook } from '../../database/repositories/organization-book.ts';
import { createPersonBook } from '../../database/repositories/person-book.ts';
import { createProgrammeBook } from '../../database/repositories/programme-book.ts';
import type { Database } from '../../database/sql.ts';
import type { Person } from '../../domain/people/person.ts';
import { words } from '../../texts/talk.ts';

const clock = { now: () => new Date('2022-03-18T10:00:00+04:00') };
const question = 'Как мне получить приглашение?';
let database: Database;
let talks: ReturnType<typeof conversations>;
let boss: Chat;
let neighbour: Chat;
let neighbourId: string;
let action: string;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());

beforeEach(async () => {
  await emptied(database);
  talks = conversations(database, { clock });
  const city = await foundTown(database);
  boss = await linked(
    await city.person('Широбокова Анна Ивановна', 'coordinator', city.office.id),
    'telegram',
  );
  const person = await coordinatorNextDoor();
  neighbourId = person.id;
  neighbour = await linked(person, 'vk');
  const stranger = talks.chat('vk', '777');
  await stranger.says('Здравствуйте');
  await stranger.presses('Задать вопрос');
  await stranger.says(question);
  const [button] = boss.holding('Ответить')?.buttons.flat() ?? [];
  action = button !== undefined && 'action' in button ? button.action : '';
  expect(action).toMatch(/^reply:/);
});

async function linked(person: Person, platform: string): Promise<Chat> {
  const chat = talks.chat(platform, `10${person.id}`);
  await chat.opens((await createInvitation(database, person.id, clock)).secret);
  return chat;
}

async function coordinatorNextDoor(): Promise<Person> {
  const { id: programmeId } = await createProgrammeBook(database).add({ key: 'next', name: 'Соседи' });
  const office = await createOrganizationBook(database).add({
    programmeId,
    kind: 'office',
    name: 'Управление образования соседей',
    shortName: 'Управление соседей',
    aliases: [],
  });
  const people = createPersonBook(database);
  const person = await people.add({ programmeId, surname: 'Ушакова', name: 'Ирина', patronymic: 'Львовна' });
  await people.appoint(person.id, 'coordinator', office.id);
  return person;
}

const forge = (chat: Chat, forged: string) =>
  chat.does({ kind: 'press', action: forged, callbackId: 'c', messageId: 'm' });

test.each(['open', 'answered'])(
  'a coordinator of another programme can’t read an %s question',
  async (step) => {
    if (step === 'answered') {
      await boss.presses('Ответить');
      await boss.says('Напишите мне, из какой вы школы.');
    }
    const said = await forge(neighbour, action);
    expect(neighbour.phone.words.at(-1)).toBe(words.oldButton);
    expect(said).toEqual(await forge(neighbour, 'reply:aaaaaaaaaaaaaaaa'));
    expect(neighbour.all()).not.toContain(question);
  },
);

test('nor answer it, even standing where the answer is written', async () => {
  await database.query(
    `insert into dialogue (key, state, updated_at)
     values ($1, jsonb_build_object('name', 'reply', 'step', 'write', 'data', jsonb_build_object('id', $2::text)), now())`,
    [`person:${neighbourId}`, action.slice('reply:'.length)],
  );
  expect(await neighbour.says('Ответ от чужих')).toEqual(['На этот вопрос уже ответили']);
  expect(talks.chat('vk', '777').all()).not.toContain('Ответ от чужих');
  await boss.presses('Ответить');
  await boss.says('Напишите мне, из какой вы школы.');
  expect(talks.chat('vk', '777').last()).toContain('Напишите мне, из какой вы школы.');
});
