import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createInvitation } from '../database/repositories/invitation-book.ts';
import { createOrganizationBook } from '../database/repositories/organization-book.ts';
import { createPersonBook } from '../database/repositories/person-book.ts';
import { createProgrammeBook } from '../database/repositories/programme-book.ts';
import { importRoadmap } from '../database/repositories/roadmap-import.ts';
import { createSettingBook } from '../database/repositories/setting-book.ts';
import type { Database, Sql } from '../database/sql.ts';
import { readDocument } from '../documents/read-document.ts';
import type { Clock } from '../domain/calendar/clock.ts';
import type { Programme } from '../domain/programme/programme.ts';
import { defaultSettings } from '../domain/programme/settings.ts';
import { Refusal } from '../domain/refusal.ts';
import { readRoadmap } from '../domain/roadmap/read-roadmap.ts';
import { officeNames } from '../texts/roadmap.ts';
import { type DemoPerson, demoOperator, demoOrganizations, demoPeople, demoProgramme } from './demo-data.ts';
import { seedPairs } from './seed-pairs.ts';

/** Which chat account a demo person has on a platform; the sandbox gives the same ones at each start. */
export type AccountOf = (person: DemoPerson, platform: string) => string;

export type Demo = { programme: Programme; uninvited: { name: string; code: string }[] };

/**
 * Fills an empty database with the demonstration city; one filled before is left as it is. Whoever has no chat yet gets
 * an invitation at each start, since only its hash is kept.
 *
 * `Refusal('not-a-sandbox')` where real people have written: the stand-ins would take the messages that wait for them and
 * close all their chats as unknown. So a programme that lost its tokens does not start.
 */
export async function seedDemo(database: Database, clock: Clock, accountOf: AccountOf): Promise<Demo> {
  return database.transaction(async (sql) => {
    await markAsSandbox(sql);
    const found = (await createProgrammeBook(sql).list()).find((each) => each.key === demoProgramme.key);
    const programme = found ?? (await fill(sql, clock, accountOf));
    return { programme, uninvited: await inviteTheRest(sql, programme, clock) };
  });
}

/** The setting that tells a sandbox's database from a city's, whatever keys their programmes have. */
const mark = 'sandbox';

/**
 * `Refusal('sandbox-data')`: with real tokens the invented people's accounts would be those of whoever has these
 * numbers in Telegram or VK.
 */
export async function refuseSandboxData(sql: Sql): Promise<void> {
  if ((await createSettingBook(sql).read(mark)) !== null) throw new Refusal('sandbox-data');
}

async function markAsSandbox(sql: Sql): Promise<void> {
  const met = await sql.query(
    'select from chat_account where not exists (select from setting where key = $1) limit 1',
    [mark],
  );
  if (met.length > 0) throw new Refusal('not-a-sandbox');
  await createSettingBook(sql).write(mark, true);
}

async function fill(sql: Sql, clock: Clock, accountOf: AccountOf): Promise<Programme> {
  const programmes = createProgrammeBook(sql);
  const programme = await programmes.add(demoProgramme);
  await programmes.saveSettings(programme.id, { ...defaultSettings, operator: demoOperator });
  const organizationIds = new Map<string, string>();
  for (const { key, ...organization } of demoOrganizations) {
    const added = await createOrganizationBook(sql).add({ programmeId: programme.id, ...organization });
    organizationIds.set(key, added.id);
  }
  for (const person of demoPeople) await enter(sql, programme, person, { clock, accountOf, organizationIds });
  await seedPairs(sql, programme, clock.now());
  const bytes = await readFile(new URL('./glazov-2022-2024.txt', import.meta.url));
  await importRoadmap(sql, {
    programmeId: programme.id,
    read: readRoadmap(await readDocument(bytes)),
    sourceHash: createHash('sha256').update(bytes).digest('hex'),
    office: officeNames,
    at: clock.now(),
  });
  return programme;
}

async function enter(
  sql: Sql,
  programme: Programme,
  person: DemoPerson,
  deps: { clock: Clock; accountOf: AccountOf; organizationIds: ReadonlyMap<string, string> },
): Promise<void> {
  const [surname, name, patronymic] = person.names;
  const people = createPersonBook(sql);
  const { id } = await people.add({ programmeId: programme.id, surname, name, patronymic });
  const organizationId = deps.organizationIds.get(person.organization);
  if (organizationId === undefined) throw new Error(`the demo has no organization ${person.organization}`);
  for (const role of person.roles) await people.appoint(id, role, organizationId);
  for (const platform of person.on) {
    await sql.query(
      `insert into chat_account (platform, account_id, chat_id, person_id, linked_at, last_seen_at)
       values ($1, $2, $2, $3, $4, $4)`,
      [platform, deps.accountOf(person, platform), id, deps.clock.now()],
    );
  }
}

async function inviteTheRest(sql: Sql, programme: Programme, clock: Clock): Promise<Demo['uninvited']> {
  const people = await createPersonBook(sql).list(programme.id);
  const uninvited: Demo['uninvited'] = [];
  for (const person of people.filter((each) => each.linked.length === 0)) {
    const { code } = await createInvitation(sql, person.id, clock);
    uninvited.push({ name: `${person.surname} ${person.name} ${person.patronymic}`, code });
  }
  return uninvited;
}
