import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/helpers/database.ts';
import { foundTown, type Town } from '../../../test/helpers/small-town.ts';
import {
  type ConsentText,
  consentGivers,
  consentKinds,
  consentState,
} from '../../domain/consents/consent.ts';
import type { ConsentBook } from '../../domain/consents/consent-book.ts';
import type { Person } from '../../domain/people/person.ts';
import { defaultSettings } from '../../domain/programme/settings.ts';
import type { Database } from '../sql.ts';
import { createConsentBook } from './consent-book.ts';
import { createProgrammeBook } from './programme-book.ts';

const at = new Date('2022-03-18T10:00:00Z');
const later = new Date('2022-04-01T10:00:00Z');
const operator = {
  name: 'Управление образования города',
  address: 'г. Город, ул. Мира, 1',
  contact: 'pd@example.org',
};

let database: Database;
let town: Town;
let book: ConsentBook;
let people = 0;

beforeAll(async () => {
  database = await testDatabase();
  town = await foundTown(database);
  book = createConsentBook(database);
});
beforeEach(async () => {
  await database.query('delete from consent');
  await database.query('delete from consent_text');
  await database.query('delete from setting');
  await named(operator);
});
afterAll(() => database.stop());

const named = (who: typeof operator) =>
  createProgrammeBook(database).saveSettings(town.programme.id, { ...defaultSettings, operator: who });
const current = (kind: ConsentText['kind'] = 'personal-data', giver: ConsentText['giver'] = 'self') =>
  book.current(town.programme.id, kind, giver, at);
const person = (role: 'mentor' | 'mentee' | 'curator' | 'coordinator' = 'mentor', place = town.school) => {
  people += 1;
  return town.person(`Петрова${people} Анна Ильинична`, role, place.id);
};
const evidence = { platform: 'vk', account: '7', event: 'e1', button: 'Даю согласие' };
const give = (who: Person, text: ConsentText, scope = {}) =>
  book.give({ personId: who.id, givenBy: who.id, textId: text.id, way: 'chat', scope, evidence, at });

/** A pupil under 18 who applied, with a parent. */
async function family(): Promise<{ pupil: Person; parent: Person }> {
  const [pupil, parent] = [await person('mentee'), await person('curator', town.otherSchool)];
  await database.query('update person set birth_year = 2008 where id = $1', [pupil.id]);
  await database.query(
    `insert into application (person_id, form, role, organization_id, state)
     values ($1, 'pupil', 'mentee', $2, 'confirmed')`,
    [pupil.id, town.school.id],
  );
  await database.query(
    `insert into representation (pupil_id, representative_id, relation) values ($1, $2, 'parent')`,
    [pupil.id, parent.id],
  );
  return { pupil, parent };
}

