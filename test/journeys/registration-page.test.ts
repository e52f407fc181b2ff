import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type App, startApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { createProgrammeBook } from '../../src/database/repositories/programme-book.ts';
import type { Database } from '../../src/database/sql.ts';
import { defaultSettings } from '../../src/domain/programme/settings.ts';
import { createSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts';
import { person } from '../helpers/applicant.ts';
import { testDatabase } from '../helpers/database.ts';
import { notedLog } from '../helpers/delivery.ts';
import { hurryTime } from '../helpers/hurry-time.ts';
import { fills, opensPage } from '../helpers/page-applicant.ts';
import type { Caller } from '../helpers/panel-server.ts';
import { entersPanel } from '../helpers/panel-visitor.ts';
import { foundTown, type Town } from '../helpers/small-town.ts';
import { conform } from '../schemas/conform.ts';

// A city as its operator would run it: tokens, personal data on the page, nothing of the demonstration.
let database: Database;
let dataDir: string;
let sandbox: Sandbox;
let town: Town;
let app: App;
let schemas: ReturnType<typeof conform>;
let answers: Record<string, string | string[]>;
/** The curator's browser, once they have signed in. */
let panel: Caller | null = null;
const log = notedLog();
hurryTime();

beforeAll(async () => {
  database = await testDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'nastavnik-journey-'));
  sandbox = await createSandbox();
  schemas = conform(sandbox);
  await settleTown();
  app = await startApp(
    readConfig({
      DATABASE_URL: database.url,
      DATA_DIR: dataDir,
      PORT: '0',
      METRICS_PORT: 'off',
      DATABASE_POOL: '6',
      PUBLIC_URL: 'http://nastavnik.example',
      TELEGRAM_BOT_TOKEN: sandbox.telegram.token,
      TELEGRAM_API_ROOT: sandbox.telegram.apiRoot,
      TELEGRAM_PERSONAL_DATA: 'page',
      VK_TOKEN: sandbox.vk.token,
      VK_GROUP_ID: String(sandbox.vk.groupId),
      VK_API_ROOT: sandbox.vk.apiRoot,
    }),
    log,
  );
});
afterAll(async () => {
  await app.stop();
  await sandbox.stop();
  await database.stop();
  await rm(dataDir, { recursive: true, force: true });
});

/** It is noon there, whenever this runs: nobody is told anything at night. */
async function settleTown(): Promise<void> {
  town = await foundTown(database);
  const east = 12 - new Date().getUTCHours();
  const zone = `Etc/GMT${east > 0 ? '-' : '+'}${Math.abs(east)}`;
  await database.query('update programme set time_zone = $1', [zone]);
  await createProgrammeBook(database).saveSettings(town.programme.id, {
    ...defaultSettings,
    operator: { name: 'Управление образования', address: 'ул. Школьная, 1', contact: '1-23-45' },
  });
  const curator = await town.person('Лаптева Нина Павловна', 'curator', town.school.id);
  const { telegram } = sandbox.people.add({ key: 'curator', name: 'Куратор', open: true });
  await database.query(
    `insert into chat_account (platform, account_id, chat_id, person_id) values ('telegram', $1, $1, $2)`,
    [String(telegram.chat.accountId), curator.id],
  );
  for (const key of ['mentor', 'pupil', 'parent']) sandbox.people.add({ key, name: 'Гость' });
  answers = {
    organization: town.school.id,
    post: 'учитель физики',
    subject: '',
    years: '12',
    category: 'first',
    experience: 'none',
    'skills-own': 'Робототехника',
    'requests-own': 'Робототехника',
    forms: ['teacher-teacher'],
    capacity: '2',
    offer: '',
    wishes: '',
    contact: 'phone',
    phone: '8 912 345 67 89',
    class: '8Б',
    'birth-year': String(new Date().getUTCFullYear() - 14),
    as: 'mentee',
    relation: 'parent',
  };
}

const chat = (key: string) => person(sandbox.people.get(key).telegram);
const named = (names: string) => {
  const [surname = '', name = '', patronymic = ''] = names.split(' ');
  return { ...answers, surname, name, patronymic };
};

/** The curator is led to the panel by the button of the news, signs in there, looks for somebody and confirms. */
async function confirms(surname: string, headline: string): Promise<void> {
  const curator = chat('curator');
  await curator.told(headline);
  await curator.presses('🗂 Заявки в панели');
  const way = await curator.sees('Войдите в панель');
  const urls = way.keyboard?.rows.flat().map(({ url }) => url);
  expect(urls).toEqual(['http://nastavnik.example/panel/applications']);
  panel ??= await entersPanel(curator, app.addresses.admin);
  const { body } = await panel.get(`/api/applications?state=applied&q=${encodeURIComponent(surname)}`);
  expect(body.items).toHaveLength(1);
  const decided = await panel.post(`/api/applications/${body.items[0].id}/decision`, { to: 'confirmed' });
  expect(decided.status).toBe(200);
}

