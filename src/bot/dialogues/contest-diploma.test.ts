import { beforeEach, expect, test } from 'vitest';
import { contestIn, entryIn } from '../../../test/helpers/contest-town.ts';
import { diplomaFacts } from '../../../test/helpers/diploma-facts.ts';
import { pressesAction } from '../../../test/helpers/registering.ts';
import type { Town } from '../../../test/helpers/small-town.ts';
import { townChats } from '../../../test/helpers/town-chats.ts';
import type { Database } from '../../database/sql.ts';
import type { Person } from '../../domain/people/person.ts';
import { diplomaDesigns } from '../../texts/documents/diploma-designs.ts';

const now = new Date('2022-04-20T06:00:00Z');
let database: Database;
let town: Town;
let author: Person;
const chats = townChats({ now: () => now }, async (fresh) => {
  ({ database, town } = fresh);
  author = await town.person('Котова Анна Ильинична', 'mentee', town.school.id);
});

let serial = 0;
beforeEach(() => {
  serial = 0;
});

async function diplomaOf(person: Person, work: { contestId: string; id: string }): Promise<string> {
  serial += 1;
  const [row] = await database.query<{ id: string }>(
    `insert into diploma (programme_id, contest_id, entry_id, person_id, kind, award, year, serial, number, code, shown,
       issued_on, created_at)
     values ($1, $2, $3, $4, 'diploma', 'winner', 2022, $5::int, 'МН-2022-000' || $5::int, 'code' || $5::int, $6,
       '2022-04-05', $7) returning id::text`,
    [
      town.programme.id,
      work.contestId,
      work.id,
      person.id,
      serial,
      JSON.stringify({ facts: diplomaFacts, design: diplomaDesigns.diploma }),
      now,
    ],
  );
  return row?.id ?? '';
}

const sentFiles = () =>
  database.query<{ text: string; files: string[] | null }>(
    `select outgoing->'message'->>'text' as text, outgoing->'message'->'files' as files from delivery
     where outgoing->'message'->>'text' like 'Диплом №%' order by id`,
  );

test('the card of a work sends its diploma again, to nobody but its owner, and not once it is revoked', async () => {
  const contest = await contestIn(database, town.programme.id, { kind: 'work', state: 'published' });
  const wish = { contestId: contest.id, organizationId: town.school.id, title: 'История' };
  const own = await entryIn(database, { ...wish, personId: author.id });
  const mate = await town.person('Петрова Ольга Ивановна', 'mentee', town.school.id);
  const foreign = await entryIn(database, { ...wish, personId: mate.id });
  const diplomaId = await diplomaOf(author, own);
  const foreignId = await diplomaOf(mate, foreign);
  const chat = await chats.linked(author, 'vk');
  await pressesAction(chat, `entry:show:${own.id}`);
  expect(chat.labels()).toContain('📄 Диплом № МН-2022-0001');
  await chat.presses('📄 Диплом № МН-2022-0001');
  const [sent] = await sentFiles();
  expect(sent?.files).toHaveLength(1);
  const [kept] = await database.query<{ fileId: string; document: string }>(
    `select d.file_id::text as "fileId", f.recipe->>'document' as document from diploma d
     join stored_file f on f.id = d.file_id where d.id = $1`,
    [diplomaId],
  );
  expect(kept).toEqual({ fileId: sent?.files?.[0], document: 'diploma' });
  await pressesAction(chat, `entry:diploma:${own.id}:${foreignId}`);
  await pressesAction(chat, `entry:diploma:${foreign.id}:${foreignId}`);
  await database.query('update diploma set revoked_at = now() where id = $1', [diplomaId]);
  await pressesAction(chat, `entry:diploma:${own.id}:${diplomaId}`);
  expect(await sentFiles()).toHaveLength(1);
});

test('before the results are published there is no button', async () => {
  const contest = await contestIn(database, town.programme.id, { kind: 'work', state: 'checked' });
  const wish = { contestId: contest.id, organizationId: town.school.id, title: 'История' };
  const own = await entryIn(database, { ...wish, personId: author.id });
  const diplomaId = await diplomaOf(author, own);
  const chat = await chats.linked(author, 'vk');
  await pressesAction(chat, `entry:show:${own.id}`);
  expect(chat.last()).not.toContain('Диплом');
  await pressesAction(chat, `entry:diploma:${own.id}:${diplomaId}`);
  expect(await sentFiles()).toEqual([]);
});
