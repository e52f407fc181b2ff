import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Messages of staff to many people: what is said to whom, and a row for each who is to hear it. */
export class Mailings1700000000012 implements MigrationInterface {
  readonly name = 'Mailings1700000000012';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index delivery_uncertain');
    for (const table of ['mailing_recipient', 'mailing_file', 'mailing']) {
      await runner.query(`drop table ${table}`);
    }
  }
}

const id = 'id bigint generated always as identity primary key';

const statements = [
  // "organization_ids": how far the author's word reached; null for the whole city.
  `create table mailing (
    ${id},
    programme_id bigint not null references programme,
    organization_ids bigint[],
    author_id bigint not null references person,
    title text not null,
    text text not null,
    other_text text,
    names_others boolean not null,
    audience jsonb not null,
    state text not null default 'draft' check (state in ('draft', 'sending', 'paused', 'stopped', 'done')),
    copied_from bigint references mailing,
    created_at timestamptz not null,
    started_at timestamptz,
    settled_at timestamptz,
    check ((state = 'draft') = (started_at is null)),
    check ((state in ('stopped', 'done')) = (settled_at is not null))
  )`,
  'create index mailing_programme on mailing (programme_id, id)',
  'create index mailing_author on mailing (author_id)',
  `create index mailing_sending on mailing (id) where state = 'sending'`,
  `create table mailing_file (
    mailing_id bigint not null references mailing,
    file_id bigint not null references stored_file,
    position int not null,
    primary key (mailing_id, file_id)
  )`,
  'create index mailing_file_file on mailing_file (file_id)',
  // Nobody twice: whatever is sent anew, stopped or killed, a person has one row.
  `create table mailing_recipient (
    ${id},
    mailing_id bigint not null references mailing,
    person_id bigint not null references person,
    state text not null default 'planned'
      check (state in ('planned', 'queued', 'sent', 'failed', 'uncertain', 'skipped')),
    reason text,
    platform text references platform,
    delivery_id bigint references delivery,
    settled_at timestamptz,
    unique (mailing_id, person_id),
    check (state <> 'queued' or delivery_id is not null),
    check ((state in ('planned', 'queued')) = (settled_at is null))
  )`,
  `create index mailing_recipient_planned on mailing_recipient (mailing_id, id) where state = 'planned'`,
  `create index mailing_recipient_open on mailing_recipient (mailing_id, id) where state in ('queued', 'uncertain')`,
  'create index mailing_recipient_person on mailing_recipient (person_id)',
  // Few, and asked for by everybody who looks whether all is well.
  "create index delivery_uncertain on delivery (platform) where state = 'uncertain'",
  'create unique index mailing_recipient_delivery on mailing_recipient (delivery_id) where delivery_id is not null',
];
