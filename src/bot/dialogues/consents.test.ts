import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { deskOf, file } from '../../../test/helpers/conversation.ts';
import { emptied, testDatabase } from '../../../test/helpers/database.ts';
import { foundTown, type Town } from '../../../test/helpers/small-town.ts';
import { createConsentBook } from '../../database/repositories/consent-book.ts';
import { createPeopleBook } from '../../database/repositories/people-book.ts';
import { createPersonBook } from '../../database/repositories/person-book.ts';
import { createPrivacyBook } from '../../database/repositories/privacy-book.ts';
import { createProgrammeBook } from '../../database/repositories/programme-book.ts';
import type { Database } from '../../database/sql.ts';
import type { ConsentGiver, ConsentKind } from '../../domain/consents/consent.ts';
import { fitOutgoing } from '../../domain/messages/fit.ts';
import type { IncomingEvent } from '../../domain/messages/incoming.ts';
import type { Message, Outgoing } from '../../domain/messages/message.ts';
import type { Person, Role } from '../../domain/people/person.ts';
import { defaultSettings } from '../../domain/programme/settings.ts';
import { distributionHooks } from '../forms/distribution-hooks.ts';
import { createFormEngine } from '../forms/engine.ts';
import { hearScan } from './consent-scan.ts';
import { pressConsents, showConsents } from './consents.ts';
import { openTalk } from './talk.ts';

const at = new Date('2026-03-16T10:00:00+04:00');
const forms = createFormEngine([distributionHooks]);

let database: Database;
let town: Town;
let mentor: Person;
let mayName: boolean;
let events: number;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());

beforeEach(async () => {
  await emptied(database);
  town = await foundTown(database);
  await nameOperator('Управление образования города Н.');
  mentor = await linked('Широбокова Анна Ильинична', 'mentor');
  await application(mentor.id, 'mentor', 'mentor');
  mayName = true;
  events = 0;
});

const nameOperator = (name: string) =>
  createProgrammeBook(database).saveSettings(town.programme.id, {
    ...defaultSettings,
    operator: { name, address: 'г. Н., ул. Школьная, 1', contact: 'тел. 1-23-45' },
  });

async function linked(names: string, role: Role | null, organizationId = town.school.id): Promise<Person> {
  const person = await town.person(names, role ?? 'deputy-head', organizationId);
  if (role === null) await database.query('delete from appointment where person_id = $1', [person.id]);
  await database.query(
    `insert into chat_account (platform, account_id, chat_id, person_id) values ('vk', $1, $1, $2)`,
    [`a${person.id}`, person.id],
  );
  return person;
}

async function application(personId: string, form: string, role: string): Promise<string> {
  const [row] = await database.query<{ id: string }>(
    `insert into application (person_id, form, role, organization_id, state, applied_at)
     values ($1, $2, $3, $4, 'confirmed', $5) returning id`,
    [personId, form, role, town.school.id, at],
  );
  return row!.id;
}

async function pupilOf(parent: Person, birthYear = 2014): Promise<Person> {
  const pupil = await linked('Ушакова Полина', null);
  await database.query('update person set birth_year = $2 where id = $1', [pupil.id, birthYear]);
  await application(pupil.id, 'pupil', 'mentee');
  await database.query(
    `insert into representation (pupil_id, representative_id, relation) values ($1, $2, 'parent')`,
    [pupil.id, parent.id],
  );
  return pupil;
}

async function give(person: Person, kind: ConsentKind, giver: ConsentGiver = 'self', givenBy = person.id) {
  const book = createConsentBook(database);
  const text = await book.current(town.programme.id, kind, giver, at);
  const given = { personId: person.id, givenBy, textId: text.id, way: 'chat', evidence: {}, at } as const;
  return book.give(given);
}

type Said = { to: string; outgoing: Exclude<Outgoing, { kind: 'answer' }> };
type Answer = { took: boolean; said: Said[]; toast: string | undefined };

