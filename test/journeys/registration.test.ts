import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ChatPerson, Platform } from '../helpers/applicant.ts';
import { hurryTime } from '../helpers/hurry-time.ts';
import { turns } from '../helpers/registering-turns.ts';
import { type StagedCity, stagedCity } from '../helpers/staged-city.ts';

// Everybody registers in the same days, as in a real September: all tests run at once over one program.
hurryTime();
let city: StagedCity;
beforeAll(async () => {
  city = await stagedCity({ parent: 'Гость: папа ученика' });
});
afterAll(async () => {
  try {
    city.verify('Мерзляков', 'Ольга', 'Жуйков', 'Шутов', 'Лебедев', '9123456789', '+7900');
  } finally {
    await city.stop();
  }
});

/** What the chat shows for somebody else's phone. */
const codeIn = (text: string) => /Код: (\S{11})/.exec(text)?.[1] ?? '';
const pdf = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 5)).toString('latin1');

/** Who decides at which school: each is reached on this platform. */
const places: Record<Platform, { school: string; name: string; curator: string }> = {
  telegram: { school: 'шк 3', name: 'Школа № 3', curator: 'Рябова' },
  vk: { school: 'вторая', name: 'Школа № 2', curator: 'Волкова' },
};

async function opens(person: ChatPerson, role: string): Promise<void> {
  person.phone.open();
  await person.presses(role);
}

