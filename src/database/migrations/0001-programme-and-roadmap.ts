import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who takes part (programme, organizations, people, their accounts) and what the order asks of them. */
export class ProgrammeAndRoadmap1700000000001 implements MigrationInterface {
  readonly name = 'ProgrammeAndRoadmap1700000000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.query(`drop table ${table} cascade`);
  }
}

const tables = [
  'responsible_phrase',
  'occurrence',
  'roadmap_item',
  'roadmap',
  'invitation_use',
  'invitation',
  'chat_account',
  'appointment',
  'person',
  'organization',
  'platform',
  'calendar_day',
  'programme',
];

const id = 'id bigint generated always as identity primary key';

const statements = [
  `create table programme (
    ${id},
    key text not null unique,
    name text not null,
    time_zone text not null default 'Europe/Samara',
    work_from text not null default '09:00',
    work_to text not null default '18:00',
    created_at timestamptz not null default now()
  )`,
  // Days that differ from their weekday: public holidays (working = false) and moved working Saturdays (true).
  'create table calendar_day (day date primary key, working boolean not null, name text not null)',
  'create table platform (key text primary key, name text not null)',
  `insert into platform (key, name) values ('telegram', 'Telegram'), ('vk', 'ВКонтакте')`,
  `create table organization (
    ${id},
    programme_id bigint not null references programme,
    kind text not null check (kind in ('office', 'school', 'kindergarten', 'college', 'partner')),
    name text not null,
    short_name text not null,
    aliases text[] not null default '{}',
    created_at timestamptz not null default now(),
    unique (programme_id, name)
  )`,
  `create unique index organization_one_office on organization (programme_id) where kind = 'office'`,
  `create table person (
    ${id},
    programme_id bigint not null references programme,
    surname text not null,
    name text not null,
    patronymic text not null default '',
    remind_platform text references platform,
    paused_until date,
    created_at timestamptz not null default now()
  )`,
  'create index person_programme on person (programme_id)',
  `create table appointment (
    ${id},
    person_id bigint not null references person,
    organization_id bigint not null references organization,
    role text not null check (role in ('coordinator', 'office-head', 'office-deputy-head', 'head', 'deputy-head',
      'curator', 'association-head', 'mentor', 'mentee')),
    since timestamptz not null default now(),
    ended_at timestamptz
  )`,
  `create unique index appointment_once on appointment (person_id, organization_id, role) where ended_at is null`,
  'create index appointment_organization on appointment (organization_id, role) where ended_at is null',
  `create table chat_account (
    ${id},
    platform text not null references platform,
    account_id text not null,
    chat_id text not null,
    person_id bigint references person,
    linked_at timestamptz,
    last_seen_at timestamptz not null default now(),
    closed_at timestamptz,
    closed_reason text,
    codes_tried int not null default 0,
    codes_tried_since timestamptz,
    created_at timestamptz not null default now(),
    unique (platform, account_id)
  )`,
  'create index chat_account_person on chat_account (person_id)',
  // Only hashes: whoever reads the table can't link themselves to somebody else.
  `create table invitation (
    ${id},
    person_id bigint not null references person,
    link_hash text not null unique,
    code_hash text not null unique,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null
  )`,
  `create table invitation_use (
    ${id},
    invitation_id bigint not null references invitation,
    platform text not null references platform,
    chat_account_id bigint not null references chat_account,
    used_at timestamptz not null default now(),
    unique (invitation_id, platform)
  )`,
  `create table roadmap (
    ${id},
    programme_id bigint not null references programme,
    title text not null,
    order_number text,
    order_on date,
    period_from date not null,
    period_to date not null,
    source_hash text not null,
    imported_at timestamptz not null default now(),
    unique nulls not distinct (programme_id, order_number, order_on)
  )`,
  `create table roadmap_item (
    ${id},
    roadmap_id bigint not null references roadmap,
    section text not null,
    code text not null,
    title text not null,
    position int not null,
    deadline text not null,
    responsible text[] not null,
    result text not null,
    standing jsonb not null default '[]',
    unparsed text[] not null default '{}',
    removed_at timestamptz,
    unique (roadmap_id, section, code, title)
  )`,
  // A dated window, or (both days null) a standing piece of the deadline told apart by its text.
  `create table occurrence (
    ${id},
    item_id bigint not null references roadmap_item,
    from_on date,
    to_on date,
    standing_text text,
    removed_at timestamptz,
    check ((to_on is null) = (standing_text is not null)),
    check (from_on is null or from_on <= to_on),
    unique nulls not distinct (item_id, from_on, to_on, standing_text)
  )`,
  // One phrase of «Ответственные исполнители» may mean several: a row for each.
  `create table responsible_phrase (
    ${id},
    programme_id bigint not null references programme,
    phrase text not null,
    place text not null check (place in ('each-organization', 'office', 'partner')),
    role text not null,
    organization_id bigint references organization,
    check ((place = 'partner') = (organization_id is not null)),
    unique nulls not distinct (programme_id, phrase, place, role, organization_id)
  )`,
];
