import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Drafts of roadmaps, corrected deadlines, calendar feeds, and how often a task or an item has changed. */
export class RoadmapExtras1700000000011 implements MigrationInterface {
  readonly name = 'RoadmapExtras1700000000011';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}

const id = 'id bigint generated always as identity primary key';

const up = [
  // A roadmap that somebody looks over before it is stored. What was read stays until then, the staff's edits beside it.
  `create table roadmap_draft (
    ${id},
    programme_id bigint not null references programme,
    kind text not null check (kind in ('import', 'roll-over')),
    content jsonb not null,
    edits jsonb not null default '{}',
    source_hash text not null,
    created_by bigint not null references person,
    created_at timestamptz not null
  )`,
  'create index roadmap_draft_programme on roadmap_draft (programme_id, created_at)',
  // What a cell that nobody could read means, told by item, cell and period: the same cell read again means the same.
  `create table deadline_correction (
    ${id},
    programme_id bigint not null references programme,
    period_from date not null,
    period_to date not null,
    code text not null,
    title text not null,
    deadline text not null,
    correction jsonb not null,
    made_by bigint references person,
    made_at timestamptz not null,
    constraint deadline_correction_once unique (programme_id, period_from, period_to, code, title, deadline)
  )`,
  // Without an organization: the tasks that the owner answers for. Only a hash, as of every secret.
  `create table calendar_feed (
    ${id},
    owner_id bigint not null references person,
    organization_id bigint references organization,
    secret_hash text not null unique,
    created_at timestamptz not null,
    renewed_at timestamptz,
    read_at timestamptz,
    unique nulls not distinct (owner_id, organization_id)
  )`,
  // A calendar takes a change over only where its number is higher than the one it knows.
  ...['task', 'roadmap_item'].map(
    (table) => `alter table ${table}
      add column revision int not null default 0,
      add column changed_at timestamptz not null default now()`,
  ),
  `create function count_revision() returns trigger language plpgsql as $$ begin
    new.revision := old.revision + 1;
    new.changed_at := clock_timestamp();
    return new;
  end $$`,
  `create trigger task_revision before update on task for each row
    when ((old.opens_on, old.due_on, old.done_at, old.waived_at, old.withdrawn_at)
      is distinct from (new.opens_on, new.due_on, new.done_at, new.waived_at, new.withdrawn_at))
    execute function count_revision()`,
  `create trigger roadmap_item_revision before update on roadmap_item for each row
    when ((old.code, old.title, old.result) is distinct from (new.code, new.title, new.result))
    execute function count_revision()`,
];

const down = [
  'drop trigger task_revision on task',
  'drop trigger roadmap_item_revision on roadmap_item',
  'drop function count_revision()',
  ...['task', 'roadmap_item'].map(
    (table) => `alter table ${table} drop column revision, drop column changed_at`,
  ),
  ...['calendar_feed', 'deadline_correction', 'roadmap_draft'].map((table) => `drop table ${table}`),
];
