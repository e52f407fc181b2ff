import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Dates of contests become occurrences of the item that a contest is held for, beside those of the order. */
export class ContestMilestones1700000000016 implements MigrationInterface {
  readonly name = 'ContestMilestones1700000000016';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}

const up = [
  `alter table occurrence
    add column contest_id bigint references contest,
    add column milestone text check (milestone in ('entries', 'judging', 'results', 'event')),
    add column words text`,
  `alter table occurrence add constraint occurrence_milestone
    check ((contest_id is null) = (milestone is null) and (contest_id is null) = (words is null))`,
  // The order and a contest may well name the same days.
  'alter table occurrence drop constraint occurrence_item_id_from_on_to_on_standing_text_key',
  `alter table occurrence add constraint occurrence_once
    unique nulls not distinct (item_id, from_on, to_on, standing_text, contest_id, milestone)`,
  // Whatever item it is held for: with the item its tasks move.
  'alter table occurrence add constraint occurrence_contest_once unique (contest_id, milestone)',
  'create index contest_item on contest (item_id)',
];

const ofContests = 'select id from occurrence where contest_id is not null';
const theirTasks = `select id from task where occurrence_id in (${ofContests})`;

const down = [
  `delete from task_result where completion_id in (select id from task_completion where task_id in (${theirTasks}))`,
  ...['task_completion', 'task_event', 'reminder'].map(
    (table) => `delete from ${table} where task_id in (${theirTasks})`,
  ),
  `delete from task where occurrence_id in (${ofContests})`,
  'delete from occurrence where contest_id is not null',
  'drop index contest_item',
  'alter table occurrence drop constraint occurrence_contest_once, drop constraint occurrence_once',
  'alter table occurrence drop constraint occurrence_milestone',
  'alter table occurrence drop column contest_id, drop column milestone, drop column words',
  `alter table occurrence add constraint occurrence_item_id_from_on_to_on_standing_text_key
    unique nulls not distinct (item_id, from_on, to_on, standing_text)`,
];
