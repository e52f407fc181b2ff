import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far the jury was apart about a work when it was shown to them again: the protocol says so. */
export class Judging1700000000019 implements MigrationInterface {
  readonly name = 'Judging1700000000019';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table contest_sheet add column asked_again_range numeric(9, 6)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table contest_sheet drop column asked_again_range');
  }
}
