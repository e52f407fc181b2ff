import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mentors with their mentees, what each side said to it, how they meet, and what happened when. */
export class Pairs1700000000009 implements MigrationInterface {
  readonly name = 'Pairs1700000000009';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}

const id = 'id bigint generated always as identity primary key';

const up = [
  // "order_id" is the order that fixed it; what was never fixed by one is declined, not ended early.
  `create table pair (
    ${id},
    programme_id bigint not null references programme,
    organization_id bigint not null references organization,
    mentor_id bigint not null references person,
    form text not null check (form in ('teacher-teacher', 'head-teacher', 'employer-teacher', 'employer-pupil',
      'student-pupil', 'pupil-pupil', 'university-teacher', 'partner-teacher')),
    state text not null default 'proposed'
      check (state in ('proposed', 'agreed', 'ordered', 'active', 'completed', 'ended-early', 'declined')),
    from_on date not null,
    to_on date not null,
    goal text not null default '',
    plan jsonb not null default '{}',
    result text not null default '',
    order_id bigint,
    close_reason text check (close_reason in ('mentor-left', 'mentee-left', 'replaced', 'by-agreement', 'no-fit', 'other',
      'mentor', 'mentee', 'representative', 'withdrawn', 'expired')),
    close_note text not null default '',
    proposed_by bigint references person,
    proposed_at timestamptz not null,
    agreed_at timestamptz,
    ordered_at timestamptz,
    started_at timestamptz,
    paused_at timestamptz,
    closed_at timestamptz,
    constraint pair_term check (from_on <= to_on),
    constraint pair_closed check ((state in ('completed', 'ended-early', 'declined')) = (closed_at is not null)),
    constraint pair_reason check ((state in ('ended-early', 'declined')) = (close_reason is not null)),
    constraint pair_agreed check (state in ('proposed', 'declined') or agreed_at is not null),
    constraint pair_ordered check ((state in ('ordered', 'active', 'completed', 'ended-early')) = (ordered_at is not null)),
    constraint pair_started check (state not in ('active', 'completed') or started_at is not null)
  )`,
  'create index pair_organization on pair (organization_id, state)',
  'create index pair_mentor on pair (mentor_id)',
  // The mentor stands here once more, or the database could not see that two are paired twice.
  `create table pair_mentee (
    ${id},
    pair_id bigint not null references pair,
    mentor_id bigint not null references person,
    mentee_id bigint not null references person,
    left_at timestamptz,
    over_at timestamptz,
    constraint pair_mentee_other check (mentor_id <> mentee_id),
    unique (pair_id, mentee_id)
  )`,
  'create unique index pair_mentee_live on pair_mentee (mentor_id, mentee_id) where over_at is null',
  'create index pair_mentee_mentee on pair_mentee (mentee_id)',
  `create table pair_agreement (
    ${id},
    pair_id bigint not null references pair,
    person_id bigint not null references person,
    giver text not null check (giver in ('self', 'representative')),
    answer text check (answer in ('agreed', 'declined')),
    way text check (way in ('chat', 'paper')),
    reason text not null default '',
    given_by bigint references person,
    recorded_by bigint references person,
    asked_at timestamptz not null,
    answered_at timestamptz,
    reminded smallint not null default 0,
    constraint pair_agreement_answered check ((answer is null) = (way is null) and (answer is null) = (answered_at is null)),
    constraint pair_agreement_recorded check (recorded_by is null or way = 'paper'),
    unique (pair_id, person_id, giver)
  )`,
  'create index pair_agreement_person on pair_agreement (person_id)',
  `create table pair_event (
    ${id},
    pair_id bigint not null references pair,
    person_id bigint references person,
    kind text not null,
    facts jsonb not null default '{}',
    at timestamptz not null,
    told_at timestamptz
  )`,
  'create index pair_event_pair on pair_event (pair_id)',
  'create index pair_event_untold on pair_event (id) where told_at is null',
  `create table pair_meeting (
    ${id},
    pair_id bigint not null references pair,
    held_on date not null,
    topic text not null,
    outcome text not null check (outcome in ('held', 'moved')),
    mark smallint check (mark between 1 and 5),
    noted_by bigint references person,
    noted_at timestamptz not null,
    confirmed_by bigint references person,
    confirmed_at timestamptz,
    constraint pair_meeting_marked check (outcome = 'held' or mark is null),
    constraint pair_meeting_confirmed check (confirmed_at is not null or confirmed_by is null)
  )`,
  'create index pair_meeting_pair on pair_meeting (pair_id, held_on)',
];

const down = ['pair_meeting', 'pair_event', 'pair_agreement', 'pair_mentee', 'pair'].map(
  (table) => `drop table ${table}`,
);
