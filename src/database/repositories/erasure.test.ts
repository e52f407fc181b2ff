import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { emptied, testDatabase } from '../../../test/helpers/database.ts';
import { foundTown, type Town } from '../../../test/helpers/small-town.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Database } from '../sql.ts';
import { dossierOf } from './dossier.ts';
import { erasePerson, forgetAccount } from './erasure.ts';
import { personTraces, traceName } from './person-traces.ts';
import { createPrivacyBook } from './privacy-book.ts';

const at = new Date('2022-03-18T06:00:00Z');
let database: Database;
let town: Town;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  await emptied(database);
  town = await foundTown(database);
});

const insert = async (into: string, ...values: unknown[]): Promise<string> => {
  const [row] = await database.query<{ id: string }>(`insert into ${into} returning id`, values);
  return row?.id ?? '';
};

/** Everything the search must not find afterwards. */
const needles = ['Бабинцев', 'Юрьевн', '9124567890', '912 456-78-90', '700100', '800200'];

/** Rows of all tables that have one of the words in any column, bytes of files included. */
async function found(words: readonly string[]): Promise<string[]> {
  const tables = await database.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' order by 1`,
  );
  const hits: string[] = [];
  for (const { name } of tables) {
    const bytes =
      name === 'stored_file' ? `or position(convert_to(word, 'UTF8') in coalesce(t.bytes, '')) > 0` : '';
    const rows = await database.query<{ word: string }>(
      `select distinct word from "${name}" t, unnest($1::text[]) word
       where t::text ilike '%' || word || '%' ${bytes}`,
      [words],
    );
    hits.push(...rows.map(({ word }) => `${name}: ${word}`));
  }
  return hits;
}

async function mentor(): Promise<Person> {
  const person = await town.person('Бабинцева Наталья Юрьевна', 'mentor', town.school.id);
  await database.query(
    `update person set phone = '+79124567890', birth_year = 1990, write_from = '09:00', write_to = '12:00',
       remind_platform = 'vk', paused_until = '2022-04-01' where id = $1`,
    [person.id],
  );
  return person;
}

/** A row of hers in every table that can hold one. */
async function fill(her: Person, curator: Person): Promise<void> {
  const { id } = her;
  const account = `chat_account (platform, account_id, chat_id, person_id, linked_at) values ($1, $2, $2, $3, now())`;
  const telegram = await insert(account, 'telegram', '700100', id);
  await insert(account, 'vk', '800200', id);
  const invitation = await insert(
    `invitation (person_id, link_hash, code_hash, expires_at) values ($1, 'lh', 'ch', now())`,
    id,
  );
  await insert(
    'invitation_use (invitation_id, platform, chat_account_id) values ($1, $2, $3)',
    invitation,
    'telegram',
    telegram,
  );
  await insert(
    `page_link (secret_hash, chat_account_id, purpose, created_at, expires_at) values ('s', $1, 'privacy', now(), now())`,
    telegram,
  );
  await signingIn(id, telegram);
  await insert(
    `inbox (platform, event_id, chat_key, payload) values ('telegram', '1', 'telegram:700100', '{"text":"Я Бабинцева"}')`,
  );
  const delivery = await insert(
    `delivery (platform, account_id, chat_id, person_id, outgoing, priority, state)
     values ('vk', '800200', '800200', $1, '{"kind":"send","message":{"text":"Наталья Юрьевна, здравствуйте"}}', 0, 'sent')`,
    id,
  );
  await insert(
    `delivery (platform, account_id, chat_id, person_id, outgoing, priority, replaces_id)
     values ('telegram', '700100', '700100', $1, '{}', 0, $2)`,
    id,
    delivery,
  );
  const mailing = await insert(
    `mailing (programme_id, author_id, title, text, names_others, audience, state, created_at, started_at)
     values ($1, $2, 'Бабинцевой', 'Поздравляем Бабинцеву Наталью Юрьевну', true, '{"personIds":["1"]}', 'sending', now(), now())`,
    town.programme.id,
    id,
  );
  await insert('mailing_recipient (mailing_id, person_id) values ($1, $2)', mailing, id);
  await dialogues(id);
  await work(id, curator.id, delivery);
  await papers(id, curator.id);
  await atThePanel(id);
  await pairs(id, curator.id);
  await contests(id, curator.id);
  await othersWords(curator);
}