describe.concurrent.each<Platform>(['telegram', 'vk'])('on %s', (platform) => {
  const { school, name: place, curator } = places[platform];
  const kept = (surname: string) =>
    city.database.query(
      `select a.state, array(select jsonb_object_keys(a.answers) order by 1) as keys, p.birth_year as born, p.phone,
         (select count(*)::int from consent c where c.person_id = p.id) as consents
       from application a join person p on p.id = a.person_id where p.surname = $1`,
      [surname],
    );
  const role = (surname: string) =>
    city.database.query(
      `select a.role, o.short_name as at from appointment a join person p on p.id = a.person_id
       join organization o on o.id = a.organization_id where p.surname = $1 and a.ended_at is null`,
      [surname],
    );

  test('a mentor registers, whatever else they send, and corrects an answer afterwards', async () => {
    const surname = platform === 'telegram' ? 'Мерзлякова' : 'Мерзлякин-Вятский';
    const person = city.person('guest', platform);
    const all = turns.mentor(`${surname} Ольга Петровна`, school, platform);
    await opens(person, 'Я наставник');
    await person.goes(all.slice(0, 1));
    const [text] = await person.files('Согласие на обработку персональных данных.pdf');
    expect(pdf(text!.bytes)).toBe('%PDF-');
    await person.sees('Как ваша фамилия?');
    person.phone.sendVoice();
    await person.sees(/Голосовые я пока не слушаю.*Как ваша фамилия\?/s);
    person.says('12');
    await person.sees(/могут быть только буквы.*Как ваша фамилия\?/s);
    await person.goes(all.slice(1, 9));
    await person.sees('категория');
    person.phone.sendSticker();
    await person.sees(/Славная картинка.*категория/s);
    await person.goes(all.slice(9));
    await person.sees(/проверьте, пожалуйста.*Предмет: физика/s);
    await person.goes([
      ['проверьте, пожалуйста', '>Изменить'],
      ['Что изменить?', '>›'],
      [/./, '>Предмет'],
      ['Какой предмет', 'физика, астрономия'],
      ['Предмет: физика, астрономия', '>Отправить заявку'],
    ]);
    await person.told('Заявка отправлена куратору');
    const copies = await person.files('Согласие на обработку данных.pdf', 'Согласие на участие.pdf');
    expect(copies.map(({ bytes }) => pdf(bytes))).toEqual(['%PDF-', '%PDF-']);

    const decider = city.person(curator, platform);
    const news = await decider.told(`Наставник, ${place}\n${surname} О. П.`);
    await decider.presses('Посмотреть заявку', news);
    await decider.told(/Предмет: физика, астрономия/);
    await decider.presses('Подтвердить', news);
    await person.told('вы в программе!');
    expect(await role(surname)).toEqual([{ role: 'mentor', at: place }]);

    person.says('/me');
    await person.goes([
      [`${surname} Ольга Петровна`, '>✏️ Исправить'],
      ['проверьте, пожалуйста', '>Изменить'],
      ['Что изменить?', '>›'],
      [/./, '>Должность'],
      ['Кем вы работаете?', 'методист'],
      ['Должность: методист', '>Отправить'],
      ['Исправил, спасибо', '>Моя заявка'],
    ]);
    await person.sees('Должность: методист');
  });

  test('a young teacher registers, and is declined in the curator’s own words', async () => {
    const surname = platform === 'telegram' ? 'Жуйкова' : 'Жуйков';
    const person = city.person('guest-teacher', platform);
    await opens(person, 'Я молодой педагог');
    await person.goes([
      ...turns.mentee(`${surname} Саша Игоревна`, school),
      ['проверьте, пожалуйста', '>Отправить заявку'],
    ]);
    const decider = city.person(curator, platform);
    await decider.presses('Отклонить', await decider.told(`${surname} С. И.`));
    await decider.told('Почему отклоняем?');
    decider.says('Вы уже работаете шестой год');
    await person.told('Причина: Вы уже работаете шестой год');
    expect(await role(surname)).toEqual([]);
  });

  test('a deputy head applies, and the coordinator confirms', async () => {
    const surname = platform === 'telegram' ? 'Шутова' : 'Шутов';
    const person = city.person('guest-pupil', platform);
    await opens(person, 'Я куратор');
    await person.goes([
      ...turns.staff(`${surname} Лада Ильинична`, school, platform),
      ['проверьте, пожалуйста', '>Отправить заявку'],
    ]);
    await person.told('Заявка отправлена координатору');
    const [onTelegram, onVk] = [city.person('Тихонова', 'telegram'), city.person('Тихонова', 'vk')];
    const decider = await Promise.any(
      [onTelegram, onVk].map(async (each) => ({ each, news: await each.told(`${surname} Л. И.`) })),
    );
    await decider.each.presses('Подтвердить', decider.news);
    await person.told('вы в программе!');
    expect(await role(surname)).toEqual([{ role: 'deputy-head', at: place }]);
  });

  test('a pupil waits for a parent, who consents on their own phone, and then goes on', async () => {
    const surname = platform === 'telegram' ? 'Лебедева' : 'Лебедев';
    const pupil = city.person('guest-parent', platform);
    const parent = city.person('parent', platform);
    await opens(pupil, 'Я ученик');
    await pupil.goes(turns.pupil(`${surname} Женя`, school));
    const invitation = await pupil.sees('нужно согласие мамы, папы или опекуна');
    expect(await kept(surname)).toEqual([
      { state: 'draft', keys: ['class', 'organization'], born: 2008, phone: null, consents: 0 },
    ]);

    parent.says(codeIn(invitation.text));
    await parent.told(`${surname} Женя хочет участвовать`);
    await parent.goes([
      ...turns.representative(`${surname} Майя Львовна`, platform),
      ['проверьте, пожалуйста', '>Отправить'],
    ]);
    await parent.told('Согласие записано');
    await pupil.sees('Можно продолжать анкету');
    await pupil.presses('Продолжить');
    await pupil.goes([...turns.pupilRest, ['проверьте, пожалуйста', '>Отправить заявку']]);

    const decider = city.person(curator, platform);
    const news = await decider.told(`Наставляемый (ученик), ${place}\n${surname} Ж.`);
    await decider.presses('Подтвердить', news);
    await pupil.told('вы в программе!');
    await parent.told(`${surname} Ж.: заявка подтверждена`);
    expect(await role(surname)).toEqual([{ role: 'mentee', at: place }]);

    parent.says('/privacy');
    await parent.goes([
      ['Что я о вас храню', '>Мои согласия'],
      ['Ваши согласия', `>👤 ${surname}`],
      ['Согласия за ученика', '>Участие в программе'],
      ['За ученика', '>Отозвать…'],
      ['Участие в программе прекратится', '>Да, отозвать'],
    ]);
    await parent.told('🚫 Согласие отозвано');
    await pupil.told('Ваш родитель или опекун отозвал согласие: участие в программе');
    await decider.told(`Отозвано согласие: участие в программе\n👤 ${surname} Ж.`);
    expect(await role(surname)).toEqual([]);
  });
});
