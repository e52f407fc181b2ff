import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from '../../../test/helpers/browser.ts';
import { testDatabase } from '../../../test/helpers/database.ts';
import { type PageServer, pageServer } from '../../../test/helpers/page-server.ts';
import { foundTown, type Town } from '../../../test/helpers/small-town.ts';
import { createDeskBooks } from '../../database/repositories/desk-books.ts';
import type { Database } from '../../database/sql.ts';
import { defaultSettings } from '../../domain/programme/settings.ts';

let database: Database;
let town: Town;
let pages: PageServer;
let coordinator: string;
let curator: string;
const at = new Date('2026-10-05T08:00:00Z');

beforeAll(async () => {
  database = await testDatabase();
  town = await foundTown(database);
  await createDeskBooks(database).programmes.saveSettings(town.programme.id, {
    ...defaultSettings,
    operator: {
      name: 'Управление образования',
      address: 'Город, улица Ленина, 1',
      contact: 'pd@example.org',
    },
  });
  coordinator = (await town.person('Ежова Нина Олеговна', 'coordinator', town.office.id)).id;
  curator = (await town.person('Громова Анна Ильинична', 'curator', town.school.id)).id;
  pages = await pageServer(database, { now: () => at });
});
afterAll(async () => {
  await pages.stop();
  await database.stop();
});

/** A mentor whose application waits; linked to a chat of VK, where names may be said. */
async function applicant(names: string, organizationId = town.school.id) {
  const [surname = '', name = '', patronymic = ''] = names.split(' ');
  const { account } = await createDeskBooks(database).people.visitor('vk', names, names, at);
  const book = createDeskBooks(database).applications;
  const { personId, applicationId } = await book.begin(account, 'mentor', town.programme.id, at);
  const consents = createDeskBooks(database).consents;
  for (const kind of ['personal-data', 'participation'] as const) {
    const { id: textId } = await consents.current(town.programme.id, kind, 'self', at);
    await consents.give({ personId, givenBy: personId, textId, way: 'page', evidence: {}, at });
  }
  const person = { surname, name, patronymic, phone: null, birthYear: null };
  const submission = { role: 'mentor', organizationId, answers: {}, person, duplicateOf: null } as const;
  await book.submit(applicationId, submission, at);
  return { applicationId, personId, accountId: names };
}

async function press(page: Browser, label: string): Promise<void> {
  const action = new RegExp(`name="action" value="([^"]+)">[^<]*${label}`).exec(page.now().text)?.[1];
  expect(action, label).toBeDefined();
  await page.post('/staff', { action: action ?? '' });
}

async function stateOf(applicationId: string) {
  const [row] = await database.query<{ state: string }>('select state from application where id = $1', [
    applicationId,
  ]);
  return row?.state;
}

test('a curator confirms on the page, and the applicant is told in the chat', async () => {
  const mentor = await applicant('Ушакова Мария Петровна');
  const { page, accountId } = await pages.visitor('staff', curator);
  expect(page.words()).toContain('Ушакова М. П.');
  await press(page, 'Ушакова');
  await press(page, 'Подтвердить');
  expect(await stateOf(mentor.applicationId)).toBe('confirmed');
  expect(await pages.said(mentor.accountId)).not.toBe('');
  expect(await pages.said(accountId)).toBe('');
});

test('declining asks for a reason on the page, which the applicant reads', async () => {
  const mentor = await applicant('Лисицына Вера Павловна');
  const { page } = await pages.visitor('staff', coordinator);
  await press(page, 'Лисицына');
  await press(page, 'Отклонить');
  expect(page.words()).toContain('Напишите причину');
  await page.post('/staff/words', { words: 'Нет места в программе' });
  expect(await stateOf(mentor.applicationId)).toBe('declined');
  expect(await pages.said(mentor.accountId)).toContain('Нет места в программе');
});

test('a curator neither sees nor decides what belongs to another organization', async () => {
  const foreign = await applicant('Белкина Ольга Ивановна', town.otherSchool.id);
  const { page } = await pages.visitor('staff', curator);
  expect(page.words()).not.toContain('Белкина');
  await page.post('/staff', { action: `apply:confirm:${foreign.applicationId}` });
  expect(page.words()).toContain('Эта кнопка уже не работает');
  expect(await stateOf(foreign.applicationId)).toBe('applied');
});

test('texts, lists and settings are the coordinator’s alone; a mentor’s link to the staff page opens nothing', async () => {
  const mentor = (await town.person('Синицын Пётр Ильич', 'mentor', town.school.id)).id;
  const paths = ['/staff/texts', '/staff/texts/participation/self', '/staff/list', '/staff/settings'];
  const { page: asCurator } = await pages.visitor('staff', curator);
  const { page: asMentor } = await pages.visitor('staff', mentor);
  for (const path of paths) {
    await asCurator.get('/staff');
    expect((await asCurator.get(path)).status, path).toBe(404);
  }
  await asCurator.get('/staff');
  const saved = await asCurator.post('/staff/settings', { ...settings, name: 'Чужой' });
  expect(saved.status).toBe(404);
  for (const path of ['/staff/consents', ...paths]) {
    expect((await asMentor.get(path)).status, path).toBe(404);
  }
});

