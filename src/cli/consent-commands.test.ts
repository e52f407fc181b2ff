import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { nastavnik, refusal } from '../../test/helpers/command-line.ts';
import { testDatabase } from '../../test/helpers/database.ts';
import { foundTown } from '../../test/helpers/small-town.ts';
import type { Database } from '../database/sql.ts';
import { consentCommand } from './consent.command.ts';
import { settingsCommand } from './settings.command.ts';

let database: Database;
let folder: string;

beforeAll(async () => {
  database = await testDatabase();
  const town = await foundTown(database);
  await town.person('Петрова Анна Ильинична', 'mentor', town.school.id);
  folder = await mkdtemp(join(tmpdir(), 'consents-'));
  vi.stubEnv('DATABASE_URL', database.url);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
  await database.stop();
});

async function file(text: string | Uint8Array): Promise<string> {
  const path = join(folder, 'согласие.txt');
  await writeFile(path, text);
  return path;
}

test('a text is shown, edited and published in the same shape, once the operator is named', async () => {
  const which = ['personal-data', '--giver', 'self'];
  const shown = await nastavnik(consentCommand, 'show', ...which);
  expect(shown).toContain('{operator}');
  const publish = async (text: string) => ['publish', ...which, '--file', await file(text)];
  expect(await refusal(consentCommand, ...(await publish(shown)))).toContain('settings set --operator');

  expect(await nastavnik(settingsCommand, 'show')).toContain('Оператор персональных данных: не указано');
  const named = ['set', '--operator', 'Управление образования', '--address', 'ул. Мира, 1'];
  expect(await nastavnik(settingsCommand, ...named)).toContain('Сохранено');
  expect(await nastavnik(settingsCommand, 'set', '--contact', 'pd@example.org')).toContain('Сохранено');
  const settings = await nastavnik(settingsCommand, 'show');
  for (const word of ['Управление образования', 'ул. Мира, 1', 'pd@example.org', '30 дней'])
    expect(settings).toContain(word);

  expect(await nastavnik(consentCommand, ...(await publish(shown)))).toContain('версия 1, SHA-256');
  expect(await nastavnik(consentCommand, ...(await publish(`\uFEFF${shown}`)))).toContain('документ тот же');
  const edited = await publish(`${shown}\n---\n9. Ещё одно условие.\n`);
  expect(await nastavnik(consentCommand, ...edited)).toMatch(/версия 2, .* спросит заново/u);
  expect(await nastavnik(consentCommand, 'show', ...which)).toMatch(/---\n9\. Ещё одно условие\.\n$/u);

  const lines = (await nastavnik(consentCommand, 'texts')).trim().split('\n');
  expect(lines).toHaveLength(8);
  expect(lines[0]).toMatch(/^personal-data self .* версия 2$/u);
  expect(lines[1]).toContain('ещё не публиковалось');
});

test('whoever lacks a consent is listed', async () => {
  expect(await nastavnik(consentCommand, 'lacking')).toMatch(
    /^\d+ {2}Петрова Анна Ильинична — Школа № 3: персональные данные, участие в программе\n$/u,
  );
  await database.query('update appointment set ended_at = now()');
  expect(await nastavnik(consentCommand, 'lacking')).toContain('У всех');
});

test.each([
  [consentCommand, ['show'], 'Не указано'],
  [consentCommand, ['show', 'everything'], 'бывает personal-data'],
  [consentCommand, ['show', 'distribution', '--giver', 'aunt'], 'бывает self'],
  [consentCommand, ['publish', 'distribution'], '--file'],
  [consentCommand, ['publish', 'distribution', '--file', '/nowhere/x.txt'], 'нет'],
  [settingsCommand, ['set'], 'Нечего менять'],
  [settingsCommand, ['set', '--operator', ' '], '--operator'],
])('%# a wrong command is refused with one line', async (command, args, words) => {
  expect(await refusal(command, ...args)).toContain(words);
});

test.each([
  ['без частей', 'три части'],
  [new Uint8Array([0xff, 0xfe, 0xff]), 'три части'],
  ['Заголовок\n---\n\n---\nТекст', 'краткое пояснение'],
  ['Заголовок\n---\nКоротко\n---\nТекст {inn}', '{inn}'],
])('%# a file that is no text of a consent is refused', async (content, words) => {
  const args = ['publish', 'participation', '--file', await file(content)];
  expect(await refusal(consentCommand, ...args)).toContain(words);
});