describe('texts', () => {
  test('the first need publishes the default text with the operator filled in, the next finds it', async () => {
    for (const kind of consentKinds) {
      for (const giver of consentGivers) {
        const text = await current(kind, giver);
        expect(text).toMatchObject({ kind, giver, version: 1, programmeId: town.programme.id });
        expect(text.body).toContain(operator.name);
        expect(text.body).toContain(operator.address);
        expect(`${text.title}${text.summary}${text.body}`).not.toMatch(/[{}]/u);
        expect(text.summary.split('\n')).toHaveLength(3);
        expect(text.hash).toMatch(/^[0-9a-f]{64}$/u);
        expect(await current(kind, giver)).toEqual(text);
        expect(await book.textById(text.id)).toEqual(text);
      }
    }
    const hashes = await database.query<{ hash: string }>('select distinct hash from consent_text');
    expect(hashes).toHaveLength(8);
  });

  test('an operator without a name or an address stops it', async () => {
    await named({ ...operator, name: ' ' });
    await expect(current()).rejects.toThrow('operator-unknown');
    await named({ ...operator, address: '' });
    await expect(current()).rejects.toThrow('operator-unknown');
    expect(await database.query('select from consent_text')).toEqual([]);
  });

  test('another operator is another version; the old one stays as it was', async () => {
    const first = await current();
    await named({ ...operator, address: 'г. Город, ул. Лесная, 2' });
    const second = await current();
    expect(second).toMatchObject({ version: 2 });
    expect(second.hash).not.toBe(first.hash);
    expect(await book.textById(first.id)).toEqual(first);
  });

  test('many who come first at once find one version', async () => {
    const found = await Promise.all(
      Array.from({ length: 8 }, () =>
        database.transaction((sql) =>
          createConsentBook(sql).current(town.programme.id, 'participation', 'self', at),
        ),
      ),
    );
    expect(new Set(found.map(({ id }) => id)).size).toBe(1);
    expect(found[0]?.version).toBe(1);
  });

  const draft = {
    title: 'Согласие',
    summary: 'Коротко.',
    body: '1. Кому\n\n{operator}, {address}, {programme}',
  };
  const publish = (change = {}, by: string | null = null) =>
    book.publish(town.programme.id, 'personal-data', 'self', { ...draft, ...change }, by, at);

  test('staff publish their own; what says the same keeps its version', async () => {
    await current();
    const own = await publish();
    expect(own).toMatchObject({ version: 2, title: 'Согласие' });
    expect(own.body).toContain('Наставничество');
    expect(await publish({ body: `${draft.body}  \r\n` })).toEqual(own);
    expect(await publish({ summary: 'Понятнее.' })).toEqual({ ...own, summary: 'Понятнее.' });
    expect(await current()).toMatchObject({ version: 2, summary: 'Понятнее.' });
    const templates = await book.templates(town.programme.id);
    expect(templates).toHaveLength(8);
    expect(templates.find(({ version }) => version === 2)).toMatchObject({
      ...draft,
      kind: 'personal-data',
      summary: 'Понятнее.',
    });
  });

  test.each([
    [{ title: ' ' }, 'text-empty'],
    [{ body: '\n\u0000' }, 'text-empty'],
    [{ summary: 'а'.repeat(1001) }, 'text-too-long'],
    [{ body: '{operator} {inn}' }, 'placeholder-unknown'],
  ])('%j is refused and changes nothing', async (change, code) => {
    const before = await current();
    await expect(publish(change)).rejects.toThrow(code);
    expect(await current()).toEqual(before);
  });

  test('only a coordinator of the programme publishes', async () => {
    await expect(publish({}, (await person('curator')).id)).rejects.toThrow('may-not-decide');
    const coordinator = await person('coordinator', town.office);
    expect(await publish({}, coordinator.id)).toMatchObject({ title: 'Согласие' });
  });

  test.each(['', 'x', '0', '1e3', '999999', '9'.repeat(40)])(
    'no text and no consent is called %j',
    async (id) => {
      expect(await book.textById(id)).toBeNull();
      expect(await book.byId(id)).toBeNull();
      await expect(book.withdraw(id, '1', at)).rejects.toThrow('consent-unknown');
      const who = await person();
      await expect(
        book.give({ personId: who.id, givenBy: who.id, textId: id, way: 'chat', evidence, at }),
      ).rejects.toThrow('text-outdated');
    },
  );
});