/** One event of this person through the topic alone, as the handler calls it. */
async function does(
  person: Person,
  event: IncomingEvent | 'show',
  eventId = `e${++events}`,
): Promise<Answer> {
  const took = await database.transaction(async (sql) => {
    const writes: (() => Promise<void>)[] = [];
    const account = `a${person.id}`;
    const happened: IncomingEvent = event === 'show' ? { kind: 'text', text: '/consents' } : event;
    const incoming = { platform: 'vk', eventId, accountId: account, chatId: account, at, event: happened };
    const desk = deskOf(sql, (write) => writes.push(write));
    const talk = await openTalk(desk, incoming, at, {
      mayNameOthers: (platform) => mayName && platform === 'vk',
      forms,
      pageUrl: 'https://nastavnik.test',
    });
    const known = { ...talk, person };
    let done = true;
    if (event === 'show') await showConsents(known);
    else if (event.kind === 'press') {
      done = (await forms.press(talk, event.action)) || (await pressConsents(known, event.action));
    } else done = (await hearScan(known, event)) || (await forms.hear(talk, event));
    await talk.close();
    for (const write of writes) await write();
    return done;
  });
  const rows = await database.query<{ to: string; outgoing: Outgoing }>(
    `with gone as (update delivery set state = 'sent', settled_at = now() where state = 'planned' returning *)
     select person_id as to, outgoing from gone order by id`,
  );
  for (const { outgoing } of rows) expect(fitOutgoing(outgoing), 'within the limits').toEqual([outgoing]);
  const answer = rows.map(({ outgoing }) => outgoing).find((outgoing) => outgoing.kind === 'answer');
  return {
    took,
    said: rows.filter((row): row is Said => row.outgoing.kind !== 'answer'),
    toast: answer?.text,
  };
}

const presses = (person: Person, action: string, messageId = `m${++events}`) =>
  does(person, { kind: 'press', action, callbackId: `c${events}`, messageId });

const textsOf = ({ said }: Answer, to: Person) =>
  said.filter((each) => each.to === to.id).map(({ outgoing }) => outgoing.message.text);
const messageOf = (answer: Answer): Message => answer.said.at(-1)!.outgoing.message;
const actionsOf = (answer: Answer) =>
  (messageOf(answer).buttons ?? []).flat().map((button) => ('action' in button ? button.action : button.url));

const consents = () =>
  database.query<{
    personId: string;
    givenBy: string;
    kind: string;
    way: string;
    live: boolean;
    evidence: object;
  }>(
    `select c.person_id as "personId", c.given_by as "givenBy", t.kind, c.way, c.withdrawn_at is null as live, c.evidence
     from consent c join consent_text t on t.id = c.text_id order by c.id`,
  );

test('the list says in words what was given, and what it takes to give the rest', async () => {
  const given = await give(mentor, 'personal-data');
  const list = await does(mentor, 'show');
  expect(messageOf(list).text).toContain('✅ Обработка персональных данных — дано 16 марта');
  expect(messageOf(list).text).toContain('▫️ Участие в программе — не дано');
  expect(messageOf(list).text).toContain('▫️ Публикация имени и материалов — не дано, по желанию');
  expect(actionsOf(list)).toEqual([
    `consent:open:${given.id}`,
    `consent:ask:distribution:${mentor.id}`,
    `consent:ask:participation:${mentor.id}`,
  ]);
});