async function signingIn(id: string, account: string): Promise<void> {
  await insert(
    `sign_in (browser_hash, start_hash, digits, network, agent, created_at, expires_at, chat_account_id)
     values ('b', 's', '47', '203.0.113.0/24', 'Firefox', now(), now(), $1)`,
    account,
  );
  await database.query(`insert into second_factor (person_id, secret, created_at) values ($1, 'x', now())`, [
    id,
  ]);
  await insert(`recovery_code (person_id, code_hash) values ($1, 'rh')`, id);
  await insert(
    `api_token (person_id, name, token_hash, scopes, created_at, expires_at)
     values ($1, 'Отчёты Бабинцевой', 'th', '{}', now(), now())`,
    id,
  );
  await insert(
    `administrator_link (secret_hash, person_id, at_start, created_at, expires_at) values ('ah', $1, false, now(), now())`,
    id,
  );
}

async function atThePanel(id: string): Promise<void> {
  await insert(
    `staff_session (person_id, token_hash, agent, created_at, seen_at) values ($1, 't', 'Бабинцева’s phone', now(), now())`,
    id,
  );
  await database.query(
    `insert into idempotent_call (person_id, key, request_hash, answer, at) values ($1, 'key', 'h', '{}', now())`,
    [id],
  );
  await insert(
    `audit (at, person_id, via, action, subject_kind, subject_id) values (now(), $1, 'panel', 'person.changed', 'person', '1')`,
    id,
  );
}

/** Mentor in one, mentee in another, both alive. */
async function pairs(id: string, curatorId: string): Promise<void> {
  const pair = `pair (programme_id, organization_id, mentor_id, form, from_on, to_on, goal, plan, close_note, result,
      proposed_by, proposed_at)
    values ($1, $2, $3, 'teacher-teacher', '2022-03-20', '2022-05-31', 'Бабинцева помогает', $4, 'Бабинцева Наталья',
      'Бабинцева', $5, now())`;
  const plan = { tasks: ['Уроки Бабинцевой'] };
  for (const [mentorId, menteeId] of [
    [id, curatorId],
    [curatorId, id],
  ]) {
    const pairId = await insert(pair, town.programme.id, town.school.id, mentorId, plan, id);
    const member = 'pair_mentee (pair_id, mentor_id, mentee_id) values ($1, $2, $3)';
    await insert(member, pairId, mentorId, menteeId);
    await insert(
      `pair_agreement (pair_id, person_id, giver, answer, way, reason, given_by, recorded_by, asked_at, answered_at)
       values ($1, $2, 'self', 'agreed', 'paper', 'Бабинцева права', $2, $2, now(), now())`,
      pairId,
      id,
    );
    await insert(
      `pair_event (pair_id, person_id, kind, facts, at) values ($1, $2, 'proposed', '{}', now())`,
      pairId,
      id,
    );
    await insert(
      `pair_meeting (pair_id, held_on, topic, outcome, noted_by, noted_at, confirmed_by, confirmed_at)
       values ($1, '2022-03-17', 'Урок Бабинцевой Натальи', 'held', $2, now(), $2, now())`,
      pairId,
      id,
    );
  }
}

