import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Long work, and the documents that staff print. */
export class Documents1700000000010 implements MigrationInterface {
  readonly name = 'Documents1700000000010';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}

const id = 'id bigint generated always as identity primary key';

const up = [
  `create table errand (
    ${id},
    programme_id bigint not null references programme,
    kind text not null,
    power text not null,
    organization_ids bigint[],
    params jsonb not null default '{}',
    state text not null default 'planned' check (state in ('planned', 'running', 'done', 'failed', 'cancelled')),
    done int not null default 0,
    total int,
    facts jsonb not null default '{}',
    file_id bigint references stored_file,
    fault text,
    created_by bigint not null references person,
    created_at timestamptz not null,
    started_at timestamptz,
    finished_at timestamptz,
    cancel_asked_at timestamptz,
    holder text,
    lease_until timestamptz,
    tries int not null default 0,
    not_before timestamptz not null default now(),
    constraint errand_running check ((state = 'running') = (lease_until is not null)),
    constraint errand_finished check ((state in ('done', 'failed', 'cancelled')) = (finished_at is not null))
  )`,
  "create index errand_waiting on errand (id) where state in ('planned', 'running')",
  'create index errand_creator on errand (created_by, id)',
  // Versions stay: an order keeps the one it was printed by. A kind without a live version is printed by our own.
  `create table document_template (
    ${id},
    programme_id bigint not null references programme,
    kind text not null
      check (kind in ('pair-order', 'mentor-base', 'mentee-base', 'personal-programme', 'consent')),
    version int not null check (version > 0),
    file_id bigint not null references stored_file,
    uploaded_by bigint references person,
    uploaded_at timestamptz not null,
    archived_at timestamptz,
    unique (programme_id, kind, version)
  )`,
  // "nominative" in small letters: it is looked for, never shown.
  `create table name_case_exception (
    ${id},
    programme_id bigint not null references programme,
    part text not null check (part in ('surname', 'name', 'patronymic', 'post')),
    gender text not null check (gender in ('male', 'female', 'any')),
    nominative text not null,
    forms jsonb not null,
    created_by bigint references person,
    created_at timestamptz not null,
    unique (programme_id, part, gender, nominative)
  )`,
  // "revision" counts what was changed, "printed_revision" says what the file shows.
  `create table pair_order (
    ${id},
    programme_id bigint not null references programme,
    organization_id bigint not null references organization,
    state text not null default 'draft' check (state in ('draft', 'printed', 'registered', 'cancelled')),
    template_id bigint references document_template,
    basis text not null,
    points jsonb not null default '[]',
    control_id bigint references person,
    signer_id bigint references person,
    revision int not null default 1,
    printed_revision int,
    file_id bigint references stored_file,
    number text,
    ordered_on date,
    year smallint,
    scan_file_id bigint references stored_file,
    created_by bigint references person,
    created_at timestamptz not null,
    constraint pair_order_registered check ((state = 'registered') = (number is not null)
      and (number is null) = (ordered_on is null) and (number is null) = (year is null)),
    constraint pair_order_printed check (state not in ('printed', 'registered') or file_id is not null),
    constraint pair_order_number unique (organization_id, year, number)
  )`,
  'create index pair_order_organization on pair_order (organization_id, id)',
  `create table pair_order_pair (
    ${id},
    order_id bigint not null references pair_order,
    pair_id bigint not null references pair,
    position int not null,
    live boolean not null default true,
    unique (order_id, pair_id)
  )`,
  'create unique index pair_order_pair_live on pair_order_pair (pair_id) where live',
  `create table pair_order_person (
    ${id},
    order_id bigint not null references pair_order,
    person_id bigint not null references person,
    gender text check (gender in ('male', 'female')),
    name text not null,
    post text not null,
    name_forms jsonb not null,
    post_forms jsonb not null,
    doubtful boolean not null,
    corrected boolean not null default false,
    unique (order_id, person_id)
  )`,
  'create index pair_order_person_person on pair_order_person (person_id)',
  `create table pair_order_event (
    ${id},
    order_id bigint not null references pair_order,
    person_id bigint references person,
    kind text not null,
    facts jsonb not null default '{}',
    at timestamptz not null
  )`,
  'create index pair_order_event_order on pair_order_event (order_id)',
];

const down = [
  'pair_order_event',
  'pair_order_person',
  'pair_order_pair',
  'pair_order',
  'name_case_exception',
  'document_template',
  'errand',
].map((table) => `drop table ${table}`);