test('a mentor registers on the page alone, and in the chat there is nothing but the link and that it is done', async () => {
  const mentor = chat('mentor');
  mentor.phone.open();
  await mentor.presses('Я наставник');
  await mentor.sees('Ссылка только для вас');
  mentor.says('Ушакова');
  await mentor.sees(/странице программы/);
  const page = await opensPage(mentor, app.addresses.admin);
  await fills(page, named('Ушакова Мария Львовна'));
  expect(page.words()).toContain('Проверьте и отправьте');
  await page.post('/my/finish');
  expect(page.words()).toContain('Спасибо, всё записано');
  await mentor.told('Заявка отправлена куратору');
  await confirms('Ушакова', 'Новая заявка: Наставник, Школа № 3\nИмя и анкета — в панели');
  await mentor.told('вы в программе!');
  expect(
    await database.query(`select a.state, p.phone, array(select way from consent where person_id = p.id) as way
      from application a join person p on p.id = a.person_id where p.surname = 'Ушакова'`),
  ).toEqual([{ state: 'confirmed', phone: '+79123456789', way: ['page', 'page'] }]);
  mentor.says('/privacy');
  await mentor.sees('в переписке им не место');
});

test('a pupil and a parent meet on the page: neither is named to the other in the chat', async () => {
  const pupil = chat('pupil');
  pupil.phone.open();
  await pupil.presses('Я ученик');
  await pupil.sees('Ссылка только для вас');
  const pupilPage = await opensPage(pupil, app.addresses.admin);
  await fills(pupilPage, named('Ёлкина Женя'));
  const invitation = await pupil.told('нужно согласие мамы, папы или опекуна');

  const parent = chat('parent');
  parent.says(/Код: (\S+)/.exec(invitation.text)?.[1] ?? '');
  await parent.told('Ученик, который прислал вам приглашение');
  await parent.sees('Ссылка только для вас');
  const parentPage = await opensPage(parent, app.addresses.admin);
  await fills(parentPage, named('Берёзкина Майя Ивановна'), ['pupil-media']);
  await parentPage.post('/my/finish');
  await parent.told('Согласие записано');

  await pupil.told('Можно продолжать анкету');
  await pupil.presses('Продолжить');
  await pupil.sees('Ссылка только для вас');
  const rest = await opensPage(pupil, app.addresses.admin);
  await fills(rest, named('Ёлкина Женя'));
  expect(rest.words()).toContain('Проверьте и отправьте');
  await rest.post('/my/finish');
  await confirms('Ёлкина', 'Новая заявка: Наставляемый (ученик), Школа № 3');
  await pupil.told('вы в программе!');
  await parent.told('Ученик, которого вы представляете: заявка подтверждена');
});

test('no message through Telegram carries anybody’s name but the reader’s own, no phone and no file', async () => {
  const words = {
    mentor: ['Лаптев', 'Ёлкин', 'Берёзкин', 'Женя', 'Майя'],
    pupil: ['Лаптев', 'Ушаков', 'Берёзкин', 'Мария', 'Майя'],
    parent: ['Лаптев', 'Ушаков', 'Ёлкин', 'Женя', 'Мария'],
    curator: ['Ушаков', 'Ёлкин', 'Берёзкин', 'Мария', 'Женя', 'Майя'],
  };
  for (const [key, others] of Object.entries(words)) {
    const said = chat(key).phone.fromBot();
    const labels = said.flatMap(({ keyboard }) => keyboard?.rows.flat() ?? []).map(({ label }) => label);
    const all = [...said.map(({ text }) => text), ...labels].join('\n');
    for (const word of [...others, '912', 'физик', '8Б']) expect(all, key).not.toContain(word);
    expect(said.flatMap(({ attachments }) => attachments)).toEqual([]);
  }
  const rows = await database.query<{ sent: string }>(
    `select string_agg(outgoing::text, ' ') as sent from delivery where platform = 'telegram'`,
  );
  expect(rows[0]?.sent).toMatch(/Ссылка только для вас/);
  expect(rows[0]?.sent).not.toMatch(/Ушаков|Ёлкин|Берёзкин|Лаптев|912.?345|физик/);
});

test('what the platforms were told fits their schemas, and the log tells nothing of people', () => {
  schemas.verify();
  expect(JSON.stringify(log.notes)).not.toMatch(/Ушаков|Ёлкин|Берёзкин|Лаптев|912.?345|\/go\/[\w-]/);
  expect(log.notes.filter(({ level }) => level === 'error')).toEqual([]);
});