/** Hers as author, team mate, mentor, juror and clerk: in a contest that runs, and in one whose results are checked. */
async function contests(id: string, curatorId: string): Promise<void> {
  const file = `stored_file (person_id, name, mime, state, bytes) values ($1, $2, 'application/pdf', 'stored', 'x')`;
  const contest = `contest (programme_id, kind, title, state, opens_at, closes_at, terms, regulations_file_id, created_by,
      created_at, announced_at, checked_at)
    values ($1, 'work', 'Мой наставник', $2, '2022-03-01', '2022-04-01', '{}', $3, $4, now(), now(), now())`;
  const regulations = await insert(file, id, 'Положение.pdf');
  const running = await insert(contest, town.programme.id, 'announced', regulations, id);
  const judged = await insert(contest, town.programme.id, 'checked', null, curatorId);
  const entry = `contest_entry (contest_id, person_id, state, source, title, description, link, team_name, post_owner_id,
      post_id, mentor_id, mentor_answer, findings, marks, check_due_at, reason, decided_by, created_at, submitted_at)
    values ($1, $2, 'accepted', 'chat', 'Урок Бабинцевой', 'О Бабинцевой Наталье Юрьевне', 'https://vk.com/wall800200_5',
      'Бабинцева и Ко', $3, $4, $5, 'agreed', '["Бабинцева"]', '["Бабинцева"]', now(), 'Бабинцева', $6, now(), now())`;
  const hers = await insert(entry, running, id, 800200, 5, curatorId, curatorId);
  const placed = await insert(entry, judged, id, 800200, 5, curatorId, curatorId);
  const others = await insert(
    entry.replace(`'https://vk.com/wall800200_5'`, 'null'),
    running,
    curatorId,
    null,
    null,
    id,
    id,
  );
  await insert(
    `contest_entry (contest_id, state, source, title, post_owner_id, post_id, created_at)
     values ($1, 'found', 'found', 'Бабинцева', 800200, 6, now())`,
    running,
  );
  const keep = 'insert into contest_entry_file (entry_id, file_id, position) values ($1, $2, 1)';
  await database.query(keep, [hers, await insert(file, id, 'Работа Бабинцевой.pdf')]);
  await database.query(keep, [others, await insert(file, id, 'Общая работа.pdf')]);
  const member = `contest_member (entry_id, person_id, role, joined_at, attended_at, attended_by) values ($1, $2, $3, now(), $4, $5)`;
  await insert(member, hers, id, 'author', null, null);
  await insert(member, others, id, 'member', null, null);
  await insert(member, others, curatorId, 'author', at, id);
  await insert(
    `contest_snapshot (entry_id, taken_at, text, attachments, author_id, published_at)
     values ($1, now(), 'Я, Бабинцева', '["800200"]', 800200, now())`,
    hers,
  );
  await database.query(
    'insert into contest_counters (entry_id, at, likes, reposts, comments) values ($1, now(), 5, 1, 2)',
    [hers],
  );
  await insert(
    `contest_notice (contest_id, person_id, occasion, at, delivered) values ($1, $2, 'closing-3', now(), true)`,
    running,
    id,
  );
  await insert(
    `contest_post (contest_id, occasion, text, created_at) values ($1, 'results', 'Победила Бабинцева Наталья Юрьевна', now())`,
    judged,
  );
  await judging({ id, curatorId, running, judged, others, placed });
  await diplomas({ id, curatorId, judged, placed, file: await insert(file, null, 'Диплом Бабинцевой.pdf') });
}

type Work = Record<'id' | 'curatorId' | 'judged' | 'placed', string>;

async function judging(work: Work & Record<'running' | 'others', string>): Promise<void> {
  const { id, curatorId, running, judged, others, placed } = work;
  const juror = 'contest_juror (contest_id, person_id, added_at) values ($1, $2, now())';
  const sheet = `contest_sheet (juror_id, entry_id, comment, finished_at, updated_at) values ($1, $2, $3, now(), now())`;
  const own = await insert(sheet, await insert(juror, running, id), others, 'Бабинцева согласна');
  await insert(sheet, await insert(juror, judged, curatorId), placed, 'Работа Бабинцевой сильная');
  const criterion = await insert(
    `contest_criterion (contest_id, position, title, weight, scale) values ($1, 1, 'Смысл', 1, 10)`,
    running,
  );
  await database.query('insert into contest_score (sheet_id, criterion_id, points) values ($1, $2, 9)', [
    own,
    criterion,
  ]);
  await insert(
    `contest_result (contest_id, entry_id, total, place, award, facts) values ($1, $2, 9.5, 1, 'winner', '{"who":"Бабинцева"}')`,
    judged,
    placed,
  );
}

