import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Words by which one thing is called, so that a mentee and a mentor who say it differently find each other. */
export class Suggestions1700000000014 implements MigrationInterface {
  readonly name = 'Suggestions1700000000014';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table synonym (
        id bigint generated always as identity primary key,
        programme_id bigint not null references programme,
        position int not null,
        words text[] not null check (cardinality(words) > 0),
        archived_at timestamptz,
        unique (programme_id, position)
      )`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table synonym');
  }
}