describe('giving one', () => {
  const offered = async () => {
    const offer = await presses(mentor, `consent:ask:participation:${mentor.id}`);
    return { offer, yes: actionsOf(offer)[0] ?? '' };
  };

  test('shows the summary and the whole text first, and takes an explicit yes with its proof', async () => {
    const { offer, yes } = await offered();
    const [document, asked] = offer.said.map(({ outgoing }) => outgoing.message);
    expect(document).toMatchObject({ files: [expect.anything()] });
    expect(document).not.toHaveProperty('buttons');
    expect(asked).not.toHaveProperty('files');
    expect(yes).toMatch(new RegExp(`^consent:yes:\\d+:${mentor.id}$`));
    expect(await consents()).toEqual([]);
    const answer = await presses(mentor, yes);
    expect(answer.toast).toBe('Согласие записано');
    expect(await consents()).toMatchObject([
      {
        personId: mentor.id,
        kind: 'participation',
        way: 'chat',
        evidence: { platform: 'vk', account: `a${mentor.id}`, button: 'Даю согласие' },
      },
    ]);
    const copies = await database.query(`select from stored_file where recipe->>'document' = 'consent'`);
    expect(copies).toHaveLength(1);
    expect(messageOf(answer).files).toHaveLength(1);
    // A press of a button would edit the message, and the copy might go.
    expect(messageOf(answer)).not.toHaveProperty('buttons');
  });

  test('counts once however often the button is pressed', async () => {
    const { yes } = await offered();
    await presses(mentor, yes, 'same');
    expect((await presses(mentor, yes, 'same')).toast).toBe('Это согласие уже дано');
    await presses(mentor, yes, 'another');
    expect(await consents()).toHaveLength(1);
  });

  test('of a text that has changed meanwhile shows the new one instead', async () => {
    const { yes } = await offered();
    await nameOperator('Управление образования и спорта города Н.');
    const answer = await presses(mentor, yes);
    expect(await consents()).toEqual([]);
    expect(textsOf(answer, mentor)[0]).toContain('текст обновился');
    await presses(mentor, actionsOf(answer)[0] ?? '');
    expect(await consents()).toHaveLength(1);
  });

  test('can wait', async () => {
    expect(messageOf(await presses(mentor, 'consent:later')).text).toContain('не сейчас');
    expect(await consents()).toEqual([]);
  });

  test('is not possible while nobody has said who the operator is', async () => {
    await createProgrammeBook(database).saveSettings(town.programme.id, defaultSettings);
    const answer = await presses(mentor, `consent:ask:participation:${mentor.id}`);
    expect(messageOf(answer).text).toContain('ещё не указан оператор');
  });
});

