import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is to be done by whom, what was handed in, and who is reminded when. */
export class TasksAndReminders1700000000003 implements MigrationInterface {
  readonly name = 'TasksAndReminders1700000000003';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.query(`drop table ${table} cascade`);
  }
}

const tables = ['reminder', 'reminder_rule', 'task_event', 'task_result', 'task_completion', 'task'];

const id = 'id bigint generated always as identity primary key';

const statements = [
  `create table task (
    ${id},
    occurrence_id bigint not null references occurrence,
    organization_id bigint not null references organization,
    roles text[] not null,
    opens_on date,
    due_on date,
    done_at timestamptz,
    done_by bigint references person,
    waived_at timestamptz,
    waived_by bigint references person,
    waived_reason text,
    withdrawn_at timestamptz,
    created_at timestamptz not null default now(),
    check ((waived_at is null) = (waived_reason is null)),
    unique (occurrence_id, organization_id)
  )`,
  'create index task_organization on task (organization_id)',
  `create index task_open on task (due_on) where done_at is null and waived_at is null and withdrawn_at is null`,
  `create table task_completion (
    ${id},
    task_id bigint not null references task,
    person_id bigint references person,
    at timestamptz not null
  )`,
  'create index task_completion_task on task_completion (task_id)',
  `create table task_result (
    ${id},
    completion_id bigint not null references task_completion,
    kind text not null check (kind in ('text', 'link', 'file')),
    text text,
    file_id bigint references stored_file,
    at timestamptz not null,
    check ((kind = 'file') = (file_id is not null) and (kind = 'file') = (text is null))
  )`,
  'create index task_result_completion on task_result (completion_id)',
  `create table task_event (
    ${id},
    task_id bigint not null references task,
    person_id bigint references person,
    kind text not null,
    facts jsonb not null default '{}',
    at timestamptz not null
  )`,
  'create index task_event_task on task_event (task_id)',
  `create table reminder_rule (
    ${id},
    programme_id bigint not null references programme,
    key text not null,
    anchor text not null check (anchor in ('opens', 'due', 'quarter')),
    offset_days int not null,
    repeat_days int check (repeat_days > 0),
    audience text not null check (audience in ('responsible', 'responsible-and-coordinator')),
    active boolean not null default true,
    unique (programme_id, key)
  )`,
  `create table reminder (
    ${id},
    task_id bigint not null references task,
    person_id bigint not null references person,
    rule_key text not null,
    due_on date not null,
    state text not null default 'planned' check (state in ('planned', 'sent', 'skipped')),
    reason text,
    delivery_id bigint references delivery,
    created_at timestamptz not null default now(),
    settled_at timestamptz,
    unique (task_id, person_id, rule_key)
  )`,
  `create index reminder_planned on reminder (due_on, person_id) where state = 'planned'`,
];