async function diplomas({ id, curatorId, judged, placed, file }: Work & { file: string }): Promise<void> {
  const template = await insert(
    `diploma_template (programme_id, kind, version, name, design, created_by, created_at)
     values ($1, 'diploma', 1, 'Диплом', '{}', $2, now())`,
    town.programme.id,
    id,
  );
  const diploma = `diploma (programme_id, contest_id, entry_id, person_id, kind, year, serial, number, code, template_id,
      shown, issued_on, file_id, created_by, created_at, revoked_at, revoked_by, reason)
    values ($1, $2, $3, $4, $5, 2022, $6, '2022-' || $6::int, 'code' || $6::int, $7, $8, '2022-04-20', $9, $10, now(), $11, $10,
      'Бабинцева просила')`;
  const of = [town.programme.id, judged, placed];
  const shown = (text: string) => JSON.stringify({ text });
  await insert(diploma, ...of, id, 'diploma', 1, template, shown('Бабинцева Наталья'), file, curatorId, null);
  const thanks = shown('За помощь Бабинцевой Наталье Юрьевне');
  await insert(diploma, ...of, curatorId, 'gratitude', 2, template, thanks, null, id, at);
}

async function dialogues(id: string): Promise<void> {
  const keys = [
    `person:${id}`,
    `form:person:${id}`,
    `form-aside:person:${id}`,
    'account:telegram:700100',
    'asked:vk:800200',
    'pressed:vk:800200:12',
  ];
  await database.query(
    `insert into dialogue (key, state, updated_at) select key, '{"data":{"surname":"Бабинцева"}}', now() from unnest($1::text[]) key`,
    [keys],
  );
  await database.query(
    `insert into dialogue (key, state, updated_at) values
       ('question:abc', $1, now()), ('form:person:999', '{"answers":{"wishes":"К Бабинцевой Наталье Юрьевне"}}', now())`,
    [
      JSON.stringify({
        data: { account: { platform: 'vk', accountId: '800200', personId: id }, text: 'Где я?' },
      }),
    ],
  );
}

async function work(id: string, curatorId: string, delivery: string): Promise<void> {
  const taskId = await town.task('Приказ', '2022-03-25');
  await database.query(`update task set done_at = now(), done_by = $2 where id = $1`, [taskId, id]);
  const completion = await insert(
    'task_completion (task_id, person_id, at) values ($1, $2, now())',
    taskId,
    id,
  );
  const file = await insert(
    `stored_file (person_id, name, mime, state, bytes) values ($1, 'Приказ Бабинцева.pdf', 'application/pdf', 'stored', 'x')`,
    id,
  );
  await insert(
    `task_result (completion_id, kind, file_id, at) values ($1, 'file', $2, now())`,
    completion,
    file,
  );
  await insert(
    `task_result (completion_id, kind, text, at) values ($1, 'text', 'Сделала Бабинцева Н. Ю.', now())`,
    completion,
  );
  await insert(
    `task_event (task_id, person_id, kind, facts, at) values ($1, $2, 'waived', '{"reason":"Бабинцева болеет"}', now())`,
    taskId,
    id,
  );
  const waived = await town.task('Занятие', '2022-03-26');
  await database.query(
    `update task set waived_at = now(), waived_by = $2, waived_reason = 'Бабинцева Наталья болеет, 8 (912) 456-78-90' where id = $1`,
    [waived, curatorId],
  );
  await insert(
    `reminder (task_id, person_id, rule_key, due_on, state, delivery_id) values ($1, $2, 'late', '2022-03-25', 'sent', $3)`,
    taskId,
    id,
    delivery,
  );
  await database.query(
    `insert into weekly_summary (person_id, monday, delivery_id, settled_at) values ($1, '2022-03-14', $2, now())`,
    [id, delivery],
  );
}

