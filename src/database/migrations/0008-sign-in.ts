import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How staff come in: requests to sign in, second factors, tokens of programs, links for administrators. */
export class SignIn1700000000008 implements MigrationInterface {
  readonly name = 'SignIn1700000000008';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}

const id = 'id bigint generated always as identity primary key';

const up = [
  // Whose it is follows from the chat account that took it; nobody is named before.
  `create table sign_in (
    ${id},
    browser_hash text not null unique,
    start_hash text not null unique,
    digits text not null,
    network text not null,
    agent text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    chat_account_id bigint references chat_account,
    link_hash text unique,
    code_hash text,
    code_tries smallint not null default 0,
    refused_at timestamptz,
    opened_at timestamptz,
    check ((link_hash is null) = (code_hash is null)),
    check (link_hash is null or chat_account_id is not null)
  )`,
  'create index sign_in_digits on sign_in (digits) where chat_account_id is null',
  'create index sign_in_account on sign_in (chat_account_id)',
  // "secret" is sealed with the panel's key, which is not in the database.
  `create table second_factor (
    person_id bigint primary key references person,
    secret text not null,
    created_at timestamptz not null,
    confirmed_at timestamptz,
    last_step bigint,
    tried smallint not null default 0,
    tried_since timestamptz
  )`,
  `create table recovery_code (
    ${id},
    person_id bigint not null references person,
    code_hash text not null,
    used_at timestamptz,
    unique (person_id, code_hash)
  )`,
  `create table api_token (
    ${id},
    person_id bigint not null references person,
    name text not null,
    token_hash text not null unique,
    scopes text[] not null,
    -- Of the session that made it: without it the program may nothing once its maker is to prove twice who they are.
    second_factor boolean not null default false,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    used_network text,
    revoked_at timestamptz
  )`,
  'create index api_token_person on api_token (person_id)',
  // "person_id" is null for whoever is entered by opening it.
  `create table administrator_link (
    ${id},
    secret_hash text not null unique,
    person_id bigint references person,
    at_start boolean not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    opened_at timestamptz
  )`,
  // The second wall; the first one is that the program works as a role which may only add. See app-role.ts.
  `create function audit_append_only() returns trigger language plpgsql as $$
    begin raise exception 'the audit is append-only' using errcode = 'insufficient_privilege'; end $$`,
  `create trigger audit_kept before update or delete on audit
    for each row execute function audit_append_only()`,
  `create trigger audit_kept_whole before truncate on audit
    for each statement execute function audit_append_only()`,
];

const tables = ['administrator_link', 'api_token', 'recovery_code', 'second_factor', 'sign_in'];
const down = [
  'drop trigger audit_kept_whole on audit',
  'drop trigger audit_kept on audit',
  'drop function audit_append_only()',
  ...tables.map((table) => `drop table ${table}`),
];
