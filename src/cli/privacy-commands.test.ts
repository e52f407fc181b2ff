import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { nastavnik } from '../../test/helpers/command-line.ts';
import { testDatabase } from '../../test/helpers/database.ts';
import { foundTown, type Town } from '../../test/helpers/small-town.ts';
import { createPrivacyBook } from '../database/repositories/privacy-book.ts';
import type { Database } from '../database/sql.ts';
import { openSandboxClock } from '../demo/sandbox-clock.ts';
import { privacyCommand } from './privacy.command.ts';

let database: Database;
let town: Town;
const at = new Date('2022-03-18T06:00:00Z');

beforeAll(async () => {
  database = await testDatabase();
  vi.stubEnv('DATABASE_URL', database.url);
  town = await foundTown(database);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await database.stop();
});

test('staff see open requests, print a dossier and erase only when sure', async () => {
  const her = await town.person('Бабинцева Наталья Юрьевна', 'mentor', town.school.id);
  expect(await nastavnik(privacyCommand, 'requests')).toBe('Открытых запросов нет.\n');
  await createPrivacyBook(database).request(her.id, 'correct', { done: false, at });
  expect(await nastavnik(privacyCommand, 'requests')).toBe(
    `1  исправление — Бабинцева Наталья Юрьевна (${her.id}), до 1 апреля 2022: в работе\n`,
  );
  const dossier = JSON.parse(
    await nastavnik(privacyCommand, 'dossier', 'Бабинцева Наталья Юрьевна'),
  ) as Record<string, object[]>;
  expect(dossier.person).toMatchObject([{ surname: 'Бабинцева', id: her.id }]);
  expect(dossier.appointment).toHaveLength(1);

  expect(await nastavnik(privacyCommand, 'erase', her.id)).toContain('--yes');
  expect(await database.query('select surname from person where id = $1', [her.id])).toEqual([
    { surname: 'Бабинцева' },
  ]);
  expect(await nastavnik(privacyCommand, 'erase', her.id, '--yes')).toBe('Удалены данные: 1 человек.\n');
  expect(await database.query('select surname from person where id = $1', [her.id])).toEqual([
    { surname: '' },
  ]);
  expect(await database.query(`select state from data_request where kind = 'erase'`)).toEqual([
    { state: 'done' },
  ]);
});

test('a dry run lists ids and changes nothing', async () => {
  const [row] = await database.query<{ id: string }>(
    `with one as (insert into person (programme_id, surname, name) values ($1, 'Серова', 'Ольга') returning id)
     insert into application (person_id, form, created_at) select id, 'mentor', now() - interval '31 days' from one
     returning person_id as id`,
    [town.programme.id],
  );
  const listed = `Незаконченные заявки: 1 черновик (${row?.id}).\nДавно ушли: 0 человек.\n`;
  expect(await nastavnik(privacyCommand, 'retention', '--dry-run')).toBe(
    `${listed}Ничего не удалено: это только показ.\n`,
  );
  expect(await nastavnik(privacyCommand, 'retention')).toBe(`${listed}Удалены данные: 1 человек.\n`);
  expect(await nastavnik(privacyCommand, 'retention', '--dry-run')).toContain('0 черновиков.');
});

test('in the demonstration things are as old as they are on its own day', async () => {
  await (await openSandboxClock(database, at)).put(at);
  await database.query(
    `with one as (insert into person (programme_id, surname, name) values ($1, 'Орлова', 'Вера') returning id)
     insert into application (person_id, form, created_at) select id, 'mentor', $2 from one`,
    [town.programme.id, at],
  );
  expect(await nastavnik(privacyCommand, 'retention')).toContain('0 черновиков');
});
