import { beforeEach, describe, expect, test } from 'vitest';
import type { Chat } from '../../../test/helpers/conversation.ts';
import { pressesAction } from '../../../test/helpers/registering.ts';
import type { Town } from '../../../test/helpers/small-town.ts';
import { townChats } from '../../../test/helpers/town-chats.ts';
import { createPrivacyBook } from '../../database/repositories/privacy-book.ts';
import { createProgrammeBook } from '../../database/repositories/programme-book.ts';
import type { Database } from '../../database/sql.ts';
import type { Person } from '../../domain/people/person.ts';
import { defaultSettings } from '../../domain/programme/settings.ts';
import { knownActions } from '../../texts/panel/audit.ts';

const clock = { now: () => new Date('2022-03-18T10:00:00+04:00') };

let database: Database;
let town: Town;
let applicant: Person;
let applicationId: string;
let taskId: string;
let requestId: string;
const people = new Map<string, Person>();
const chats = new Map<string, Chat>();

const { linked } = townChats(clock, async (fresh) => {
  ({ database, town } = fresh);
});

beforeEach(async () => {
  const { office, school, otherSchool } = town;
  people.clear();
  chats.clear();
  people.set('coordinator', await town.person('Широбокова Анна Ивановна', 'coordinator', office.id));
  people.set('curator', await town.person('Лаптева Нина Павловна', 'curator', school.id));
  people.set('stranger', await town.person('Чужих Вера Львовна', 'curator', otherSchool.id));
  people.set('deputy', await town.person('Бабинцева Наталья Юрьевна', 'deputy-head', school.id));
  people.set('mentor', await town.person('Ушакова Ирина Петровна', 'mentor', school.id));
  applicant = await town.person('Мартынова Ольга Петровна', 'mentor', school.id);
  people.set('applicant', applicant);
  await database.query('delete from appointment where person_id = $1', [applicant.id]);
  for (const [name, person] of people) chats.set(name, await linked(person, 'vk'));
  await createProgrammeBook(database).saveSettings(town.programme.id, {
    ...defaultSettings,
    operator: { name: 'Управление образования', address: 'ул. Мира, 1', contact: 'pd@example.org' },
  });
  applicationId = await application();
  taskId = await town.task('Назначение куратора', '2022-03-25');
  const mentor = people.get('mentor')?.id ?? '';
  const request = await createPrivacyBook(database).request(mentor, 'erase', {
    done: false,
    at: clock.now(),
  });
  requestId = request.id;
});

async function application(): Promise<string> {
  await database.query(
    `insert into consent_text (programme_id, kind, giver, version, title, summary, body, hash, published_at)
     select $1, kind, 'self', 1, '-', '-', '-', kind, $2 from unnest('{personal-data,participation}'::text[]) kind`,
    [town.programme.id, clock.now()],
  );
  await database.query(
    `insert into consent (person_id, given_by, text_id, way, given_at) select $1, $1, id, 'chat', $2 from consent_text`,
    [applicant.id, clock.now()],
  );
  const [row] = await database.query<{ id: string }>(
    `insert into application (person_id, form, role, organization_id, state, answers, applied_at)
     values ($1, 'mentor', 'mentor', $2, 'applied', '{"post":"учитель","capacity":2}', $3) returning id`,
    [applicant.id, town.school.id, clock.now()],
  );
  return row?.id ?? '';
}

/** As far as the deciders have come with it. */
const put = (state: string) =>
  database.query('update application set state = $2, decided_at = $3 where id = $1', [
    applicationId,
    state,
    clock.now(),
  ]);

async function doubled(): Promise<void> {
  const known = await town.person('Мартынова Ольга Петровна', 'mentor', town.school.id);
  people.set('known', known);
  await database.query('update application set duplicate_of = $2 where id = $1', [applicationId, known.id]);
}

const fill = (text: string) =>
  text
    .replace('{application}', applicationId)
    .replace('{task}', taskId)
    .replace('{request}', requestId)
    .replace('{mentor}', people.get('mentor')?.id ?? '');

/** `>` presses, `+` sends a file, the rest is typed. */
async function does(who: string, turns: readonly string[]): Promise<void> {
  const chat = chats.get(who);
  if (chat === undefined) throw new Error(`nobody called ${who}`);
  for (const turn of turns) {
    if (turn.startsWith('>')) await pressesAction(chat, fill(turn.slice(1)));
    else if (turn.startsWith('+')) await chat.sends([turn.slice(1)]);
    else await chat.says(turn);
  }
}

const noted = () =>
  database.query(
    `select person_id as by, programme_id as programme, via, via_id as platform, network, action,
       subject_kind || ' ' || subject_id as subject, organization_id as organization, before, after
     from audit order by id`,
  );

type Act = {
  who: string;
  turns: string[];
  action: string;
  subject: string;
  after?: Record<string, unknown>;
  city?: true;
  given?: () => unknown;
};

