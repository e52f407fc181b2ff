import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Platform } from '../helpers/applicant.ts';
import { everywhere } from '../helpers/everywhere.ts';
import { hurryTime } from '../helpers/hurry-time.ts';
import { entersPanel } from '../helpers/panel-visitor.ts';
import { turns } from '../helpers/registering-turns.ts';
import { type StagedCity, stagedCity } from '../helpers/staged-city.ts';

// Two people from the first word to the last: each begins on one platform and goes on on the other.
type Life = {
  key: string;
  surname: string;
  from: Platform;
  to: Platform;
  school: string;
  curator: string;
  /** As it is kept. */
  phone: string;
};
const lives: Life[] = [
  {
    key: 'guest',
    surname: 'Мерзлякова',
    from: 'vk',
    to: 'telegram',
    school: 'шк 3',
    curator: 'Рябова',
    phone: '',
  },
  {
    key: 'guest-teacher',
    surname: 'Жуйкова',
    from: 'telegram',
    to: 'vk',
    school: 'вторая',
    curator: 'Волкова',
    phone: '+79123456789',
  },
];
const both = (act: (life: Life) => Promise<void>) => Promise.all(lives.map(act));

hurryTime();
let city: StagedCity;
beforeAll(async () => {
  city = await stagedCity();
});
afterAll(() => city.stop());

const on = ({ key }: Life, platform: Platform) => city.person(key, platform);
const mentor = (life: Life) => turns.mentor(`${life.surname} Ольга Петровна`, life.school, life.to);
const stateOf = ({ surname }: Life) =>
  city.database.query(
    'select a.state from application a join person p on p.id = a.person_id where p.surname = $1',
    [surname],
  );

test('a form outlives a restart of the program and goes on in the other messenger', async () => {
  await both(async (life) => {
    const person = on(life, life.from);
    person.phone.open();
    await person.presses('Я наставник');
    await person.goes(mentor(life).slice(0, 6));
    await person.sees('Кем вы работаете?');
  });
  await city.restart();
  await both(async (life) => {
    const before = on(life, life.from);
    before.says('учитель');
    await before.sees('Какой предмет');
    await before.presses('Отложить');
    await before.presses('Продолжить в другом мессенджере');
    const invitation = (await before.sees('Никому их не передавайте')).text;
    const person = on(life, life.to);
    if (life.to === 'vk') person.says(/Код: (\S+)/.exec(invitation)?.[1] ?? '');
    else person.phone.open(/[?&]start=(\S+)/.exec(invitation)?.[1]);
    await person.goes([...mentor(life).slice(7), ['проверьте, пожалуйста', '>Отправить заявку']]);
    const curator = city.person(life.curator, life.to);
    await curator.presses('Подтвердить', await curator.told(`${life.surname} О. П.`));
    await person.told('вы в программе!');
  });
});

test('a text published anew is agreed to anew: the next reminder of the day asks for it', async () => {
  const coordinator = city.person('Тихонова', 'vk');
  coordinator.says('/me');
  await coordinator.presses('🗂 Панель');
  const way = await coordinator.sees('Войдите в панель');
  expect(way.keyboard?.rows.flat().map(({ url }) => url)).toEqual([`${city.adminUrl()}/panel/`]);
  const panel = await entersPanel(coordinator, city.adminUrl());
  const path = '/api/settings/consent-texts/participation/self';
  const before = await panel.get(path);
  const draft = {
    title: 'Согласие на участие в программе',
    summary: 'Новый порядок встреч.',
    body: `${before.body.body}\nВстречи проходят и по субботам.`,
  };
  const published = await panel.put(path, draft, { 'if-match': before.headers.get('etag') ?? '' });
  expect([published.status, published.body?.version]).toEqual([200, 2]);
  await city.advance('day');
  await both(async (life) => {
    const person = on(life, life.to);
    const asked = await person.told(/Нужно ваше согласие.*\(новый текст\)/s);
    await person.presses('✍️ участие в программе', asked);
    await person.sees('Новый порядок встреч.');
    await person.presses('Даю согласие');
    await person.told('Ваша копия — в файле');
  });
  expect(
    await city.database.query(
      `select count(*)::int as given from consent c join consent_text t on t.id = c.text_id
       where t.kind = 'participation' and t.version = 2 and c.withdrawn_at is null`,
    ),
  ).toEqual([{ given: 2 }]);
});

test('whoever asks gets everything that is kept about them, for people and for programs', async () => {
  await both(async (life) => {
    const person = on(life, life.to);
    person.says('/privacy');
    await person.sees(`Имя: ${life.surname} Ольга Петровна`);
    await person.presses('📄 Всё файлом');
    await person.told('Вот всё, что о вас хранится');
    const [pdf, json] = await person.files('moi-dannye.pdf', 'moi-dannye.json');
    expect(Buffer.from(pdf?.bytes.subarray(0, 5) ?? []).toString()).toBe('%PDF-');
    const kept = JSON.stringify(JSON.parse(Buffer.from(json?.bytes ?? []).toString()));
    for (const word of [life.surname, 'Петровна', 'робототехника', '+7']) expect(kept).toContain(word);
  });
});

test('a consent is withdrawn by whoever knows what follows, and the curator is told', async () => {
  await both(async (life) => {
    const person = on(life, life.to);
    person.says('/privacy');
    await person.sees('Что я о вас храню');
    await person.presses('Мои согласия');
    await person.sees('Ваши согласия');
    await person.presses('Участие в программе');
    await person.sees('версия 2');
    await person.presses('Отозвать…');
    await person.sees('Участие в программе прекратится');
    expect(await stateOf(life)).toEqual([{ state: 'confirmed' }]);
    await person.presses('Да, отозвать');
    await person.told('🚫 Согласие отозвано');
    expect(await stateOf(life)).toEqual([{ state: 'left' }]);
    await city
      .person(life.curator, life.to)
      .told(`Отозвано согласие: участие в программе\n👤 ${life.surname} О. П.`);
  });
});

test('whoever wants to be forgotten is: on the day, after a last word, in every table', async () => {
  await both(async (life) => {
    const person = on(life, life.to);
    person.says('/privacy');
    await person.sees('Что я о вас храню');
    await person.presses('Удалить меня');
    await person.sees('Удалить ваши данные?');
    await person.presses('Да, удалить мои данные');
    await person.told(/Запрос № \d+ записан\. Отменить можно/);
  });
  const coordinator = city.person('Тихонова', 'vk');
  coordinator.says('/tasks');
  await coordinator.told(/Запрос № \d+ о персональных данных/);
  const words = lives.flatMap((life) => [
    life.surname.slice(0, -1),
    on(life, 'vk').phone.chat.phone.slice(2),
    ...(['telegram', 'vk'] as const).map((platform) => String(on(life, platform).phone.chat.accountId)),
  ]);
  expect((await everywhere(city.database, words)).length).toBeGreaterThan(10);
  await city.advance('week');
  for (const life of lives) expect(on(life, life.to).all()).not.toContain('последнее сообщение');
  for (const _ of [1, 2, 3, 4]) await city.advance('day');
  await both(async (life) => {
    await on(life, life.to).told('Это последнее сообщение');
  });
  await city.live();
  expect(await everywhere(city.database, [...words, '9123456789'])).toEqual([]);
});

test('what the platforms were told fits their schemas, and the log tells nothing of people', () => {
  city.verify('Мерзляков', 'Жуйков', 'Ольга', '9123456789', '+7900');
});
