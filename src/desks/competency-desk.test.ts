import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { emptied, testDatabase } from '../../test/helpers/database.ts';
import { pairing, pairingAt } from '../../test/helpers/pairing.ts';
import { deskDeps, staffAs } from '../../test/helpers/panel-server.ts';
import { foundTown, type Town } from '../../test/helpers/small-town.ts';
import { createCompetencyBook } from '../database/repositories/competency-book.ts';
import type { Database } from '../database/sql.ts';
import type { CompetencyDesk, CompetencySort } from '../domain/competencies/competency-desk.ts';
import { defaultCompetencies } from '../domain/competencies/default-competencies.ts';
import { defaultSynonyms } from '../domain/competencies/default-synonyms.ts';
import type { SynonymDesk } from '../domain/competencies/synonym-desk.ts';
import type { ListQuery } from '../domain/lists/page.ts';
import type { Staff } from '../domain/staff/staff.ts';
import { Outdated, versionOf } from '../domain/staff/version.ts';
import { createCompetencyDesk } from './competency-desk.ts';
import { createMentorShelves } from './mentor-shelf.ts';
import { createSynonymDesk } from './synonym-desk.ts';

let database: Database;
let town: Town;
let competencies: CompetencyDesk;
let synonyms: SynonymDesk;
let coordinator: Staff;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  await emptied(database);
  town = await foundTown(database);
  const deps = deskDeps(database, { now: () => pairingAt });
  competencies = createCompetencyDesk(deps);
  synonyms = createSynonymDesk(deps, createMentorShelves());
  const nina = await town.person('Лаптева Нина Павловна', 'coordinator', town.office.id);
  coordinator = staffAs(nina.id, town.programme.id, [
    { role: 'coordinator', organizationId: town.office.id },
  ]);
});

const usual: ListQuery<CompetencySort> = {
  page: 1,
  size: 50,
  sort: 'position',
  descending: false,
  q: null,
};
const shown = { archived: false };

async function audited(): Promise<object[]> {
  return database.query('select action, before, after from audit order by id');
}

describe('the list of competencies', () => {
  it('begins with the usual one, can be looked through and ordered', async () => {
    const all = await competencies.list(coordinator, shown, usual);
    expect(all.total).toBe(defaultCompetencies.length);
    expect(all.items.map(({ name }) => name)).toEqual(defaultCompetencies);
    const some = await competencies.list(coordinator, shown, { ...usual, q: 'огэ', size: 1 });
    expect(some).toMatchObject({ total: 1, items: [{ name: 'Подготовка к ОГЭ и ЕГЭ' }] });
    const second = await competencies.list(coordinator, shown, { ...usual, page: 2, size: 30 });
    expect(second.items).toHaveLength(defaultCompetencies.length - 30);
    expect((await competencies.list(coordinator, { archived: true }, usual)).total).toBe(0);
  });

  it('says how many mentors offer and how many mentees need each', async () => {
    const [first, second] = await createCompetencyBook(database).list(town.programme.id);
    const pairs = pairing(database, town);
    const say = (id: string, answers: object) =>
      database.query('update application set answers = answers || $2::jsonb where person_id = $1', [
        id,
        JSON.stringify(answers),
      ]);
    const skills = { chosen: [first?.value, second?.value], own: [] };
    const mentors = [
      await pairs.mentor('Авдеева Анна Петровна'),
      await pairs.mentor('Борисова Анна Петровна'),
    ];
    for (const { id } of mentors) await say(id, { skills });
    await say((await pairs.mentee('Ильина Вера Олеговна')).id, {
      requests: { chosen: [first?.value], own: [] },
    });
    await say((await pairs.mentee('Пушина Нина Олеговна')).id, { requests: 'не список' });
    await database.query(`update application set state = 'left' where person_id = $1`, [mentors[1]?.id]);
    const { items } = await competencies.list(coordinator, shown, {
      ...usual,
      sort: 'needed',
      descending: true,
    });
    expect(items[0]).toEqual({
      id: first?.value,
      name: first?.label,
      archived: false,
      offered: 1,
      needed: 1,
    });
    expect(items.find(({ id }) => id === second?.value)).toMatchObject({ offered: 1, needed: 0 });
  });

  it('lets one be added once, renamed, put away and brought back, and says so in the audit', async () => {
    const call = { key: 'once-0001', requestHash: 'x' };
    const { id } = await competencies.add(coordinator, 'Театр  в школе', call);
    expect(await competencies.add(coordinator, 'Театр  в школе', call)).toEqual({ id });
    const added = await competencies.one(coordinator, id);
    expect(added).toEqual({ id, name: 'Театр в школе', archived: false });
    const renamed = await competencies.change(coordinator, id, { name: 'Театр' }, versionOf(added));
    expect(renamed).toEqual({ id, name: 'Театр', archived: false });
    const away = await competencies.change(coordinator, id, { archived: true }, versionOf(renamed));
    expect(await competencies.list(coordinator, { archived: true }, usual)).toMatchObject({
      items: [{ id }],
    });
    expect(await createCompetencyBook(database).labels([id])).toEqual(new Map([[id, 'Театр']]));
    await competencies.change(coordinator, id, { archived: false }, versionOf(away));
    expect(await audited()).toEqual([
      { action: 'competency.added', before: null, after: { label: 'Театр в школе' } },
      { action: 'competency.changed', before: { label: 'Театр в школе' }, after: { label: 'Театр' } },
      { action: 'competency.changed', before: { archived: false }, after: { archived: true } },
      { action: 'competency.changed', before: { archived: true }, after: { archived: false } },
    ]);
  });

  it('shows the second of two who change one how it is now, and takes no name twice', async () => {
    const { id } = await competencies.add(coordinator, 'Театр', null);
    const version = versionOf(await competencies.one(coordinator, id));
    await competencies.change(coordinator, id, { name: 'Хор' }, version);
    await expect(competencies.change(coordinator, id, { name: 'Танец' }, version)).rejects.toBeInstanceOf(
      Outdated,
    );
    const now = versionOf(await competencies.one(coordinator, id));
    await expect(competencies.change(coordinator, id, { name: 'профориентация' }, now)).rejects.toMatchObject(
      { code: 'competency-exists' },
    );
    await expect(competencies.change(coordinator, id, { name: '  ' }, now)).rejects.toMatchObject({
      code: 'competency-empty',
    });
    expect((await competencies.change(coordinator, id, { name: 'ХОР' }, now)).name).toBe('ХОР');
  });

  it('is the city’s: others may not, another city’s is not there', async () => {
    const { id } = await competencies.add(coordinator, 'Театр', null);
    const curator = staffAs('1', town.programme.id, [{ role: 'curator', organizationId: town.school.id }]);
    await expect(competencies.list(curator, shown, usual)).rejects.toMatchObject({ code: 'may-not' });
    await expect(competencies.add(curator, 'Хор', null)).rejects.toMatchObject({ code: 'may-not' });
    const elsewhere = staffAs(coordinator.personId, '999', coordinator.appointments);
    for (const unknown of [id, 'x', '999999']) {
      await expect(competencies.one(elsewhere, unknown)).rejects.toMatchObject({
        code: 'competency-unknown',
      });
      await expect(competencies.change(elsewhere, unknown, { name: 'Хор' }, 'x')).rejects.toMatchObject({
        code: 'competency-unknown',
      });
    }
  });
});

