import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Everything that comes in and goes out: inbox, deliveries, files, dialogues, leases. */
export class Talking1700000000002 implements MigrationInterface {
  readonly name = 'Talking1700000000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.query(`drop table ${table} cascade`);
  }
}

const tables = ['setting', 'cursor', 'lease', 'dialogue', 'delivery', 'inbox', 'stored_file'];

const id = 'id bigint generated always as identity primary key';

const statements = [
  `create table stored_file (
    ${id},
    person_id bigint references person,
    name text not null,
    mime text not null,
    size bigint,
    state text not null check (state in ('wanted', 'stored', 'failed')),
    source jsonb not null default '{}',
    platform text references platform,
    sha256 text,
    bytes bytea,
    attempts int not null default 0,
    retry_at timestamptz not null default now(),
    error text,
    created_at timestamptz not null default now(),
    check ((state = 'stored') = (bytes is not null))
  )`,
  `create index stored_file_wanted on stored_file (retry_at) where state = 'wanted'`,
  `create table inbox (
    ${id},
    platform text not null references platform,
    event_id text not null,
    chat_key text not null,
    payload jsonb not null,
    received_at timestamptz not null default now(),
    handled_at timestamptz,
    attempts int not null default 0,
    retry_at timestamptz,
    error text,
    unique (platform, event_id)
  )`,
  'create index inbox_unhandled on inbox (id) where handled_at is null',
  'create index inbox_chat on inbox (chat_key, id) where handled_at is null',
  `create table delivery (
    ${id},
    platform text not null references platform,
    account_id text not null,
    chat_id text not null,
    person_id bigint references person,
    outgoing jsonb not null,
    priority smallint not null,
    state text not null default 'planned'
      check (state in ('planned', 'claimed', 'sent', 'failed', 'uncertain', 'expired')),
    not_before timestamptz not null default now(),
    expires_at timestamptz,
    attempts int not null default 0,
    claimed_at timestamptz,
    claimed_by text,
    message_id text,
    error text,
    replaces_id bigint references delivery,
    created_at timestamptz not null default now(),
    settled_at timestamptz
  )`,
  `create index delivery_planned on delivery (platform, priority, id) where state = 'planned'`,
  `create index delivery_claimed on delivery (platform, claimed_by) where state = 'claimed'`,
  `create index delivery_chat on delivery (platform, chat_id, id) where state in ('planned', 'claimed')`,
  `create index delivery_expires on delivery (platform, expires_at) where state = 'planned' and expires_at is not null`,
  'create unique index delivery_replaces on delivery (replaces_id)',
  `create table dialogue (
    key text primary key,
    state jsonb not null,
    updated_at timestamptz not null
  )`,
  'create table lease (name text primary key, holder text not null, until_at timestamptz not null)',
  'create table cursor (name text primary key, value jsonb not null)',
  'create table setting (key text primary key, value jsonb not null)',
];