describe('taking one back', () => {
  test('says first what follows, then ends the part taken and tells staff, once', async () => {
    const curator = await linked('Кропачева Анна Игоревна', 'curator');
    const coordinator = await linked('Тихонова Марина Сергеевна', 'coordinator', town.office.id);
    const given = await give(mentor, 'participation');
    const asked = await presses(mentor, `consent:withdraw:${given.id}`);
    expect(messageOf(asked).text).toContain('Участие в программе прекратится');
    expect((await consents())[0]?.live).toBe(true);

    const answer = await presses(mentor, `consent:really:${given.id}`, 'same');
    expect((await consents())[0]?.live).toBe(false);
    for (const staff of [curator, coordinator]) {
      expect(textsOf(answer, staff)).toHaveLength(1);
      expect(textsOf(answer, staff)[0]).toContain('Широбокова А. И.');
    }
    expect(await database.query('select state from application')).toEqual([{ state: 'left' }]);
    expect(await database.query('select kind, state, facts from data_request')).toMatchObject([
      { kind: 'withdraw-consent', state: 'done', facts: { kind: 'participation' } },
    ]);

    const again = await presses(mentor, `consent:really:${given.id}`, 'same');
    expect(textsOf(again, curator)).toEqual([]);
    expect(await database.query('select from data_request')).toHaveLength(1);
  });

  test('of a publication leaves the part taken, and it is taken down within three working days', async () => {
    const coordinator = await linked('Тихонова Марина Сергеевна', 'coordinator', town.office.id);
    const given = await give(mentor, 'distribution');
    const answer = await presses(mentor, `consent:really:${given.id}`);
    expect(await database.query('select state from application')).toEqual([{ state: 'confirmed' }]);
    const tasks = 'select r.state, t.due_on::text as due from data_request r join task t on t.id = r.task_id';
    expect(await database.query(tasks)).toEqual([{ state: 'open', due: '2026-03-19' }]);
    expect(textsOf(answer, coordinator)[0]).toContain('до 19 марта включительно');
  });

  test('of personal data erases them in the days set, unless they say no', async () => {
    const coordinator = await linked('Тихонова Марина Сергеевна', 'coordinator', town.office.id);
    const given = await give(mentor, 'personal-data');
    const answer = await presses(mentor, `consent:really:${given.id}`);
    expect(textsOf(answer, mentor)[0]).toContain('Данные удалю 26 марта');
    expect(textsOf(answer, mentor)[1]).toContain('Кнопки меню');
    expect(textsOf(answer, coordinator)[0]).toContain('Участие завершено. Данные я удалю 26 марта');
    const erasures = () => database.query(`select state from data_request where kind = 'erase'`);
    expect(await erasures()).toEqual([{ state: 'open' }]);
    const toThem = answer.said.find(({ to }) => to === mentor.id)?.outgoing.message;
    expect(toThem?.buttons?.[0]).toMatchObject([{ action: 'privacy:keep' }]);
    await createPrivacyBook(database).cancelErase(mentor.id, at);
    expect(await erasures()).toEqual([{ state: 'cancelled' }]);
  });

  test('and giving it anew keeps the data', async () => {
    const given = await give(mentor, 'personal-data');
    await presses(mentor, `consent:really:${given.id}`);
    const offer = await presses(mentor, `consent:ask:personal-data:${mentor.id}`);
    const answer = await presses(mentor, actionsOf(offer)[0] ?? '');
    expect(textsOf(answer, mentor).join()).toContain('удаление данных отменил');
    expect(await database.query(`select state from data_request where kind = 'erase'`)).toEqual([
      { state: 'cancelled' },
    ]);
  });

  test('ends what somebody was appointed to without an application', async () => {
    const curator = await linked('Кропачева Анна Игоревна', 'curator');
    const elsewhere = await linked('Лаптева Нина Павловна', 'curator', town.otherSchool.id);
    const appointed = await linked('Рябова Анна Сергеевна', 'mentee');
    await createPersonBook(database).appoint(appointed.id, 'deputy-head', town.school.id);
    const given = await give(appointed, 'participation');
    const answer = await presses(appointed, `consent:really:${given.id}`);
    const live = await createPeopleBook(database).appointmentsOf(appointed.id);
    expect(live.map(({ role }) => role)).toEqual(['deputy-head']);
    expect(textsOf(answer, curator)[0]).toContain('Рябова А. С., Школа № 3\n\nУчастие завершено.');
    expect(textsOf(answer, elsewhere)).toEqual([]);
  });

  test('names nobody where staff are reached through a chat that may not', async () => {
    const coordinator = await linked('Тихонова Марина Сергеевна', 'coordinator', town.office.id);
    const given = await give(mentor, 'participation');
    await database.query(`update chat_account set platform = 'telegram' where person_id = $1`, [
      coordinator.id,
    ]);
    const answer = await presses(mentor, `consent:really:${given.id}`);
    expect(textsOf(answer, coordinator)[0]).toContain('Участник, Школа № 3');
    expect(textsOf(answer, coordinator)[0]).not.toContain('Широбоков');
  });
});

