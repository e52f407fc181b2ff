import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Communities that speak for an organization, and when something came up about a work that staff should see. */
export class ContestChecks1700000000018 implements MigrationInterface {
  readonly name = 'ContestChecks1700000000018';

  async up(runner: QueryRunner): Promise<void> {
    // Whoever confirmed it stands in the audit.
    await runner.query(`create table organization_community (
      organization_id bigint not null references organization,
      community_id bigint not null check (community_id > 0),
      confirmed_at timestamptz not null,
      primary key (organization_id, community_id)
    )`);
    await runner.query(
      'create index organization_community_community on organization_community (community_id)',
    );
    await runner.query('alter table contest_entry add column noted_at timestamptz');
    await runner.query(
      'create index contest_entry_noted on contest_entry (contest_id, noted_at) where noted_at is not null',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index contest_entry_noted');
    await runner.query('alter table contest_entry drop column noted_at');
    await runner.query('drop table organization_community');
  }
}
