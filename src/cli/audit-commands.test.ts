import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { nastavnik, refusal } from '../../test/helpers/command-line.ts';
import { emptied, testDatabase } from '../../test/helpers/database.ts';
import { foundTown, type Town } from '../../test/helpers/small-town.ts';
import type { Database } from '../database/sql.ts';
import { readSheets } from '../documents/read-sheet.ts';
import { writeXlsx } from '../documents/write-xlsx.ts';
import type { Person } from '../domain/people/person.ts';
import { knownActions } from '../texts/panel/audit.ts';
import { baseCommand } from './bases.command.ts';
import { competencyCommand } from './competency.command.ts';
import { consentCommand } from './consent.command.ts';
import { organizationCommand } from './organization.command.ts';
import { personCommand } from './person.command.ts';
import { privacyCommand } from './privacy.command.ts';
import { programmeCommand } from './programme.command.ts';
import { roadmapCommand } from './roadmap.command.ts';
import { settingsCommand } from './settings.command.ts';
import { taskCommand } from './task.command.ts';

const roadmap = join(import.meta.dirname, '../../test/fixtures/roadmap/glazov-2022-2024.txt');
const masked = '•••';
const dueOn = '2022-03-25';

let database: Database;
let folder: string;
let town: Town;
let deputy: Person;
let taskId: string;

beforeAll(async () => {
  database = await testDatabase();
  vi.stubEnv('DATABASE_URL', database.url);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await database.stop();
});
beforeEach(async () => {
  await emptied(database);
  town = await foundTown(database);
  deputy = await town.person('Бабинцева Наталья Юрьевна', 'deputy-head', town.school.id);
  taskId = await town.task('Назначение куратора', dueOn);
  folder = await mkdtemp(join(tmpdir(), 'audit-'));
  return () => rm(folder, { recursive: true });
});

type Noted = {
  action: string;
  /** Its kind alone, where only the database knows the number. */
  subject: string;
  school?: true;
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
};

type Row = Omit<Noted, 'school'> & Record<'by' | 'via' | 'network' | 'programme' | 'organization', unknown>;

const noted = () =>
  database.query<Row>(
    `select person_id as by, programme_id as programme, via, network, action,
       subject_kind || ' ' || subject_id as subject, organization_id as organization, before, after
     from audit order by id`,
  );

const operator = ['--operator', 'Управление образования', '--address', 'ул. Мира, 1', '--contact', '1-23-45'];

/** As somebody filled it in. */
async function filledBase(surnames: readonly string[]): Promise<string> {
  const template = join(folder, 'template.xlsx');
  await nastavnik(baseCommand, 'template', 'mentees', template);
  const [[head] = []] = await readSheets(await readFile(template));
  const cells: Record<string, string> = {
    'Имя *': 'Ян',
    'Организация *': 'шк 3',
    'Должность *': 'учитель',
    'Работаю с года *': '2021',
    'Запросы *': 'Классное руководство',
  };
  const headings = head?.cells ?? [];
  const rows = surnames.map((surname) =>
    headings.map((name) => ({ ...cells, 'Фамилия *': surname })[name] ?? ''),
  );
  const columns = headings.map((heading) => ({ heading, width: 10 }));
  const file = join(folder, 'base.xlsx');
  await writeFile(file, await writeXlsx([{ name: 'Лист', above: [], columns, rows }], new Date(0)));
  return file;
}

async function editedConsent(): Promise<string> {
  const file = join(folder, 'consent.txt');
  const text = await nastavnik(consentCommand, 'show', 'personal-data');
  await writeFile(file, `${text}\n---\n9. Ещё одно условие.\n`);
  return file;
}

const emptyDraft = () =>
  database.query(
    `with one as (insert into person (programme_id, surname, name) values ($1, 'Серова', 'Ольга') returning id)
     insert into application (person_id, form, created_at) select id, 'mentor', now() - interval '31 days' from one`,
    [town.programme.id],
  );

type Act = {
  name: string;
  command: unknown;
  args: () => string[] | Promise<string[]>;
  notes: Noted[];
  given?: () => unknown;
};

const at = (role: string, organization: string) => ['--role', role, '--organization', organization];

