import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { openDatabase } from '../../src/database/connect.ts';
import { createOrganizationBook } from '../../src/database/repositories/organization-book.ts';
import { createPersonBook } from '../../src/database/repositories/person-book.ts';
import { createProgrammeBook } from '../../src/database/repositories/programme-book.ts';
import type { Database } from '../../src/database/sql.ts';
import { defaultSettings } from '../../src/domain/programme/settings.ts';
import { testDatabase } from '../helpers/database.ts';
import { type CallerRole, callers, type Place } from './route-expectation.ts';
import { topics } from './topics.ts';

export type World = {
  url: string;
  places: Record<Place['kind'], Place>;
  people: Record<CallerRole, string>;
  /** Somebody of the own organization who is no staff. */
  mentorId: string;
  /** What each topic has made in each place. */
  ids: Record<string, Record<Place['kind'], unknown>>;
};

const wide: readonly CallerRole[] = ['administrator', 'coordinator', 'viewer', 'office-head'];

/** Two organizations of one city and one of another, with everything that topics need in each. */
export async function foundWorld(database: Database): Promise<World> {
  const city = await foundCity(database, 'city', 'Город');
  const other = await foundCity(database, 'other', 'Другой город');
  const own = await place(database, 'own', city, 'Школа № 3');
  const foreign = await place(database, 'foreign', city, 'Школа № 7');
  const places = { own, foreign, 'other-city': await place(database, 'other-city', other, 'Школа № 1') };
  const people = {} as World['people'];
  for (const role of callers) {
    const at = wide.includes(role) ? { ...own, organizationId: own.officeId } : own;
    people[role] = (await enter(database, at, `Проверяев Роль ${role}`, role)).id;
  }
  const mentor = await own.person('Наставников Пётр Ильич', 'mentor');
  const ids: World['ids'] = {};
  for (const [name, topic] of Object.entries(topics)) {
    ids[name] = {
      own: await topic.fill(database, places.own),
      foreign: await topic.fill(database, places.foreign),
      'other-city': await topic.fill(database, places['other-city']),
    };
  }
  return { url: database.url, places, people, mentorId: mentor.id, ids };
}

type City = { programmeId: string; officeId: string };

async function foundCity(database: Database, key: string, name: string): Promise<City> {
  const programmes = createProgrammeBook(database);
  const { id: programmeId } = await programmes.add({ key, name });
  const operator = {
    name: 'Управление образования',
    address: 'Город, улица Ленина, 1',
    contact: 'pd@example.org',
  };
  await programmes.saveSettings(programmeId, { ...defaultSettings, operator });
  const office = await organization(database, programmeId, 'office', `Управление ${key}`);
  return { programmeId, officeId: office.id };
}

async function place(database: Database, kind: Place['kind'], city: City, shortName: string): Promise<Place> {
  const { id } = await organization(database, city.programmeId, 'school', shortName);
  const made = { kind, organizationId: id, ...city };
  return { ...made, person: (names, role) => enter(database, made, names, role) };
}

function organization(database: Database, programmeId: string, kind: 'office' | 'school', shortName: string) {
  const name = `МБОУ «${shortName}»`;
  return createOrganizationBook(database).add({ programmeId, kind, name, shortName, aliases: [] });
}

async function enter(
  database: Database,
  { programmeId, organizationId }: Omit<Place, 'person' | 'kind'>,
  names: string,
  role: Parameters<Place['person']>[1],
) {
  const [surname = '', name = '', patronymic = ''] = names.split(' ');
  const people = createPersonBook(database);
  const person = await people.add({ programmeId, surname, name, patronymic });
  await people.appoint(person.id, role, organizationId);
  return person;
}

/** The world as a template: `copy` is a database of the caller's own in which anything may be changed. */
export async function worldTemplate(): Promise<{
  world: World;
  copy(): Promise<Database>;
  stop(): Promise<void>;
}> {
  const database = await testDatabase();
  const world = await foundWorld(database);
  const server = new URL(database.url);
  const source = server.pathname.slice(1);
  // Nobody may be connected to what is copied; the outer `stop` drops it.
  const template = `${source}_world`;
  const admin = new URL(database.url);
  admin.pathname = '/postgres';
  const onServer = async (text: string) => {
    const client = new pg.Client({ connectionString: admin.href });
    await client.connect();
    try {
      await client.query(text);
    } finally {
      await client.end();
    }
  };
  await onServer(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${source}'`);
  await onServer(`create database ${template} template ${source} strategy file_copy`);
  await database.stop();
  return {
    world,
    async copy() {
      const name = `${source}_${randomBytes(3).toString('hex')}`;
      await onServer(`create database ${name} template ${template} strategy file_copy`);
      const url = new URL(database.url);
      url.pathname = `/${name}`;
      const copied = await openDatabase({ url: url.href });
      return {
        ...copied,
        stop: async () => {
          await copied.stop();
          await onServer(`drop database if exists ${name} with (force)`);
        },
      };
    },
    stop: () => onServer(`drop database if exists ${template} with (force)`),
  };
}
