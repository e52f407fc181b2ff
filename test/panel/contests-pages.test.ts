import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/sql.ts';
import { browserMissing, pageFaults, type Surf, surf } from '../helpers/chromium.ts';
import { testDatabase } from '../helpers/database.ts';
import { type PanelServer, panelServer } from '../helpers/panel-server.ts';
import { foundTown, type Town } from '../helpers/small-town.ts';

// A contest in a real browser: from a template to the announcement on the wall.

const clock = { now: () => new Date('2022-01-10T10:00:00+04:00') };
let database: Database;
let town: Town;
let panel: PanelServer;
let browser: Surf;

beforeAll(async () => {
  if (browserMissing) return;
  database = await testDatabase();
  town = await foundTown(database);
  const { id } = await town.person('Ложкина Ольга Ильинична', 'coordinator', town.office.id);
  await town.person('Судейкина Анна Петровна', 'mentor', town.school.id);
  panel = await panelServer(database, clock);
  browser = await surf();
  await browser.context.addCookies([{ name: 'staff', value: await panel.tokenOf(id), url: panel.url }]);
});
afterAll(async () => {
  await browser?.stop();
  await panel?.stop();
  await database?.stop();
});

const opened = async (path: string) => {
  const { page } = browser;
  await page.goto(`${panel.url}/panel${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  return page;
};

describe.skipIf(browserMissing)('contests in the panel', () => {
  test('a template becomes a contest with a jury, is announced, and its post is noted', async () => {
    await town.task('Проведение акции в сети', '2022-12-31');
    const page = await opened('/contests');
    await page.getByRole('link', { name: 'Новый конкурс' }).click();
    await page.getByRole('heading', { name: 'Готовые шаблоны' }).waitFor();
    expect(await pageFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Взять за основу: «Мой наставник»' }).click();
    await page.getByRole('heading', { level: 1, name: '«Мой наставник» — 2022' }).waitFor();
    expect(await pageFaults(page)).toEqual([]);

    await page.getByRole('textbox', { name: 'Название', exact: true }).fill('Мой наставник');
    await page.getByRole('combobox', { name: 'Мероприятие дорожной карты' }).fill('акции');
    await page.getByRole('option', { name: '1.1 Проведение акции в сети' }).click();
    await page.getByLabel('Приём до').fill('2022-10-31T23:59');
    await page.getByRole('button', { name: 'Добавить номинацию' }).click();
    const added = page.getByRole('region', { name: 'Номинация 3' });
    await added.getByLabel('Название номинации').fill('Видео о наставнике');
    await added.getByLabel('Хештеги').fill('#ВидеоНаставник2022');
    await page.getByText('— Видео о наставнике: #ВидеоНаставник2022').waitFor();
    await page.getByText('Итог: 70 % — оценка жюри, 30 % — отклик читателей.').waitFor();
    await page.getByRole('button', { name: 'Сохранить настройки' }).click();
    await page.getByRole('heading', { level: 1, name: 'Мой наставник' }).waitFor();
    await page.getByText(/Приём: 1 февраля 2022, 09:00 – 31 октября 2022, 23:59/u).waitFor();

    await page.getByRole('link', { name: 'Состав жюри' }).click();
    await page.getByText('В жюри пока никого').waitFor();
    await page.getByRole('combobox', { name: 'Фамилия' }).fill('Судейкина');
    await page.getByRole('option', { name: 'Судейкина Анна Петровна' }).click();
    await page.getByRole('button', { name: 'Добавить', exact: true }).click();
    const juror = page.getByRole('region', { name: 'Судейкина Анна Петровна' });
    await juror.getByLabel('Председатель').click();
    await juror.getByLabel('Председатель').and(page.locator(':checked')).waitFor();
    expect(await pageFaults(page)).toEqual([]);

    await page.getByRole('link', { name: 'Обзор' }).last().click();
    await page.getByRole('heading', { name: 'Объявить' }).waitFor();
    expect(await page.getByLabel('Текст объявления').inputValue()).toContain('#ВидеоНаставник2022');
    expect(await pageFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Объявить конкурс' }).click();
    await page.getByText('объявлен', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Скопировать текст' }).waitFor();
    await page.getByLabel('Ссылка на публикацию').fill('https://vk.com/wall-1_2');
    await page.getByRole('button', { name: 'Отметить, что опубликовано' }).click();
    await page.getByRole('link', { name: 'Открыть публикацию' }).waitFor();
    expect(await pageFaults(page)).toEqual([]);
    expect(
      await database.query(
        `select state, (select count(*)::int from mailing where state = 'draft') as drafts,
           (select count(*)::int from contest_juror where is_chair) as chairs from contest`,
      ),
    ).toEqual([{ state: 'announced', drafts: 1, chairs: 1 }]);

    await page.getByRole('link', { name: 'Задачи и сроки этого мероприятия' }).click();
    await page
      .getByText(/Проведение акции в сети: «Мой наставник», приём работ до 31 октября 2022/u)
      .waitFor();
    await page.goBack();
    await page.getByRole('link', { name: 'Задачи и сроки этого мероприятия' }).waitFor();
    await page.getByRole('link', { name: '1.1 Проведение акции в сети', exact: true }).click();
    await page.getByRole('heading', { name: 'Конкурсы' }).waitFor();
    expect(await pageFaults(page)).toEqual([]);
    await page.getByRole('main').getByRole('link', { name: 'Мой наставник' }).click();
    await page.getByRole('heading', { level: 1, name: 'Мой наставник' }).waitFor();
    browser.verify();
  }, 180_000);

  test('whoever changes what another has changed meanwhile sees both and decides', async () => {
    const [{ id } = { id: '' }] = await database.query<{ id: string }>('select id::text from contest');
    const page = await opened(`/contests/${id}/settings`);
    await database.query(`update contest set title = 'Уже иначе' where id = $1`, [id]);
    await page.getByRole('textbox', { name: 'Название', exact: true }).fill('По-моему');
    await page.getByRole('button', { name: 'Сохранить настройки' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('cell', { name: 'Уже иначе' }).waitFor();
    await dialog.getByRole('button', { name: 'Сохранить моё' }).click();
    await page.getByRole('heading', { level: 1, name: 'По-моему' }).waitFor();
    browser.verify();
  }, 60_000);
});