describe('a pupil under 18', () => {
  let parent: Person;
  let pupil: Person;

  beforeEach(async () => {
    parent = await linked('Ушакова Ирина Петровна', null);
    pupil = await pupilOf(parent);
  });

  test('is spoken for by whoever represents them', async () => {
    const list = await does(parent, 'show');
    expect(actionsOf(list)).toContain(`consent:of:${pupil.id}`);
    const theirs = await presses(parent, `consent:of:${pupil.id}`);
    expect(messageOf(theirs)).toMatchObject({ namesOthers: true });
    expect(actionsOf(theirs)).toContain(`consent:ask:pupil-media:${pupil.id}`);
    const offer = await presses(parent, `consent:ask:personal-data:${pupil.id}`);
    const answer = await presses(parent, actionsOf(offer)[0] ?? '');
    expect(await consents()).toMatchObject([
      { personId: pupil.id, givenBy: parent.id, kind: 'personal-data', live: true },
    ]);
    expect(messageOf(answer)).toMatchObject({ namesOthers: true });
  });

  test('reads but does not give', async () => {
    const list = await does(pupil, 'show');
    expect(messageOf(list).text).toContain('согласия за вас даёт родитель');
    expect(actionsOf(list)).toEqual([]);
    expect((await presses(pupil, `consent:ask:personal-data:${pupil.id}`)).took).toBe(false);
  });

  test('is told when the representative takes a consent back', async () => {
    const given = await give(pupil, 'participation', 'representative', parent.id);
    const answer = await presses(parent, `consent:really:${given.id}`);
    expect(textsOf(answer, pupil)[0]).toContain('Ваш родитель или опекун отозвал согласие');
    expect(await database.query(`select state from application where form = 'pupil'`)).toEqual([
      { state: 'left' },
    ]);
  });

  test('who has left gives none alone either, and cannot keep what a parent wants erased', async () => {
    const given = await give(pupil, 'personal-data', 'representative', parent.id);
    await presses(parent, `consent:really:${given.id}`);
    const text = await createConsentBook(database).current(town.programme.id, 'personal-data', 'self', at);
    for (const action of [`ask:personal-data:${pupil.id}`, `yes:${text.id}:${pupil.id}`]) {
      expect((await presses(pupil, `consent:${action}`)).took, action).toBe(false);
    }
    expect(await consents()).toMatchObject([{ live: false }]);
    expect(await database.query(`select state from data_request where kind = 'erase'`)).toEqual([
      { state: 'open' },
    ]);
  });

  test('who has come of age since they were confirmed is represented no more', async () => {
    await database.query('update person set birth_year = 2007 where id = $1', [pupil.id]);
    await database.query(`update application set decided_at = '2024-09-01' where person_id = $1`, [pupil.id]);
    expect((await presses(parent, `consent:of:${pupil.id}`)).took).toBe(false);
    const offer = await presses(pupil, `consent:ask:participation:${pupil.id}`);
    expect(actionsOf(offer)[0]).toMatch(/^consent:yes:/);
  });

  test('is named on the buttons of a message that stays where names may stand', async () => {
    expect(messageOf(await does(parent, 'show'))).toMatchObject({ namesOthers: true });
  });

  test('who has come of age speaks for themselves', async () => {
    await database.query('update person set birth_year = 2000 where id = $1', [pupil.id]);
    expect((await presses(parent, `consent:of:${pupil.id}`)).took).toBe(false);
    const offer = await presses(pupil, `consent:ask:personal-data:${pupil.id}`);
    expect(actionsOf(offer)[0]).toMatch(/^consent:yes:/);
  });
});

test('buttons that are old, forged or about somebody else change and show nothing', async () => {
  const stranger = await linked('Бабинцева Наталья Юрьевна', 'mentor', town.otherSchool.id);
  const theirs = await give(stranger, 'participation');
  const foreign = [
    `open:${theirs.id}`,
    `copy:${theirs.id}`,
    `withdraw:${theirs.id}`,
    `really:${theirs.id}`,
    `of:${stranger.id}`,
    `ask:participation:${stranger.id}`,
    `give:${theirs.textId}:${stranger.id}`,
    `yes:${theirs.textId}:${stranger.id}`,
    'lack:0',
    `who:${stranger.id}`,
    `paper:${stranger.id}:participation`,
    'noscan',
  ];
  const broken = [
    '',
    ':',
    'open',
    'open:0',
    'open:x',
    'ask:all:1',
    'constructor:1',
    'toString',
    'yes:1',
    'give:999:1',
  ];
  for (const rest of [...foreign, ...broken]) {
    const answer = await presses(mentor, `consent:${rest}`);
    expect(answer, rest).toMatchObject({ took: false, said: [] });
  }
  expect(await consents()).toMatchObject([{ personId: stranger.id, live: true }]);
});

