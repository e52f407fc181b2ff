import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One summary per coordinator and week, and what the sweep looks up for each person. */
export class WeeklySummary1700000000005 implements MigrationInterface {
  readonly name = 'WeeklySummary1700000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table weekly_summary (
      person_id bigint not null references person,
      monday date not null,
      delivery_id bigint references delivery,
      skipped_reason text,
      settled_at timestamptz not null,
      primary key (person_id, monday),
      check ((delivery_id is null) = (skipped_reason is not null))
    )`);
    await runner.query(`create index reminder_sent on reminder (person_id, settled_at) where state = 'sent'`);
    await runner.query(
      `create index reminder_snooze on reminder (task_id, person_id, due_on) where rule_key like 'snooze:%'`,
    );
    // Deliveries are deleted one day: each is looked up here.
    await runner.query(
      'create index reminder_delivery on reminder (delivery_id) where delivery_id is not null',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index reminder_delivery');
    await runner.query('drop index reminder_snooze');
    await runner.query('drop index reminder_sent');
    await runner.query('drop table weekly_summary');
  }
}