const acts: Act[] = [
  {
    name: 'an organization',
    command: organizationCommand,
    args: () => ['add', 'МБОУ «Лицей № 9»'],
    notes: [{ action: 'organization.added', subject: 'organization', after: { kind: 'school' } }],
  },
  {
    name: 'a person',
    command: personCommand,
    args: () => ['add', 'Сидоров Пётр'],
    notes: [{ action: 'person.added', subject: 'person' }],
  },
  {
    name: 'an appointment',
    command: personCommand,
    args: () => ['appoint', deputy.id, ...at('curator', 'шк 3')],
    notes: [{ action: 'person.appointed', subject: 'person', school: true, after: { role: 'curator' } }],
  },
  {
    name: 'an appointment for the whole city',
    command: personCommand,
    args: () => ['appoint', deputy.id, ...at('coordinator', 'Управление')],
    notes: [{ action: 'staff.appointed', subject: 'person', after: { role: 'coordinator' } }],
  },
  {
    name: 'an appointment that was there',
    command: personCommand,
    args: () => ['appoint', deputy.id, ...at('deputy-head', 'шк 3')],
    notes: [],
  },
  {
    name: 'a dismissal',
    command: personCommand,
    args: () => ['dismiss', deputy.id, ...at('deputy-head', 'шк 3')],
    notes: [{ action: 'person.dismissed', subject: 'person', school: true, before: { role: 'deputy-head' } }],
  },
  {
    name: 'an invitation',
    command: personCommand,
    args: () => ['invite', deputy.id],
    notes: [{ action: 'person.invited', subject: 'person' }],
  },
  {
    name: 'somebody entered, appointed and invited at once',
    command: personCommand,
    args: () => ['invite', 'Сидоров Пётр', ...at('mentor', 'шк 3')],
    notes: [
      { action: 'person.added', subject: 'person' },
      { action: 'person.appointed', subject: 'person', school: true, after: { role: 'mentor' } },
      { action: 'person.invited', subject: 'person' },
    ],
  },
  {
    name: 'a chat taken away',
    given: () =>
      database.query(
        `insert into chat_account (platform, account_id, chat_id, person_id) values ('vk', '777000', '777000', $1)`,
        [deputy.id],
      ),
    command: personCommand,
    args: () => ['unlink', deputy.id],
    notes: [{ action: 'person.unlinked', subject: 'person', before: { platforms: ['vk'] } }],
  },
  {
    name: 'a task waived',
    command: taskCommand,
    args: () => ['waive', taskId, '--reason', 'Бабинцева в отпуске'],
    notes: [{ action: 'task.waived', subject: 'task', school: true, after: { dueOn } }],
  },
  {
    name: 'a task reopened',
    given: () => database.query('update task set done_at = now()'),
    command: taskCommand,
    args: () => ['reopen', taskId],
    notes: [{ action: 'task.reopened', subject: 'task', school: true, after: { dueOn } }],
  },
  {
    name: 'the operator',
    command: settingsCommand,
    args: () => ['set', ...operator],
    notes: [
      {
        action: 'programme.changed',
        subject: 'programme',
        before: { contact: masked },
        after: { contact: masked },
      },
    ],
  },
  {
    name: 'a text of a consent',
    command: consentCommand,
    given: () => nastavnik(settingsCommand, 'set', ...operator),
    args: async () => ['publish', 'personal-data', '--file', await editedConsent()],
    notes: [
      {
        action: 'programme.changed',
        subject: 'programme',
        before: { contact: masked },
        after: { contact: masked },
      },
      {
        action: 'consent-text.published',
        subject: 'consent-text personal-data:self',
        before: { version: 0 },
        after: { version: 1 },
      },
    ],
  },
  {
    name: 'a competency',
    command: competencyCommand,
    args: () => ['add', 'Выпечка хлеба'],
    notes: [{ action: 'competency.added', subject: 'competency', after: { label: 'Выпечка хлеба' } }],
  },
  {
    name: 'a competency in the archive',
    command: competencyCommand,
    given: () => nastavnik(competencyCommand, 'list'),
    args: async () => {
      const [id = ''] = (await nastavnik(competencyCommand, 'list')).split(' ');
      return ['archive', id];
    },
    notes: [
      {
        action: 'competency.changed',
        subject: 'competency',
        before: { archived: false },
        after: { archived: true },
      },
    ],
  },
  {
    name: 'a base that comes in',
    command: baseCommand,
    args: async () => ['import', 'mentees', await filledBase(['Юн', '']), '--only-good'],
    notes: [
      {
        action: 'base.imported',
        subject: 'base mentees',
        after: { stored: 1, duplicates: 0, faults: 1 },
      },
    ],
  },
  {
    name: 'a base that goes out',
    command: baseCommand,
    args: () => ['export', 'mentors', join(folder, 'out.xlsx')],
    notes: [{ action: 'base.exported', subject: 'base mentors' }],
  },
  {
    name: 'a dossier',
    command: privacyCommand,
    args: () => ['dossier', deputy.id],
    notes: [{ action: 'person.dossier-printed', subject: 'person' }],
  },
  {
    name: 'an erasure',
    command: privacyCommand,
    args: () => ['erase', deputy.id, '--yes'],
    notes: [{ action: 'data-request.fulfilled', subject: 'data-request', after: { kind: 'erase' } }],
  },
  {
    name: 'what is kept no longer',
    command: privacyCommand,
    given: emptyDraft,
    args: () => ['retention'],
    notes: [{ action: 'retention.applied', subject: 'programme', after: { drafts: 1, left: 0 } }],
  },
  {
    name: 'words of the roadmap',
    command: roadmapCommand,
    args: () => ['phrase', 'set', 'кураторы', '--place', 'each-organization', '--role', 'curator'],
    notes: [
      {
        action: 'responsible-words.explained',
        subject: 'programme',
        before: { phrase: 'кураторы', targets: [] },
        after: {
          phrase: 'кураторы',
          targets: ['each-organization curator'],
          inserted: 1,
          updated: 0,
          withdrawn: 1,
          revived: 0,
        },
      },
    ],
  },
];