async function papers(id: string, curatorId: string): Promise<void> {
  const application = await insert(
    `application (person_id, form, role, organization_id, state, answers, decided_by)
     values ($1, 'mentor', 'mentor', $2, 'active', '{"offer":"Бабинцева"}', $3)`,
    id,
    town.school.id,
    curatorId,
  );
  await insert(`application (person_id, form, answers) values ($1, 'staff', '{"a":"Бабинцева"}')`, id);
  await insert(`application (person_id, form, duplicate_of) values ($1, 'mentee', $2)`, curatorId, id);
  const event = `application_event (application_id, person_id, kind, facts, at) values ($1, $2, 'applied', '{"who":"Бабинцева"}', now())`;
  await insert(event, application, id);
  await insert('representation (pupil_id, representative_id) values ($1, $2)', id, curatorId);
  const apart = `known_apart (one_id, other_id, decided_by, decided_at)
    values (least($1::bigint, $2::bigint), greatest($1::bigint, $2::bigint), $3, now())`;
  await insert(apart, id, curatorId, curatorId);
  const namesake = await town.person('Ушакова Нина Павловна', 'mentor', town.school.id);
  await insert(apart, namesake.id, curatorId, id);
  const text = await insert(
    `consent_text (programme_id, kind, giver, version, title, summary, body, hash, published_at, published_by)
     values ($1, 'personal-data', 'self', 1, 'Согласие', 'Кратко', 'Полностью', 'h', now(), $2)`,
    town.programme.id,
    id,
  );
  const scan = await insert(
    `stored_file (person_id, name, mime, state, bytes) values ($1, 'скан.jpg', 'image/jpeg', 'stored', convert_to('Бабинцева', 'UTF8'))`,
    curatorId,
  );
  const consent = await insert(
    `consent (person_id, given_by, text_id, way, evidence, scope, given_at, scan_file_id, received_by)
     values ($1, $1, $2, 'paper', '{"account":"700100"}', '{"conditions":"Бабинцева"}', now(), $3, $4)`,
    id,
    text,
    scan,
    curatorId,
  );
  const rendered = `stored_file (name, mime, state, bytes, recipe) values ('д.pdf', 'application/pdf', 'stored', convert_to('Бабинцева', 'UTF8'), $1)`;
  await insert(rendered, { document: 'consent', consentId: consent });
  await insert(rendered, { document: 'base', base: 'mentors', staffId: curatorId, at: '1' });
  await insert(rendered, { document: 'dossier', personId: id, format: 'json', requestId: '1' });
  await insert(
    `reminder (consent_text_id, person_id, rule_key, due_on) values ($1, $2, 'consent', '2022-03-25')`,
    text,
    id,
  );
  await insert(
    `roadmap_draft (programme_id, kind, content, source_hash, created_by, created_at)
     values ($1, 'import', '{"pages":"Бабинцева"}', 'dh', $2, now())`,
    town.programme.id,
    id,
  );
  await insert(
    `deadline_correction (programme_id, period_from, period_to, code, title, deadline, correction, made_by, made_at)
     values ($1, '2022-01-01', '2024-12-31', '1.1', 'Приказ', 'по графику', '{}', $2, now())`,
    town.programme.id,
    id,
  );
  await insert(`calendar_feed (owner_id, secret_hash, created_at) values ($1, 'fh', now())`, id);
  const zip = await insert(
    `stored_file (name, mime, state, bytes) values ('приказы.zip', 'application/zip', 'stored', convert_to('Бабинцева', 'UTF8'))`,
  );
  await insert(
    `errand (programme_id, kind, power, state, file_id, created_by, created_at, finished_at)
     values ($1, 'orders', 'documents:write', 'done', $2, $3, now(), now())`,
    town.programme.id,
    zip,
    id,
  );
  await printed(id);
  await createPrivacyBook(database).request(id, 'export', { done: true, facts: { note: 'Бабинцева' }, at });
  await createPrivacyBook(database).request(id, 'erase', { done: false, at });
}

