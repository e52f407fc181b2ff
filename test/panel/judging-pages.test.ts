import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/sql.ts';
import type { Contest } from '../../src/domain/contests/contest.ts';
import { browserMissing, pageFaults, type Surf, surf } from '../helpers/chromium.ts';
import { contestIn, entryIn } from '../helpers/contest-town.ts';
import { testDatabase } from '../helpers/database.ts';
import { sheetIn } from '../helpers/jury.ts';
import { type PanelServer, panelServer } from '../helpers/panel-server.ts';
import { foundTown } from '../helpers/small-town.ts';

// A juror with a phone, and the staff who wait for them, in a real browser.

const clock = { now: () => new Date('2022-04-02T06:00:00Z') };
let database: Database;
let panel: PanelServer;
let phone: Surf;
let desktop: Surf;
let contest: Contest;
const entries: string[] = [];

beforeAll(async () => {
  if (browserMissing) return;
  database = await testDatabase();
  const town = await foundTown(database);
  const coordinator = await town.person('Широбокова Ольга Ивановна', 'coordinator', town.office.id);
  const juror = await town.person('Судейкина Ада Львовна', 'jury', town.office.id);
  const other = await town.person('Оценкин Пётр Ильич', 'jury', town.office.id);
  contest = await contestIn(database, town.programme.id, {
    kind: 'work',
    terms: { blind: true, showsComments: true },
    jurors: [juror.id, other.id],
  });
  for (const title of ['Наставник рядом', 'Шаг за шагом']) {
    const author = await town.person(`Авторова ${title.slice(0, 3)} Петровна`, 'mentor', town.school.id);
    const { id } = await entryIn(database, {
      contestId: contest.id,
      nominationId: contest.nominations[0]?.id ?? null,
      personId: author.id,
      organizationId: town.school.id,
      title,
      description: 'Как мы начинали и к чему пришли.',
    });
    entries.push(id);
    const otherId = contest.jurors.find(({ personId }) => personId === other.id)?.id ?? '';
    await sheetIn(database, contest, { jurorId: otherId, entryId: id }, [2, 1], { comment: 'Коротко' });
  }
  panel = await panelServer(database, clock);
  phone = await surf({ width: 360, height: 740 });
  desktop = await surf();
  const signIn = async ({ context }: Surf, personId: string) =>
    context.addCookies([{ name: 'staff', value: await panel.tokenOf(personId), url: panel.url }]);
  await signIn(phone, juror.id);
  await signIn(desktop, coordinator.id);
}, 120_000);
afterAll(async () => {
  await phone?.stop();
  await desktop?.stop();
  await panel?.stop();
  await database?.stop();
});