describe('what is changed by a command is in the audit, once, with nobody’s name', () => {
  test.each(acts)('$name', async ({ command, args, notes, given }) => {
    await given?.();
    await nastavnik(command, ...(await args()));
    const rows = await noted();
    expect(rows).toHaveLength(notes.length);
    for (const [index, { school, subject, ...note }] of notes.entries()) {
      expect(rows[index]).toMatchObject({
        ...{ by: null, via: 'cli', network: null, programme: town.programme.id },
        ...{ before: null, after: null, ...note },
        subject: expect.stringMatching(new RegExp(`^${subject}(?: \\d+)?$`, 'u')),
        ...(school === true && { organization: town.school.id }),
      });
      expect(knownActions.map(({ value }) => value)).toContain(note.action);
    }
    const kept = JSON.stringify(rows);
    for (const word of ['Бабинцева', 'Сидоров', 'Юн', 'Управление', '777000'])
      expect(kept).not.toContain(word);
  });
});

test('a programme and its roadmap are there from the first, and nothing that was only shown', async () => {
  await emptied(database);
  await nastavnik(programmeCommand, 'add', 'glazov', '--name', 'Наставничество');
  await nastavnik(roadmapCommand, 'import', roadmap, '--dry-run');
  expect(await noted()).toMatchObject([
    {
      ...{ by: null, via: 'cli', before: null, action: 'programme.added', after: { key: 'glazov' } },
      subject: expect.stringMatching(/^programme \d+$/u),
    },
  ]);
  await nastavnik(roadmapCommand, 'import', roadmap);
  // Again there is nothing to store.
  await nastavnik(roadmapCommand, 'import', roadmap);
  const rows = await noted();
  expect(rows).toHaveLength(2);
  expect(rows[1]).toMatchObject({
    by: null,
    via: 'cli',
    action: 'roadmap.imported',
    subject: expect.stringMatching(/^roadmap \d+$/u),
    before: null,
    after: {
      isNew: true,
      updated: 0,
      removed: 0,
      order: '70-ОД 2022-04-22',
      from: '2022-01-01',
      to: '2024-12-31',
    },
  });
  expect(rows[1]?.after?.added).toBeGreaterThan(10);
});

const refused: { command: unknown; args: () => string[] | Promise<string[]> }[] = [
  { command: organizationCommand, args: () => ['add', 'МБОУ «Школа № 3»'] },
  { command: personCommand, args: () => ['invite', 'Новый Иван', ...at('coordinator', 'шк 3')] },
  { command: personCommand, args: () => ['dismiss', deputy.id, ...at('mentor', 'шк 3')] },
  { command: personCommand, args: () => ['unlink', '999'] },
  { command: taskCommand, args: () => ['reopen', taskId] },
  { command: taskCommand, args: () => ['waive', '999', '--reason', 'Нет'] },
  { command: settingsCommand, args: () => ['set', '--operator', ' '] },
  {
    command: consentCommand,
    args: async () => ['publish', 'personal-data', '--file', await editedConsent()],
  },
  { command: competencyCommand, args: () => ['archive', '999'] },
  { command: baseCommand, args: () => ['export', 'mentors', join(folder, 'nowhere', 'out.xlsx')] },
  { command: privacyCommand, args: () => ['dossier', '999'] },
  { command: programmeCommand, args: () => ['add', 'city', '--name', 'Ещё раз'] },
  {
    command: roadmapCommand,
    args: () => ['phrase', 'set', 'все', '--place', 'partner', '--role', 'head', '--organization', 'Никто'],
  },
];

describe('what is refused or only asked for leaves nothing there', () => {
  test.each(refused)('%#', async ({ command, args }) => {
    await refusal(command, ...(await args()));
    expect(await noted()).toEqual([]);
  });

  test('an import with faults, an erasure nobody is sure of, a dry run', async () => {
    await emptyDraft();
    await nastavnik(baseCommand, 'import', 'mentees', await filledBase(['Юн', '']));
    await nastavnik(privacyCommand, 'erase', deputy.id);
    await nastavnik(privacyCommand, 'retention', '--dry-run');
    expect(await noted()).toEqual([]);
  });
});