describe('a consent', () => {
  test('given twice, at once too, is one', async () => {
    const [who, text] = [await person(), await current()];
    const given = await Promise.all([give(who, text), give(who, text), give(who, text)]);
    expect(new Set(given.map(({ id }) => id)).size).toBe(1);
    expect(given[0]).toMatchObject({
      kind: 'personal-data',
      version: 1,
      hash: text.hash,
      current: true,
      givenAt: at,
      withdrawnAt: null,
    });
    expect(await book.ofPerson(who.id)).toEqual([given[0]]);
    expect(await database.query('select evidence from consent')).toEqual([{ evidence }]);
  });

  test('to an earlier version is refused; one given before is outdated', async () => {
    const [who, text] = [await person(), await current()];
    const given = await give(who, text);
    await named({ ...operator, contact: 'other@example.org' });
    const next = await current();
    await expect(give(await person(), text)).rejects.toThrow('text-outdated');
    expect(await book.byId(given.id)).toMatchObject({ current: false });
    expect(consentState('personal-data', await book.ofPerson(who.id))).toBe('outdated');
    await give(who, next);
    expect(consentState('personal-data', await book.ofPerson(who.id))).toBe('given');
  });

  test('withdrawn ends all of its kind, so that no earlier version goes on', async () => {
    const who = await person();
    const first = await give(who, await current());
    await named({ ...operator, contact: 'other@example.org' });
    const second = await give(who, await current());
    const other = await give(who, await current('participation'));
    const withdrawn = await book.withdraw(second.id, who.id, later);
    expect(withdrawn.withdrawnAt).toEqual(later);
    expect((await book.byId(first.id))?.withdrawnAt).toEqual(later);
    expect((await book.byId(other.id))?.withdrawnAt).toBeNull();
    expect(await book.withdraw(second.id, who.id, new Date('2023-01-01'))).toEqual(withdrawn);
    expect(consentState('personal-data', await book.ofPerson(who.id))).toBe('withdrawn');
  });

  test('given again after that, an old button takes nothing away', async () => {
    const [who, text] = [await person(), await current()];
    const first = await give(who, text);
    await book.withdraw(first.id, who.id, later);
    const again = await give(who, text);
    expect(again.id).not.toBe(first.id);
    await book.withdraw(first.id, who.id, later);
    expect((await book.byId(again.id))?.withdrawnAt).toBeNull();
  });

  test('of another scope takes the place of the first', async () => {
    const [who, text] = [await person(), await current('distribution')];
    const wide = await give(who, text, { what: ['photo', 'names'], where: ['vk'] });
    expect((await give(who, text, { what: ['photo', 'names'], where: ['vk'] })).id).toBe(wide.id);
    const narrow = await give(who, text, { what: ['names'], where: ['vk'], conditions: 'Без фамилии' });
    expect((await book.byId(wide.id))?.withdrawnAt).toEqual(at);
    expect(narrow).toMatchObject({ withdrawnAt: null, scope: { conditions: 'Без фамилии' } });
  });

  test('is nobody else’s to give or to withdraw', async () => {
    const [who, stranger, text] = [await person(), await person(), await current()];
    const forged = {
      personId: who.id,
      givenBy: stranger.id,
      textId: text.id,
      way: 'chat',
      evidence,
      at,
    } as const;
    await expect(book.give(forged)).rejects.toThrow('may-not-decide');
    const given = await give(who, text);
    await expect(book.withdraw(given.id, stranger.id, at)).rejects.toThrow('consent-unknown');
  });

  test('of a pupil is given and withdrawn by the representative', async () => {
    const { pupil, parent } = await family();
    const text = await current('personal-data', 'representative');
    const forPupil = { personId: pupil.id, textId: text.id, way: 'chat', evidence, at } as const;
    await expect(book.give({ ...forPupil, givenBy: pupil.id })).rejects.toThrow('may-not-decide');
    const given = await book.give({ ...forPupil, givenBy: parent.id });
    expect(given).toMatchObject({ personId: pupil.id, givenBy: parent.id, giver: 'representative' });
    expect((await book.withdraw(given.id, parent.id, at)).withdrawnAt).toEqual(at);
  });
});

