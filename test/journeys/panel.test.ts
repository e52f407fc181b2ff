import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { browserMissing, type Surf, seriousFaults, surf } from '../helpers/chromium.ts';
import { docxLines } from '../helpers/docx-text.ts';
import { hurryTime } from '../helpers/hurry-time.ts';
import { turns } from '../helpers/registering-turns.ts';
import { type StagedCity, stagedCity } from '../helpers/staged-city.ts';

// A coordinator's first days, in a real browser and in the sandbox's chats, over the whole program.
hurryTime();
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** Where pictures for the README are put; nowhere unless it is named. */
const pictures = process.env.PICTURES;
let city: StagedCity;
let browser: Surf;

beforeAll(async () => {
  if (browserMissing) return;
  city = await stagedCity();
  browser = await surf();
});
afterAll(async () => {
  await browser?.stop();
  await city?.stop();
});

async function picture(name: string): Promise<void> {
  if (pictures === undefined) return;
  await mkdir(pictures, { recursive: true });
  await browser.page.screenshot({ path: join(pictures, `${name}.png`) });
}

/** Each page of the menu as the coordinator sees it then, for the README. */
async function pictureEveryPage(): Promise<void> {
  if (pictures === undefined) return;
  const { page } = browser;
  const links = await page.getByRole('navigation').getByRole('link').all();
  const paths = await Promise.all(links.map((link) => link.getAttribute('href')));
  for (const path of paths) {
    await page.goto(`${city.adminUrl()}${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    await picture(`page-${path?.split('/').at(-1)}`);
  }
}

const panel = (path = '') => `${city.adminUrl()}/panel/${path}`;

describe.skipIf(browserMissing)('a coordinator at the panel', () => {
  test('signs in by the number that only her screen shows', async () => {
    const { page } = browser;
    await page.goto(panel());
    await page.getByRole('button', { name: 'Войти' }).click();
    const digits = (await page.getByRole('img', { name: /Число для сверки/ }).textContent()) ?? '';
    await picture('sign-in');
    const chat = city.person('Тихонова', 'telegram');
    chat.says('вход');
    await chat.sees('две цифры');
    chat.says(digits);
    await chat.presses('Да, это я');
    const said = await chat.sees('Верно!');
    const code = /[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{3}/.exec(said.text)?.[0] ?? '';
    await page.getByLabel('Код из бота').fill(code);
    await page.getByRole('button', { name: 'Войти по коду' }).click();
    await page.getByRole('heading', { level: 1, name: 'Обзор' }).waitFor();
    await picture('overview');
  });

  test('confirms a mentor and a mentee who have registered in two messengers', async () => {
    const { page } = browser;
    for (const [who, platform, role, answers] of [
      ['guest', 'telegram', 'Я наставник', turns.mentor('Мерзлякова Ольга Петровна', 'седьмая', 'telegram')],
      ['guest-teacher', 'vk', 'Я молодой педагог', turns.mentee('Жуйкова Дарья Ильинична', 'седьмая')],
    ] as const) {
      const person = city.person(who, platform);
      person.phone.open();
      await person.presses(role);
      await person.goes(answers);
      await person.sees('проверьте, пожалуйста');
      await person.presses('Отправить заявку');
      await person.told('Заявка отправлена');
    }
    await page.getByRole('link', { name: 'Заявки', exact: true }).click();
    for (const [surname, who, platform] of [
      ['Мерзлякова', 'guest', 'telegram'],
      ['Жуйкова', 'guest-teacher', 'vk'],
    ] as const) {
      await page.getByRole('link', { name: new RegExp(surname) }).click();
      await page.getByRole('button', { name: 'Подтвердить' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Подтвердить' }).click();
      await page.getByText(', подтверждена').waitFor();
      await city.person(who, platform).told(/подтвержд/);
      await page.getByRole('link', { name: 'Заявки', exact: true }).click();
    }
  });

  test('takes the mentor who is suggested first, and both agree in their chats', async () => {
    const { page } = browser;
    await page.getByRole('link', { name: 'Без наставника', exact: true }).click();
    await page.getByRole('link', { name: /Подобрать наставника: Жуйкова/ }).click();
    const first = page.locator('.plain-list > li').first();
    await first.getByText(/Мерзлякова/).waitFor();
    await picture('suggestions');
    await first.getByRole('button', { name: /Предложить/ }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Отправить|Предложить/ })
      .click();
    await page.getByRole('heading', { level: 1, name: /Мерзлякова/ }).waitFor();
    await picture('pair');
    for (const [who, platform] of [
      ['guest', 'telegram'],
      ['guest-teacher', 'vk'],
    ] as const)
      await city.person(who, platform).presses('Согласен');
    await city.person('guest', 'telegram').told(/соглас/i);
    await page.goto(panel('pairs'));
    await page
      .getByText(/Мерзлякова/)
      .first()
      .waitFor();
    await picture('pairs');
  });

  test('prints the order that fixes the pair, and enters its number and date', async () => {
    const { page } = browser;
    await page.goto(panel('orders'));
    await page.getByRole('link', { name: /^Школа № 7: / }).click();
    await page.getByRole('button', { name: 'Составить проект' }).click();
    await page.getByRole('cell', { name: /Мерзлякову Ольгу Петровну/ }).waitFor();
    await picture('order');
    await page.getByRole('button', { name: 'Напечатать' }).click();
    const printed = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Скачать приказ (DOCX)' }).click();
    const text = (await docxLines(await readFile(await (await printed).path()))).join('\n');
    expect(text).toContain('ПРИКАЗЫВАЮ');
    expect(text).toMatch(
      /Закрепить наставником .*Мерзлякову Ольгу Петровну.* за .*Жуйковой Дарьей Ильиничной/,
    );
    await page.getByLabel('Номер').fill('45-од');
    await page.getByRole('button', { name: 'Внести номер и дату' }).click();
    await page.getByRole('heading', { level: 1, name: /Приказ № 45-од/ }).waitFor();
    const pairs = await city.database.query(
      `select p.state from pair p join person m on m.id = p.mentor_id where m.surname = 'Мерзлякова'`,
    );
    expect(pairs).toEqual([{ state: expect.stringMatching(/^(ordered|active)$/) }]);
  });

  test('marks a task done with what was made', async () => {
    const { page } = browser;
    await page.goto(panel('tasks'));
    await page.getByRole('link', { name: /^1\.5/ }).first().click();
    await page.getByLabel('Что сделано').fill('Утверждена приказом № 70-ОД');
    await page.getByLabel('Ссылка').fill('https://example.org/70-od');
    await picture('task');
    await page.getByRole('button', { name: 'Готово' }).click();
    await page.getByText('Отмечено как сделанное').first().waitFor();
    const [task] = await city.database.query<{ done: boolean; text: string[] }>(
      `select t.done_at is not null as done,
         array(select r.text from task_completion c join task_result r on r.completion_id = c.id
           where c.task_id = t.id order by r.id) as text
       from task t join occurrence o on o.id = t.occurrence_id join roadmap_item i on i.id = o.item_id
       where i.code = '1.5'`,
    );
    expect(task?.done).toBe(true);
    expect(task?.text.sort()).toEqual(['https://example.org/70-od', 'Утверждена приказом № 70-ОД']);
    expect(await seriousFaults(page)).toEqual([]);
    await pictureEveryPage();
    browser.verify();
    city.verify('Мерзлякова', 'Жуйкова', '9123456789');
  });
});