/** Orders and templates: hers as a clerk, and an order that names her. */
async function printed(id: string): Promise<void> {
  const file = `stored_file (name, mime, state, bytes) values ($1, 'docx', 'stored', convert_to($2, 'UTF8'))`;
  await insert(
    `document_template (programme_id, kind, version, file_id, uploaded_by, uploaded_at)
     values ($1, 'pair-order', 1, $2, $3, now())`,
    town.programme.id,
    await insert(file, 'шаблон.docx', '{Наставник вин}'),
    id,
  );
  await insert(
    `name_case_exception (programme_id, part, gender, nominative, forms, created_by, created_at)
     values ($1, 'surname', 'female', 'бабинцева', '{"dative":"Бабинцевой"}', $2, now())`,
    town.programme.id,
    id,
  );
  const order = await insert(
    `pair_order (programme_id, organization_id, state, basis, points, control_id, signer_id, file_id, created_by, created_at)
     values ($1, $2, 'printed', 'По заявлению Бабинцевой Натальи Юрьевны', '["Бабинцева Н. Ю. отвечает"]', $3, $3, $4, $3, now())`,
    town.programme.id,
    town.school.id,
    id,
    await insert(file, 'Приказ.docx', 'Бабинцеву'),
  );
  await insert(
    `pair_order_person (order_id, person_id, name, post, name_forms, post_forms, doubtful)
     values ($1, $2, 'Бабинцева Наталья Юрьевна', 'учитель', '{"dative":"Бабинцевой"}', '{}', false)`,
    order,
    id,
  );
  await insert(
    `pair_order_event (order_id, person_id, kind, facts, at) values ($1, $2, 'cancelled', '{"reason":"Бабинцева против"}', now())`,
    order,
    id,
  );
}

/** What others wrote of her and were told. */
async function othersWords(curator: Person): Promise<void> {
  const told = `delivery (platform, account_id, chat_id, person_id, outgoing, priority, state)
    values ('vk', '5', '5', $1, '{"kind":"send","message":{"text":"Новая заявка: Бабинцева Наталья Юрьевна"}}', 0, $2)`;
  await insert(told, curator.id, 'sent');
  await insert(told, curator.id, 'planned');
  await insert(
    `inbox (platform, event_id, chat_key, payload, handled_at) values ('vk', '2', 'vk:5', '{"text":"Бабинцеву видел"}', now())`,
  );
}

test('the dossier of somebody who is everywhere has every table', async () => {
  const curator = await town.person('Ушакова Анна Ильинична', 'curator', town.school.id);
  const her = await mentor();
  await fill(her, curator);
  // What the jury found is told of once it is published.
  await database.query(
    `update contest set state = 'published', published_at = now() where state = 'checked'`,
  );
  const dossier = await dossierOf(database, her.id);
  // What she decided about others is told of those who decide.
  const decided = [
    'application_event:acted',
    'application:decided',
    'consent:handled',
    'data_request:settled',
  ];
  const expected = personTraces.map(traceName).filter((name) => !decided.includes(name));
  expect(Object.keys(dossier)).toEqual(expect.arrayContaining(expected));
  expect(JSON.stringify(dossier)).not.toMatch(/"lh"|"ch"|"fh"|bytes/u);
  expect(dossier.person).toMatchObject([{ surname: 'Бабинцева', phone: '+79124567890' }]);
});

test('after the erasure nothing in any table or file finds her', async () => {
  const curator = await town.person('Ушакова Анна Ильинична', 'curator', town.school.id);
  const her = await mentor();
  await fill(her, curator);
  expect((await found(needles)).length).toBeGreaterThan(20);
  expect(await database.transaction((sql) => erasePerson(sql, her.id, at))).toEqual([her.id]);
  expect(await found(needles)).toEqual([]);
});

