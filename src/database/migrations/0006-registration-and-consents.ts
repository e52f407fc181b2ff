import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who applies to take part, what they consented to, what they ask us to do with their data, and how pages are opened. */
export class RegistrationAndConsents1700000000006 implements MigrationInterface {
  readonly name = 'RegistrationAndConsents1700000000006';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}

const id = 'id bigint generated always as identity primary key';

const up = [
  `alter table programme add column settings jsonb not null default '{}'`,
  `alter table person
    add column phone text,
    add column birth_year smallint,
    add column write_from text,
    add column write_to text,
    add column erased_at timestamptz`,
  // Assignments are work that the roadmap does not have: requests about personal data, so far.
  `alter table roadmap add column kind text not null default 'order' check (kind in ('order', 'assignments'))`,
  `create unique index roadmap_assignments on roadmap (programme_id) where kind = 'assignments'`,
  // A document of ours is a recipe until somebody first needs its bytes.
  'alter table stored_file add column recipe jsonb',
  'create unique index stored_file_recipe on stored_file (recipe) where recipe is not null',
  `create table competency (
    ${id},
    programme_id bigint not null references programme,
    name text not null,
    position int not null,
    archived_at timestamptz,
    unique (programme_id, name)
  )`,
  `create table application (
    ${id},
    person_id bigint not null references person,
    form text not null,
    role text check (role in ('mentor', 'mentee', 'curator', 'deputy-head', 'head')),
    organization_id bigint references organization,
    state text not null default 'draft'
      check (state in ('draft', 'applied', 'confirmed', 'active', 'on-leave', 'left', 'declined')),
    answers jsonb not null default '{}',
    duplicate_of bigint references person,
    applied_at timestamptz,
    decided_at timestamptz,
    decided_by bigint references person,
    ended_at timestamptz,
    created_at timestamptz not null default now(),
    check (state = 'draft' or role is not null and organization_id is not null)
  )`,
  `create unique index application_once on application (person_id, form) where state not in ('left', 'declined')`,
  "create index application_waiting on application (organization_id, applied_at) where state = 'applied'",
  `create table application_event (
    ${id},
    application_id bigint not null references application,
    person_id bigint references person,
    kind text not null,
    facts jsonb not null default '{}',
    at timestamptz not null
  )`,
  'create index application_event_application on application_event (application_id)',
  `create table representation (
    ${id},
    pupil_id bigint not null references person,
    representative_id bigint not null references person,
    relation text check (relation in ('parent', 'adoptive-parent', 'guardian')),
    created_at timestamptz not null default now(),
    check (pupil_id <> representative_id),
    unique (pupil_id, representative_id)
  )`,
  'create index representation_representative on representation (representative_id)',
  `create table consent_text (
    ${id},
    programme_id bigint not null references programme,
    kind text not null check (kind in ('personal-data', 'distribution', 'participation', 'pupil-media')),
    giver text not null check (giver in ('self', 'representative')),
    version int not null check (version > 0),
    title text not null,
    summary text not null,
    body text not null,
    hash text not null,
    published_at timestamptz not null,
    published_by bigint references person,
    unique (programme_id, kind, giver, version)
  )`,
  // "given_by" is the person, or who represents them.
  `create table consent (
    ${id},
    person_id bigint not null references person,
    given_by bigint not null references person,
    text_id bigint not null references consent_text,
    way text not null check (way in ('chat', 'page', 'paper')),
    scope jsonb not null default '{}',
    evidence jsonb not null default '{}',
    given_at timestamptz not null,
    scan_file_id bigint references stored_file,
    received_by bigint references person,
    withdrawn_at timestamptz,
    withdrawn_by bigint references person,
    check ((way = 'paper') = (received_by is not null))
  )`,
  'create unique index consent_once on consent (person_id, text_id) where withdrawn_at is null',
  `create table data_request (
    ${id},
    person_id bigint not null references person,
    kind text not null check (kind in ('export', 'correct', 'withdraw-consent', 'erase')),
    state text not null default 'open' check (state in ('open', 'farewell', 'done', 'cancelled')),
    due_on date not null,
    task_id bigint references task,
    facts jsonb not null default '{}',
    created_at timestamptz not null,
    settled_at timestamptz,
    settled_by bigint references person,
    check ((state in ('done', 'cancelled')) = (settled_at is not null))
  )`,
  `create unique index data_request_erase on data_request (person_id) where kind = 'erase' and state in ('open', 'farewell')`,
  'create index data_request_person on data_request (person_id)',
  `create table page_link (
    ${id},
    secret_hash text not null unique,
    chat_account_id bigint not null references chat_account,
    purpose text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    opened_at timestamptz,
    session_hash text unique,
    session_until timestamptz,
    check ((opened_at is null) = (session_hash is null) and (opened_at is null) = (session_until is null))
  )`,
  'create index page_link_account on page_link (chat_account_id)',
  'alter table reminder alter column task_id drop not null',
  `alter table reminder add column consent_text_id bigint references consent_text,
    add constraint reminder_subject check ((task_id is null) <> (consent_text_id is null)),
    add constraint reminder_consent unique (consent_text_id, person_id, rule_key)`,
];

const down = [
  `delete from reminder where task_id is null`,
  `alter table reminder drop constraint reminder_consent, drop constraint reminder_subject,
    drop column consent_text_id, alter column task_id set not null`,
  ...[
    'page_link',
    'data_request',
    'consent',
    'consent_text',
    'representation',
    'application_event',
    'application',
    'competency',
  ].map((table) => `drop table ${table}`),
  'drop index stored_file_recipe',
  `delete from stored_file where recipe is not null`,
  'alter table stored_file drop column recipe',
  'drop index roadmap_assignments',
  'alter table roadmap drop column kind',
  `alter table person drop column phone, drop column birth_year, drop column write_from, drop column write_to,
    drop column erased_at`,
  'alter table programme drop column settings',
];