describe('the table of synonyms', () => {
  const query: ListQuery<'position'> = { ...usual, sort: 'position' };

  it('begins with the usual one and can be looked through by any word', async () => {
    const all = await synonyms.list(coordinator, shown, query);
    expect(all.total).toBe(defaultSynonyms.length);
    expect(all.items).toHaveLength(50);
    const { items } = await synonyms.list(coordinator, shown, { ...query, q: 'гпт' });
    expect(items).toEqual([]);
    const [found] = (await synonyms.list(coordinator, shown, { ...query, q: 'нейрос' })).items;
    expect(found?.words).toContain('искусственный интеллект');
  });

  it('lets a group be added once, changed, put away and brought back', async () => {
    const call = { key: 'once-0002', requestHash: 'x' };
    const { id } = await synonyms.add(coordinator, ['хор', 'пение'], call);
    expect(await synonyms.add(coordinator, ['хор', 'пение'], call)).toEqual({ id });
    const added = await synonyms.one(coordinator, id);
    const changed = await synonyms.change(coordinator, id, { words: ['хор', 'вокал'] }, versionOf(added));
    expect(changed).toEqual({ id, words: ['хор', 'вокал'], archived: false });
    await expect(
      synonyms.change(coordinator, id, { words: ['а', 'б'] }, versionOf(added)),
    ).rejects.toBeInstanceOf(Outdated);
    const away = await synonyms.change(coordinator, id, { archived: true }, versionOf(changed));
    expect(away.archived).toBe(true);
    expect((await synonyms.list(coordinator, { archived: true }, query)).items).toEqual([away]);
    const back = await synonyms.change(
      coordinator,
      id,
      { archived: false, words: ['хор', 'песня'] },
      versionOf(away),
    );
    expect(back).toEqual({ id, words: ['хор', 'песня'], archived: false });
    expect((await audited()).length).toBe(4);
  });

  it('can be tried out: what a request finds, and how many mentors say it', async () => {
    const pairs = pairing(database, town);
    for (const names of ['Авдеева Анна Петровна', 'Борисова Анна Петровна']) {
      const { id } = await pairs.mentor(names);
      await database.query(
        `update application set answers = answers || '{"skills":{"chosen":[],"own":["Макраме и вязание"]},"subject":"макраме"}' where person_id = $1`,
        [id],
      );
    }
    expect(await synonyms.tryOut(coordinator, 'узелки')).toEqual([]);
    await synonyms.add(coordinator, ['узелки', 'макраме'], null);
    expect(await synonyms.tryOut(coordinator, 'узелков')).toEqual([
      { text: 'Макраме и вязание', mentors: 2, strength: expect.any(Number) },
    ]);
  });

  it('is the city’s, too', async () => {
    const { id } = await synonyms.add(coordinator, ['хор', 'пение'], null);
    const head = staffAs('1', town.programme.id, [{ role: 'head', organizationId: town.school.id }]);
    await expect(synonyms.tryOut(head, 'хор')).rejects.toMatchObject({ code: 'may-not' });
    const elsewhere = staffAs(coordinator.personId, '999', coordinator.appointments);
    await expect(synonyms.one(elsewhere, id)).rejects.toMatchObject({ code: 'synonym-unknown' });
    await expect(synonyms.change(elsewhere, id, { archived: true }, 'x')).rejects.toMatchObject({
      code: 'synonym-unknown',
    });
  });
});