test('pairs that lived end, so that the other side looks for somebody else', async () => {
  const curator = await town.person('Ушакова Анна Ильинична', 'curator', town.school.id);
  const her = await mentor();
  await fill(her, curator);
  await database.transaction((sql) => erasePerson(sql, her.id, at));
  const rows = await database.query(
    `select state, close_reason as why, (select count(*)::int from pair_event e where e.pair_id = pair.id
       and e.kind = 'declined' and e.told_at is null) as told from pair order by id`,
  );
  expect(rows).toEqual([
    { state: 'declined', why: 'mentor-left', told: 1 },
    { state: 'declined', why: 'mentee-left', told: 1 },
  ]);
});

test('what is judged keeps its place and number, what is not takes no part any more', async () => {
  const curator = await town.person('Ушакова Анна Ильинична', 'curator', town.school.id);
  const her = await mentor();
  await fill(her, curator);
  await database.transaction((sql) => erasePerson(sql, her.id, at));
  const entries = await database.query(
    `select state, title, mentor_id is not null as mentored, withdrawn_at from contest_entry order by id`,
  );
  expect(entries).toEqual([
    { state: 'withdrawn', title: '', mentored: true, withdrawn_at: at },
    { state: 'accepted', title: '', mentored: true, withdrawn_at: null },
    { state: 'accepted', title: 'Урок [удалено]', mentored: false, withdrawn_at: null },
    { state: 'withdrawn', title: '', mentored: false, withdrawn_at: at },
  ]);
  expect(await database.query('select place, award from contest_result')).toEqual([
    { place: 1, award: 'winner' },
  ]);
  expect(await database.query('select points from contest_score')).toEqual([{ points: '9.0' }]);
  expect(await database.query('select number, shown, file_id from diploma order by id')).toEqual([
    { number: '2022-1', shown: {}, file_id: null },
    { number: '2022-2', shown: { text: 'За помощь [удалено]' }, file_id: null },
  ]);
  expect(await database.query('select role, left_at from contest_member where left_at is not null')).toEqual([
    { role: 'author', left_at: at },
    { role: 'member', left_at: at },
  ]);
});

test('statistics, signed results and the proof of consents stay', async () => {
  const curator = await town.person('Ушакова Анна Ильинична', 'curator', town.school.id);
  const her = await mentor();
  await fill(her, curator);
  await database.transaction((sql) => erasePerson(sql, her.id, at));
  const one = async (text: string) => (await database.query<Record<string, unknown>>(text, [her.id]))[0];
  expect(await one('select form, role, state, answers from application where person_id = $1')).toEqual({
    form: 'mentor',
    role: 'mentor',
    state: 'left',
    answers: {},
  });
  expect(
    await one(
      'select way, evidence, scope, scan_file_id, given_at is not null as given from consent where person_id = $1',
    ),
  ).toEqual({
    way: 'paper',
    evidence: {},
    scope: {},
    scan_file_id: null,
    given: true,
  });
  expect(await one('select role, ended_at from appointment where person_id = $1')).toEqual({
    role: 'mentor',
    ended_at: at,
  });
  const files = await database.query<{ name: string; state: string }>(
    'select name, state from stored_file order by id',
  );
  expect(files).toEqual([
    { name: 'Приказ [удалено].pdf', state: 'stored' },
    { name: 'д.pdf', state: 'wanted' },
    { name: 'шаблон.docx', state: 'stored' },
    { name: 'Положение.pdf', state: 'stored' },
    { name: 'Общая работа.pdf', state: 'stored' },
  ]);
  const told = await database.query<{ state: string; outgoing: object }>(
    `select state, outgoing from delivery where account_id = '5' order by id`,
  );
  expect(told).toEqual([
    { state: 'sent', outgoing: {} },
    { state: 'expired', outgoing: {} },
  ]);
});

