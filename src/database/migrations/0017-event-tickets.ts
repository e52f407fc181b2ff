import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the QR code of a participant of an event holds. */
export class EventTickets1700000000017 implements MigrationInterface {
  readonly name = 'EventTickets1700000000017';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table contest_member add column ticket text');
    await runner.query('alter table contest_member add constraint contest_member_ticket unique (ticket)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table contest_member drop column ticket');
  }
}