const dueOn = '2022-03-25';
/** The first text stood there before the operator was named: a consent is given to the next one. */
const version = 2;
const acts: Act[] = [
  {
    who: 'curator',
    turns: ['>apply:confirm:{application}', '>apply:confirm:{application}'],
    action: 'application.confirmed',
    subject: 'application {application}',
    after: { state: 'confirmed' },
  },
  {
    who: 'curator',
    turns: ['>apply:decline:{application}', 'Мартынова нам не подходит'],
    action: 'application.declined',
    subject: 'application {application}',
    after: { state: 'declined' },
  },
  {
    who: 'coordinator',
    turns: ['>apply:nowhy:{application}'],
    action: 'application.declined',
    subject: 'application {application}',
    after: { state: 'declined' },
  },
  {
    given: () => put('confirmed'),
    who: 'curator',
    turns: ['>apply:start:{application}'],
    action: 'application.active',
    subject: 'application {application}',
    after: { state: 'active' },
  },
  {
    given: () => put('active'),
    who: 'curator',
    turns: ['>apply:leave:{application}'],
    action: 'application.on-leave',
    subject: 'application {application}',
    after: { state: 'on-leave' },
  },
  {
    given: () => put('active'),
    who: 'curator',
    turns: ['>apply:gone:{application}'],
    action: 'application.left',
    subject: 'application {application}',
    after: { state: 'left' },
  },
  {
    given: doubled,
    who: 'coordinator',
    turns: ['>apply:join:{application}'],
    action: 'application.joined',
    subject: 'application {application}',
  },
  {
    given: doubled,
    who: 'curator',
    turns: ['>apply:apart:{application}'],
    action: 'application.kept-apart',
    subject: 'application {application}',
    after: {},
  },
  {
    who: 'curator',
    turns: ['>consent:paper:{mentor}:participation', '>consent:noscan', '>consent:noscan'],
    action: 'consent.received',
    subject: 'person {mentor}',
    after: { kind: 'participation', version, scan: false },
    city: true,
  },
  {
    who: 'curator',
    turns: ['>consent:paper:{mentor}:participation', '+скан.pdf'],
    action: 'consent.received',
    subject: 'person {mentor}',
    after: { kind: 'participation', version, scan: true },
    city: true,
  },
  {
    who: 'deputy',
    turns: ['>task:done:{task}', '>task:done:{task}'],
    action: 'task.completed',
    subject: 'task {task}',
    after: { dueOn },
  },
  {
    who: 'deputy',
    turns: ['https://school3.example/order', '>attach:{task}'],
    action: 'task.completed',
    subject: 'task {task}',
    after: { dueOn, results: 1 },
  },
  {
    who: 'deputy',
    turns: ['>hand-back:{task}'],
    action: 'task.handed-back',
    subject: 'task {task}',
    after: { dueOn },
  },
  {
    who: 'coordinator',
    turns: ['>control:waive:{task}', 'Куратор Лаптева в отпуске'],
    action: 'task.waived',
    subject: 'task {task}',
    after: { dueOn },
  },
  {
    given: () => database.query('update task set done_at = now() where id = $1', [taskId]),
    who: 'coordinator',
    turns: ['>control:return:{task}'],
    action: 'task.reopened',
    subject: 'task {task}',
    after: { dueOn },
  },
  {
    who: 'coordinator',
    turns: ['>privacy:erase-now:{request}', '>privacy:erase-now:{request}'],
    action: 'data-request.fulfilled',
    subject: 'data-request {request}',
    after: { kind: 'erase' },
    city: true,
  },
  {
    who: 'curator',
    turns: ['>apply:base:mentors'],
    action: 'base.exported',
    subject: 'base mentors',
    city: true,
  },
];

describe('what staff do in a chat is in the audit, once', () => {
  test.each(acts)('$action: $turns', async ({ who, turns, action, subject, after, city, given }) => {
    await given?.();
    await does(who, turns);
    const expected = action === 'application.joined' ? { joinedTo: people.get('known')?.id } : after;
    const rows = await noted();
    expect(rows).toEqual([
      {
        by: people.get(who)?.id,
        programme: town.programme.id,
        via: 'chat',
        platform: 'vk',
        network: null,
        action,
        subject: fill(subject),
        organization: city === true ? null : town.school.id,
        before: null,
        after: expected ?? null,
      },
    ]);
    expect(knownActions.map(({ value }) => value)).toContain(action);
    const kept = JSON.stringify(rows);
    for (const word of ['Мартынова', 'Лаптева', 'скан.pdf', 'example']) expect(kept).not.toContain(word);
  });
});

type Refused = { who: string; turns: string[]; given?: () => unknown };
const refused: Refused[] = [
  { who: 'stranger', turns: ['>apply:confirm:{application}', '>apply:nowhy:{application}'] },
  { who: 'stranger', turns: ['>consent:paper:{mentor}:participation', '>consent:noscan'] },
  { who: 'curator', turns: ['>apply:join:{application}', '>apply:start:{application}'] },
  { who: 'curator', turns: ['>apply:decline:{application}', ' '] },
  { who: 'curator', turns: ['>control:waive:{task}', 'Почему', '>control:return:{task}'] },
  { who: 'curator', turns: ['>privacy:erase-now:{request}'] },
  { who: 'coordinator', turns: ['>control:return:{task}'] },
  { who: 'stranger', turns: ['>task:done:{task}', '>hand-back:{task}'] },
  { who: 'mentor', turns: ['>apply:base:mentors'] },
  { given: () => put('declined'), who: 'curator', turns: ['>apply:confirm:{application}'] },
];

test.each(refused)('what is refused leaves nothing there: $who $turns', async ({ who, turns, given }) => {
  await given?.();
  await does(who, turns);
  expect(await noted()).toEqual([]);
});

test('what somebody does with what is their own is no act of staff', async () => {
  await put('active');
  await database.query(`update task set roles = '{mentor}' where id = $1`, [taskId]);
  await does('applicant', ['>apply:leave:{application}']);
  await does('mentor', ['>task:done:{task}', '>remind:vk', '>privacy:cancel']);
  expect(await database.query('select state from application')).toEqual([{ state: 'on-leave' }]);
  expect(await database.query('select done_by as by from task where id = $1', [taskId])).toEqual([
    { by: people.get('mentor')?.id },
  ]);
  expect(await noted()).toEqual([]);
});