test('somebody of the same surname keeps what is said of them', async () => {
  const other = await town.person('Бабинцева Мария Петровна', 'mentee', town.school.id);
  const her = await mentor();
  const taskId = await town.task('Занятие', '2022-03-26');
  const reason = 'Бабинцева М. П. просила, Бабинцева Н. Ю. согласна';
  await insert(
    `task_event (task_id, person_id, kind, facts, at) values ($1, $2, 'waived', $3, now())`,
    taskId,
    other.id,
    { reason },
  );
  await database.transaction((sql) => erasePerson(sql, her.id, at));
  expect(await database.query('select facts from task_event')).toEqual([
    { facts: { reason: 'Бабинцева М. П. просила, [удалено] согласна' } },
  ]);
  expect(await database.query('select surname, erased_at from person where id = $1', [other.id])).toEqual([
    { surname: 'Бабинцева', erased_at: null },
  ]);
});

test('erased twice is erased once', async () => {
  const her = await mentor();
  const once = await database.transaction((sql) => erasePerson(sql, her.id, at));
  const later = new Date(at.getTime() + 1000);
  expect(once).toEqual([her.id]);
  expect(await database.transaction((sql) => erasePerson(sql, her.id, later))).toEqual([]);
  expect(await database.query('select erased_at from person where id = $1', [her.id])).toEqual([
    { erased_at: at },
  ]);
});

test('a representative whom nothing else keeps goes with the pupil', async () => {
  const pupil = await town.person('Ильин Олег', 'mentee', town.school.id);
  const parent = await insert(
    `person (programme_id, surname, name) values ($1, 'Ильина', 'Вера')`,
    town.programme.id,
  );
  const teacher = await town.person('Серова Ольга', 'curator', town.school.id);
  for (const id of [parent, teacher.id]) {
    await insert('representation (pupil_id, representative_id) values ($1, $2)', pupil.id, id);
  }
  expect(await database.transaction((sql) => erasePerson(sql, pupil.id, at))).toEqual([pupil.id, parent]);
});

test('a stranger’s account goes with all it said, somebody’s stays', async () => {
  const her = await mentor();
  const account = `chat_account (platform, account_id, chat_id, person_id) values ('vk', $1, $1, $2)`;
  const stranger = await insert(account, '800200', null);
  const hers = await insert(account, '5', her.id);
  await database.query(
    `insert into dialogue (key, state, updated_at) values ('form:account:vk:800200', '{}', now()), ('asked:vk:8002001', '{}', now())`,
  );
  await insert(
    `inbox (platform, event_id, chat_key, payload, handled_at) values ('vk', '1', 'vk:800200', '{"a":1}', now())`,
  );
  expect(await forgetAccount(database, stranger)).toBe(true);
  expect(await forgetAccount(database, stranger)).toBe(false);
  expect(await forgetAccount(database, hers)).toBe(false);
  expect(await database.query('select key from dialogue')).toEqual([{ key: 'asked:vk:8002001' }]);
  expect(await database.query('select payload from inbox')).toEqual([{ payload: {} }]);
});

test('of a message that names others a dossier shows neither words nor buttons', async () => {
  const her = await mentor();
  const message = {
    text: 'Ждёт решения',
    buttons: [[{ label: 'Ушакова П.', action: 'apply:show:7' }]],
    namesOthers: true,
  };
  await insert(
    `delivery (platform, account_id, chat_id, person_id, outgoing, priority, state, settled_at)
     values ('vk', '5', '5', $1, $2, 0, 'sent', now())`,
    her.id,
    JSON.stringify({ kind: 'send', message }),
  );
  const { delivery } = await dossierOf(database, her.id);
  expect(delivery).toMatchObject([{ outgoing: { kind: 'send' } }]);
  expect(JSON.stringify(delivery)).not.toMatch(/Ушаков|Ждёт/);
});