test('a chat that may carry no personal data gets a link to the page', async () => {
  mayName = false;
  expect(actionsOf(await does(mentor, 'show'))[0]).toMatch(/^https:\/\/nastavnik\.test\/go\//);
  const again = await presses(mentor, `consent:ask:participation:${mentor.id}`);
  expect(actionsOf(again)).toEqual(['page:consents']);
  expect(await consents()).toEqual([]);
});

describe('on paper', () => {
  let curator: Person;

  beforeEach(async () => {
    curator = await linked('Кропачева Анна Игоревна', 'curator');
  });

  async function asked(): Promise<void> {
    const lacks = await presses(curator, 'consent:lack:0');
    expect(messageOf(lacks)).toMatchObject({ namesOthers: true });
    expect(messageOf(lacks).text).toContain('1. Широбокова А. И., Школа № 3: персональные данные, участие');
    const card = await presses(curator, actionsOf(lacks)[0] ?? '');
    const scan = await presses(
      curator,
      actionsOf(card).find((action) => action.includes('participation')) ?? '',
    );
    expect(messageOf(scan).text).toContain('Пришлите фото или скан');
  }

  const kept = () =>
    database.query(
      `select c.way, c.received_by as "receivedBy", f.name, f.person_id as "personId" from consent c
       left join stored_file f on f.id = c.scan_file_id`,
    );

  test('a curator sends the scan, and the person is told', async () => {
    await asked();
    expect(messageOf(await does(curator, { kind: 'text', text: 'вот' })).text).toContain('Жду фото или PDF');
    const word = { ...file('согласие.docx'), mime: 'application/msword' };
    expect(messageOf(await does(curator, { kind: 'files', files: [word], text: '' })).text).toContain(
      'Жду фото',
    );
    const answer = await does(curator, { kind: 'files', files: [file('скан.pdf')], text: '' });
    expect(await kept()).toEqual([
      { way: 'paper', receivedBy: curator.id, name: 'скан.pdf', personId: mentor.id },
    ]);
    expect(textsOf(answer, mentor)[0]).toContain('получено на бумаге');
    expect((await does(curator, { kind: 'text', text: 'ещё' })).took).toBe(false);
  });

  test('a scan may come later, and a second press notes nothing more', async () => {
    await asked();
    await presses(curator, 'consent:noscan');
    await presses(curator, 'consent:noscan');
    expect(await kept()).toEqual([{ way: 'paper', receivedBy: curator.id, name: null, personId: null }]);
  });

  test('of a minor the representative is told', async () => {
    const parent = await linked('Ушакова Ирина Петровна', null);
    const pupil = await pupilOf(parent);
    await presses(curator, `consent:paper:${pupil.id}:participation`);
    const answer = await presses(curator, 'consent:noscan');
    expect(textsOf(answer, parent)[0]).toContain('за ученика (Ушакова П.)');
    expect(textsOf(answer, pupil)).toEqual([]);
  });

  test('a curator of another school sees nobody', async () => {
    const other = await linked('Чирков Олег Степанович', 'curator', town.otherSchool.id);
    expect(messageOf(await presses(other, 'consent:lack:0')).text).toContain('Все нужные согласия даны');
    const answer = await presses(other, `consent:paper:${mentor.id}:participation`);
    expect(answer.toast).toBe('Этого согласия у вас не просят');
    expect((await does(other, { kind: 'files', files: [file('скан.pdf')], text: '' })).took).toBe(false);
  });

  test('a scan that was asked for elsewhere names nobody where names may not stand', async () => {
    await asked();
    mayName = false;
    const answer = await does(curator, { kind: 'files', files: [file('скан.pdf')], text: '' });
    expect(JSON.stringify(answer.said)).not.toContain('Широбоков');
    expect(await kept()).toEqual([]);
    mayName = true;
    await does(curator, { kind: 'files', files: [file('скан.pdf')], text: '' });
    expect(await kept()).toHaveLength(1);
  });

  test('where names may not stand staff are sent to the panel', async () => {
    mayName = false;
    expect(actionsOf(await presses(curator, 'consent:lack:0'))).toEqual([
      'https://nastavnik.test/panel/people?lacks=any',
    ]);
  });
});