const opened = async ({ page }: Surf, path: string) => {
  await page.goto(`${panel.url}/panel${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  return page;
};
const stored = async (entryId: string) =>
  (
    await database.query<{ comment: string; finished: boolean; points: number[] }>(
      `select s.comment, s.finished_at is not null as finished,
         array(select c.points::float8 from contest_score c where c.sheet_id = s.id order by c.criterion_id) as points
       from contest_sheet s join contest_juror j on j.id = s.juror_id join person p on p.id = j.person_id
       where s.entry_id = $1 and p.surname = 'Судейкина'`,
      [entryId],
    )
  )[0];

/** And back to the phone afterwards. */
const faultsOnPhone = async (page: Surf['page']) => {
  const faults = await pageFaults(page);
  await page.setViewportSize({ width: 360, height: 740 });
  return faults;
};

describe.skipIf(browserMissing)('a juror with a phone', () => {
  test('finds their works, gives points by thumb and loses nothing without a connection', async () => {
    const page = await opened(phone, '/judging');
    expect(await faultsOnPhone(page)).toEqual([]);
    await page.getByRole('link', { name: 'Открыть: Мой наставник' }).click();
    await page.getByRole('heading', { level: 1, name: 'Мой наставник' }).waitFor();
    expect(await faultsOnPhone(page)).toEqual([]);
    await page.getByRole('link', { name: 'Продолжить' }).click();
    await page.getByRole('heading', { level: 1, name: `Работа № ${entries[0]}` }).waitFor();
    await page.getByText('Как мы начинали и к чему пришли.').waitFor();
    expect(await page.getByText('Авторова').count()).toBe(0);
    expect(await faultsOnPhone(page)).toEqual([]);

    await page.getByRole('button', { name: 'Содержание: 7', exact: true }).click();
    await page.getByRole('button', { name: 'Содержание: больше на полбалла' }).click();
    await page.getByText('Сохранено', { exact: true }).waitFor();
    await expect.poll(() => stored(entries[0] ?? '')).toMatchObject({ points: [7.5], finished: false });

    await phone.context.setOffline(true);
    await page.getByRole('textbox', { name: 'Оформление' }).fill('9');
    await page.getByLabel('Комментарий').fill('Живо и честно');
    await page.getByText('Не сохранено — нет связи, повторяем').waitFor();
    expect(await faultsOnPhone(page)).toEqual([]);
    // Away and back inside the panel: what was typed is still there.
    await page.getByRole('link', { name: 'К списку работ' }).click();
    await phone.context.setOffline(false);
    await expect
      .poll(() => stored(entries[0] ?? ''), { timeout: 20_000 })
      .toEqual({ points: [7.5, 9], comment: 'Живо и честно', finished: false });

    await page.goto(`${panel.url}/panel/judging/${contest.id}/${entries[0]}`);
    await page.getByRole('button', { name: 'Готово' }).click();
    await page.getByText('Лист завершён.').waitFor();
    await page.getByRole('link', { name: 'Следующая' }).click();
    await page.getByRole('heading', { level: 1, name: `Работа № ${entries[1]}` }).waitFor();
    await page.getByRole('button', { name: 'Не могу оценивать' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Не оценивать' }).click();
    await page.getByText('Вы отказались оценивать эту работу.').waitFor();
    await page.getByRole('button', { name: 'Всё-таки оценить' }).click();
    for (const name of ['Содержание: 10', 'Оформление: 10'])
      await page.getByRole('button', { name, exact: true }).click();
    await page.getByRole('button', { name: 'Готово' }).click();
    await page.getByText('Лист завершён.').waitFor();
    expect(await stored(entries[1] ?? '')).toMatchObject({ points: [10, 10], finished: true });
    await page.getByRole('link', { name: 'К списку работ' }).click();
    await page.getByText('Все ваши листы завершены. Спасибо!').waitFor();
    phone.verify();
  }, 180_000);
});

describe.skipIf(browserMissing)('staff', () => {
  test('see the jury, show works again, check, print and publish', async () => {
    const page = await opened(desktop, `/contests/${contest.id}/progress`);
    await page.getByRole('cell', { name: 'Судейкина Ада Львовна' }).waitFor();
    expect(await pageFaults(page)).toEqual([]);
    await page.getByText('Что написало жюри').first().click();
    await page.getByText('Оценкин Пётр Ильич: Коротко').waitFor();

    await opened(desktop, `/contests/${contest.id}/results`);
    await page.getByText('Предварительно').waitFor();
    expect(await pageFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Подвести итоги' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Подвести итоги' }).click();
    await page.getByText(/больше не меняются/u).waitFor();
    await page.getByLabel('Номер протокола').fill('3');
    await page.getByRole('button', { name: 'Составить протокол' }).click();
    const file = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Скачать протокол (DOCX)' }).click();
    expect((await file).suggestedFilename()).toBe('Протокол № 3 Мой наставник.docx');
    expect(await pageFaults(page)).toEqual([]);
    await page.getByLabel('Опубликую сам(а)').check();
    await page.getByRole('button', { name: 'Опубликовать итоги' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Опубликовать итоги' }).click();
    await page.getByText('Сообщаем участникам').first().waitFor();
    expect(await database.query('select state from contest')).toEqual([{ state: 'published' }]);
    desktop.verify();
  }, 120_000);
});
