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
];

const down = ['drop table errand'];