describe('a paper', () => {
  const receive = (personId: string, receivedBy: string, kind: ConsentText['kind'] = 'personal-data') =>
    book.receivePaper({ personId, kind, scanFileId: null, receivedBy, at });

  test('is received by the curator of the organization or a coordinator, once', async () => {
    const who = await person();
    const curator = await person('curator');
    const paper = await receive(who.id, curator.id);
    expect(paper).toMatchObject({ way: 'paper', personId: who.id, givenBy: who.id, giver: 'self' });
    expect(await receive(who.id, (await person('coordinator', town.office)).id)).toEqual(paper);
  });

  test('brings its scan, later too', async () => {
    const [who, curator] = [await person(), await person('curator')];
    const paper = await receive(who.id, curator.id);
    const [scan] = await database.query<{ id: string }>(
      `insert into stored_file (name, mime, state) values ('скан.pdf', 'application/pdf', 'wanted') returning id`,
    );
    const scanFileId = scan?.id ?? '';
    await book.receivePaper({
      personId: who.id,
      kind: 'personal-data',
      scanFileId,
      receivedBy: curator.id,
      at,
    });
    await receive(who.id, curator.id);
    expect(
      await database.query('select scan_file_id as scan from consent where id = $1', [paper.id]),
    ).toEqual([{ scan: scanFileId }]);
  });

  test('is no business of other curators, of mentors or of the person', async () => {
    const who = await person();
    for (const other of [
      await person('curator', town.otherSchool),
      await person('mentor'),
      await person('coordinator', town.office).then((each) => ({ ...each, id: '999999' })),
    ])
      await expect(receive(who.id, other.id)).rejects.toThrow('may-not-decide');
    const curator = await person('curator');
    await expect(receive(curator.id, curator.id)).rejects.toThrow('may-not-decide');
    await expect(receive('x', curator.id)).rejects.toThrow('may-not-decide');
  });

  test('of a pupil is signed by the representative', async () => {
    const { pupil, parent } = await family();
    const paper = await receive(pupil.id, (await person('curator')).id, 'pupil-media');
    expect(paper).toMatchObject({ giver: 'representative', givenBy: parent.id, kind: 'pupil-media' });
  });
});

describe('who lacks what', () => {
  const lackOf = async (staff: Person, who: Person) =>
    (await book.lacking(staff.id, at)).find(({ personId }) => personId === who.id)?.kinds.toSorted();

  test('is told to curators of their organization and to coordinators of all', async () => {
    const [who, elsewhere] = [await person(), await person('mentee', town.otherSchool)];
    const [curator, coordinator] = [await person('curator'), await person('coordinator', town.office)];
    const both = ['participation', 'personal-data'];
    expect(await lackOf(curator, who)).toEqual(both);
    expect(await lackOf(curator, elsewhere)).toBeUndefined();
    expect(await lackOf(coordinator, elsewhere)).toEqual(both);
    expect(await book.lacking(who.id)).toEqual([]);
    expect(await book.lacking('999999')).toEqual([]);
    await give(who, await current());
    expect(await lackOf(curator, who)).toEqual(['participation']);
    await give(who, await current('participation'));
    expect(await lackOf(curator, who)).toBeUndefined();
    await named({ ...operator, contact: 'new@example.org' });
    await current();
    expect(await lackOf(curator, who)).toEqual(['personal-data']);
  });

  test('counts a representative’s consents for a pupil, not the pupil’s own', async () => {
    const { pupil, parent } = await family();
    const curator = await person('curator');
    await give(pupil, await current());
    expect(await lackOf(curator, pupil)).toEqual(['participation', 'personal-data']);
    for (const kind of ['personal-data', 'participation'] as const) {
      const { id } = await current(kind, 'representative');
      await book.give({ personId: pupil.id, givenBy: parent.id, textId: id, way: 'page', evidence, at });
    }
    expect(await lackOf(curator, pupil)).toBeUndefined();
  });

  test('leaves out who has not been confirmed and who left', async () => {
    const [who, curator] = [await person(), await person('curator')];
    await database.query('update appointment set ended_at = now() where person_id = $1', [who.id]);
    await database.query(
      `insert into application (person_id, form, role, organization_id, state)
       values ($1, 'mentor', 'mentor', $2, 'applied')`,
      [who.id, town.school.id],
    );
    expect(await lackOf(curator, who)).toBeUndefined();
  });
});
