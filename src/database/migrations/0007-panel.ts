import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who works at the panel, what they changed there, and calls that came twice. */
export class Panel1700000000007 implements MigrationInterface {
  readonly name = 'Panel1700000000007';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}

const id = 'id bigint generated always as identity primary key';
const former = `'coordinator', 'office-head', 'office-deputy-head', 'head', 'deputy-head', 'curator', 'association-head',
  'mentor', 'mentee'`;
const roleCheck = (roles: string) =>
  `alter table appointment drop constraint appointment_role_check,
     add constraint appointment_role_check check (role in (${roles}))`;

const up = [
  roleCheck(`${former}, 'administrator', 'viewer', 'jury'`),
  `create table staff_session (
    ${id},
    person_id bigint not null references person,
    token_hash text not null unique,
    agent text not null,
    network text,
    created_at timestamptz not null,
    seen_at timestamptz not null,
    second_factor_at timestamptz,
    ended_at timestamptz
  )`,
  'create index staff_session_person on staff_session (person_id) where ended_at is null',
  // Names nobody but by key, so that it need never be changed: not even to erase somebody. No reference to the person: a
  // double that was joined is gone, and its rows here still say who it was.
  `create table audit (
    ${id},
    at timestamptz not null,
    programme_id bigint references programme,
    person_id bigint,
    via text not null check (via in ('panel', 'token', 'chat', 'cli')),
    via_id text,
    network text,
    action text not null,
    subject_kind text not null,
    subject_id text not null,
    organization_id bigint references organization,
    before jsonb,
    after jsonb
  )`,
  'create index audit_programme on audit (programme_id, id)',
  'create index audit_subject on audit (subject_kind, subject_id, id)',
  'create index audit_person on audit (person_id, id)',
  `create table idempotent_call (
    person_id bigint not null references person,
    key text not null,
    request_hash text not null,
    answer jsonb,
    at timestamptz not null,
    primary key (person_id, key)
  )`,
];

const down = [
  'drop table idempotent_call',
  'drop table audit',
  'drop table staff_session',
  `delete from appointment where role in ('administrator', 'viewer', 'jury')`,
  roleCheck(former),
];