const settings = {
  name: 'Управление <образования>',
  address: 'Город, улица Ленина, 1',
  contact: '',
  draftDays: '20',
  leftDays: '100',
  eraseDays: '15',
  answerWorkingDays: '5',
  stopPublishingWorkingDays: '2',
};

test('a coordinator sets the programme up; what cannot be is said beside the field and keeps what was typed', async () => {
  const { page } = await pages.visitor('staff', coordinator);
  await page.get('/staff/settings');
  const wrong = await page.post('/staff/settings', { ...settings, eraseDays: '31' });
  expect(wrong.status).toBe(422);
  expect(page.now().text).toContain('value="31"');
  expect(page.now().text).toContain('value="Управление &lt;образования&gt;"');
  await page.post('/staff/settings', { ...settings, name: 'Управление образования' });
  expect(page.words()).toContain('Записано');
  const saved = await createDeskBooks(database).programmes.settings(town.programme.id);
  expect(saved.privacy).toEqual({ eraseDays: 15, answerWorkingDays: 5, stopPublishingWorkingDays: 2 });
});

test('the list of competencies grows and shrinks', async () => {
  const { page } = await pages.visitor('staff', coordinator);
  await page.get('/staff/list');
  await page.post('/staff/list', { name: 'Театр <кукол>' });
  expect(page.words()).toContain('Театр <кукол>');
  expect(page.now().text).not.toContain('<кукол>');
  const id = /name="archive" value="(\d+)"><button[^>]*Театр/.exec(page.now().text)?.[1] ?? '';
  await page.post('/staff/list', { archive: id });
  expect(page.words()).not.toContain('Театр');
});

test('a text of a consent is looked at first, then published as a new version', async () => {
  const { page } = await pages.visitor('staff', coordinator);
  await page.get('/staff/texts/participation/self');
  const draft = {
    title: 'Согласие на участие',
    summary: 'Раз\nДва\nТри',
    body: 'Я согласен. {operator}, {address}.',
  };
  await page.post('/staff/texts/participation/self', { ...draft, act: 'preview' });
  expect(page.words()).toContain('Я согласен. Управление образования, Город');
  const before = await createDeskBooks(database).consents.current(
    town.programme.id,
    'participation',
    'self',
    at,
  );
  const unknown = { ...draft, body: 'Долго <писали> {director}', act: 'publish' };
  expect((await page.post('/staff/texts/participation/self', unknown)).status).toBe(422);
  expect(page.words()).toContain('Подстановку {director} мы не знаем');
  expect(page.now().text).toContain('Долго &lt;писали&gt; {director}</textarea>');
  const short = { ...draft, title: '', act: 'preview' };
  expect((await page.post('/staff/texts/participation/self', short)).status).toBe(422);
  expect(page.now().text).toMatch(/name="title"[^>]*aria-invalid="true"/);
  await page.get('/staff/texts/participation/self');
  await page.post('/staff/texts/participation/self', { ...draft, act: 'publish' });
  const after = await createDeskBooks(database).consents.current(
    town.programme.id,
    'participation',
    'self',
    at,
  );
  expect(after.version).toBe(before.version + 1);
  expect(after.body).toContain('Я согласен. Управление образования');
});

test('a signed original is kept with its scan; a program in a picture’s clothes is not', async () => {
  const mentor = (await town.person('Дроздов Олег Ильич', 'mentor', town.school.id)).id;
  const { page } = await pages.visitor('staff', curator);
  await page.get('/staff/consents');
  expect(page.words()).toContain('Дроздов Олег Ильич');
  const fields = { person: mentor, kind: 'personal-data' };
  const bad = await page.upload('/staff/consents', fields, { scan: new File(['MZ\u0090'], 'скан.jpg') });
  expect(bad.status).toBe(422);
  await page.get('/staff/consents');
  const scan = new File(['%PDF-1.7 скан'], 'скан.pdf', { type: 'application/pdf' });
  await page.upload('/staff/consents', fields, { scan });
  expect(page.words()).toContain('Записано');
  const [kept] = await database.query(
    `select c.way, c.received_by::text as by, f.mime, f.state, f.person_id::text as whose
     from consent c join stored_file f on f.id = c.scan_file_id where c.person_id = $1`,
    [mentor],
  );
  expect(kept).toEqual({
    way: 'paper',
    by: curator,
    mime: 'application/pdf',
    state: 'stored',
    whose: mentor,
  });
});

test('a paper of somebody of another organization is not received', async () => {
  const foreign = (await town.person('Зимин Лев Ильич', 'mentor', town.otherSchool.id)).id;
  const { page } = await pages.visitor('staff', curator);
  await page.get('/staff/consents');
  expect(page.words()).not.toContain('Зимин');
  const seen = await page.upload('/staff/consents', { person: foreign, kind: 'personal-data' }, {});
  expect(seen.status).toBe(409);
  expect(await database.query('select from consent where person_id = $1', [foreign])).toEqual([]);
});

test('staff who are dismissed lose the page at once', async () => {
  const leaver = (await town.person('Чижова Инна Львовна', 'curator', town.school.id)).id;
  const { page } = await pages.visitor('staff', leaver);
  expect((await page.get('/staff/consents')).status).toBe(200);
  await database.query('update appointment set ended_at = now() where person_id = $1', [leaver]);
  expect((await page.get('/staff/consents')).status).toBe(404);
});
