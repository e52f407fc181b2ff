import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Contests and events of one engine: rules, works, what checks found, the jury's sheets, results and diplomas. */
export class Contests1700000000015 implements MigrationInterface {
  readonly name = 'Contests1700000000015';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.query(`drop table ${table}`);
  }
}

const tables = [
  'diploma',
  'diploma_template',
  'contest_post',
  'contest_search',
  'contest_notice',
  'contest_result',
  'contest_score',
  'contest_sheet',
  'contest_counters',
  'contest_snapshot',
  'contest_member',
  'contest_entry_file',
  'contest_entry',
  'contest_juror',
  'contest_criterion',
  'contest_nomination',
  'contest_file',
  'contest',
];

const id = 'id bigint generated always as identity primary key';
const position = 'position int not null';

const up = [
  // Only what people decide is a state: whether works are taken now follows from the instants. "revision" is the version of the rules.
  `create table contest (
    ${id},
    programme_id bigint not null references programme,
    item_id bigint references roadmap_item,
    kind text not null check (kind in ('post', 'work', 'event')),
    title text not null,
    summary text not null default '',
    state text not null default 'draft'
      check (state in ('draft', 'announced', 'checked', 'published', 'archived', 'cancelled')),
    opens_at timestamptz not null,
    closes_at timestamptz not null,
    judging_until timestamptz,
    results_on date,
    starts_at timestamptz,
    ends_at timestamptz,
    terms jsonb not null,
    announcement text not null default '',
    regulations_file_id bigint references stored_file,
    protocol_file_id bigint references stored_file,
    template_key text,
    copied_from bigint references contest,
    created_by bigint references person,
    created_at timestamptz not null,
    announced_at timestamptz,
    frozen_at timestamptz,
    checked_at timestamptz,
    published_at timestamptz,
    archived_at timestamptz,
    cancelled_at timestamptz,
    constraint contest_window check (opens_at < closes_at),
    constraint contest_judging check (judging_until is null or judging_until > closes_at),
    constraint contest_event check ((kind = 'event') = (starts_at is not null) and (starts_at is null) = (ends_at is null)),
    constraint contest_announced check (state in ('draft', 'cancelled') or announced_at is not null),
    constraint contest_checked check (state not in ('checked', 'published') or checked_at is not null),
    constraint contest_published check (state <> 'published' or published_at is not null)
  )`,
  'create index contest_programme on contest (programme_id, id)',
  `create index contest_running on contest (closes_at) where state = 'announced'`,
  // What participants get: the regulations' enclosures, and materials afterwards.
  `create table contest_file (
    contest_id bigint not null references contest,
    file_id bigint not null references stored_file,
    ${position},
    purpose text not null check (purpose in ('announcement', 'material')),
    primary key (contest_id, file_id)
  )`,
  'create index contest_file_file on contest_file (file_id)',
  `create table contest_nomination (
    ${id},
    contest_id bigint not null references contest,
    ${position},
    title text not null,
    description text not null default '',
    hashtags text[] not null default '{}',
    archived_at timestamptz
  )`,
  'create index contest_nomination_contest on contest_nomination (contest_id)',
  `create table contest_criterion (
    ${id},
    contest_id bigint not null references contest,
    ${position},
    title text not null,
    hint text not null default '',
    weight numeric(6, 2) not null check (weight > 0),
    scale int not null check (scale between 1 and 100)
  )`,
  'create index contest_criterion_contest on contest_criterion (contest_id)',
  // "nomination_ids": null for all of them.
  `create table contest_juror (
    ${id},
    contest_id bigint not null references contest,
    person_id bigint not null references person,
    is_chair boolean not null default false,
    nomination_ids bigint[],
    added_at timestamptz not null,
    removed_at timestamptz,
    unique (contest_id, person_id)
  )`,
  'create index contest_juror_person on contest_juror (person_id)',
  // "check_due_at" is the schedule of checks, "check_trouble" says why one waits. A post belongs to one live entry of a contest.
  `create table contest_entry (
    ${id},
    contest_id bigint not null references contest,
    nomination_id bigint references contest_nomination,
    person_id bigint references person,
    organization_id bigint references organization,
    state text not null
      check (state in ('draft', 'checking', 'mending', 'accepted', 'waitlisted', 'found', 'withdrawn', 'rejected')),
    source text not null check (source in ('chat', 'panel', 'found')),
    title text not null default '',
    description text not null default '',
    link text,
    team_name text,
    team_code text unique,
    post_owner_id bigint,
    post_id bigint,
    mentor_id bigint references person,
    mentor_answer text check (mentor_answer in ('asked', 'agreed', 'declined')),
    mentor_answered_at timestamptz,
    findings jsonb not null default '[]',
    marks jsonb not null default '[]',
    marks_seen_at timestamptz,
    check_due_at timestamptz,
    check_trouble text,
    check_tries int not null default 0,
    checked_at timestamptz,
    created_at timestamptz not null,
    submitted_at timestamptz,
    withdrawn_at timestamptz,
    decided_by bigint references person,
    decided_at timestamptz,
    reason text not null default '',
    constraint contest_entry_post check ((post_owner_id is null) = (post_id is null)),
    constraint contest_entry_mentor check ((mentor_id is null) = (mentor_answer is null)),
    constraint contest_entry_author check (state in ('found', 'withdrawn', 'rejected') or person_id is not null),
    constraint contest_entry_submitted check (state not in ('checking', 'mending', 'accepted', 'waitlisted') or submitted_at is not null)
  )`,
  'create index contest_entry_contest on contest_entry (contest_id, id)',
  'create index contest_entry_person on contest_entry (person_id)',
  'create index contest_entry_mentor_person on contest_entry (mentor_id) where mentor_id is not null',
  'create index contest_entry_due on contest_entry (check_due_at) where check_due_at is not null',
  `create unique index contest_entry_post_once on contest_entry (contest_id, post_owner_id, post_id)
     where post_id is not null and state not in ('draft', 'withdrawn', 'rejected')`,
  `create table contest_entry_file (
    entry_id bigint not null references contest_entry,
    file_id bigint not null references stored_file,
    ${position},
    primary key (entry_id, file_id)
  )`,
  'create index contest_entry_file_file on contest_entry_file (file_id)',
  // Everybody behind an entry, its author too; of events also who came.
  `create table contest_member (
    ${id},
    entry_id bigint not null references contest_entry,
    person_id bigint not null references person,
    role text not null default 'member' check (role in ('author', 'member')),
    joined_at timestamptz not null,
    left_at timestamptz,
    attended_at timestamptz,
    attended_by bigint references person,
    attendance_way text check (attendance_way in ('qr', 'list'))
  )`,
  'create unique index contest_member_live on contest_member (entry_id, person_id) where left_at is null',
  'create index contest_member_person on contest_member (person_id)',
  // The post as it was when checked; a row only where it differs from the one before.
  `create table contest_snapshot (
    ${id},
    entry_id bigint not null references contest_entry,
    taken_at timestamptz not null,
    text text not null,
    attachments jsonb not null default '[]',
    author_id bigint not null,
    published_at timestamptz not null,
    edited_at timestamptz
  )`,
  'create index contest_snapshot_entry on contest_snapshot (entry_id, id)',
  // "final": as they were at the close; never more than one of an entry, and nothing is counted after it.
  `create table contest_counters (
    entry_id bigint not null references contest_entry,
    at timestamptz not null,
    likes int not null,
    reposts int not null,
    comments int not null,
    views int,
    final boolean not null default false,
    primary key (entry_id, at)
  )`,
  'create unique index contest_counters_final on contest_counters (entry_id) where final',
  `create table contest_sheet (
    ${id},
    juror_id bigint not null references contest_juror,
    entry_id bigint not null references contest_entry,
    comment text not null default '',
    abstained text check (abstained in ('knows-author', 'other')),
    finished_at timestamptz,
    asked_again_at timestamptz,
    updated_at timestamptz not null,
    unique (juror_id, entry_id),
    constraint contest_sheet_abstained check (abstained is null or finished_at is null)
  )`,
  'create index contest_sheet_entry on contest_sheet (entry_id)',
  `create table contest_score (
    sheet_id bigint not null references contest_sheet,
    criterion_id bigint not null references contest_criterion,
    points numeric(5, 1) not null check (points >= 0),
    primary key (sheet_id, criterion_id)
  )`,
  `create table contest_result (
    ${id},
    contest_id bigint not null references contest,
    entry_id bigint not null unique references contest_entry,
    jury numeric(9, 6),
    activity numeric(9, 6),
    total numeric(9, 6),
    place int,
    award text check (award in ('winner', 'laureate', 'participant')),
    facts jsonb not null default '{}'
  )`,
  'create index contest_result_contest on contest_result (contest_id)',
  // Whom something was told once: "occasion" is such as "closing-3", "results", "mend:7:…".
  `create table contest_notice (
    ${id},
    contest_id bigint not null references contest,
    person_id bigint not null references person,
    occasion text not null,
    at timestamptz not null,
    delivered boolean not null,
    unique (contest_id, person_id, occasion)
  )`,
  'create index contest_notice_person on contest_notice (person_id)',
  // Where the search for works has come to: a hashtag, or the community's wall ("").
  `create table contest_search (
    contest_id bigint not null references contest,
    place text not null,
    due_at timestamptz,
    seen_until timestamptz,
    searched_at timestamptz,
    trouble text,
    tries int not null default 0,
    primary key (contest_id, place)
  )`,
  'create index contest_search_due on contest_search (due_at) where due_at is not null',
  // What goes onto the community's wall; "uncertain" is never repeated blindly.
  `create table contest_post (
    ${id},
    contest_id bigint not null references contest,
    occasion text not null check (occasion in ('announcement', 'results')),
    text text not null,
    state text not null default 'planned' check (state in ('planned', 'claimed', 'sent', 'failed', 'uncertain', 'by-hand')),
    due_at timestamptz,
    post_owner_id bigint,
    post_id bigint,
    error text,
    tries int not null default 0,
    created_at timestamptz not null,
    settled_at timestamptz,
    unique (contest_id, occasion)
  )`,
  `create index contest_post_due on contest_post (due_at) where state in ('planned', 'claimed')`,
  `create table diploma_template (
    ${id},
    programme_id bigint not null references programme,
    kind text not null check (kind in ('diploma', 'gratitude', 'certificate')),
    version int not null check (version > 0),
    name text not null,
    design jsonb not null,
    background_file_id bigint references stored_file,
    created_by bigint references person,
    created_at timestamptz not null,
    archived_at timestamptz,
    unique (programme_id, kind, name, version)
  )`,
  // "shown": what is printed, as it was on that day. "code": the key of the public page that proves it.
  `create table diploma (
    ${id},
    programme_id bigint not null references programme,
    contest_id bigint not null references contest,
    entry_id bigint references contest_entry,
    person_id bigint not null references person,
    kind text not null check (kind in ('diploma', 'gratitude', 'certificate')),
    award text check (award in ('winner', 'laureate', 'participant')),
    year smallint not null,
    serial int not null,
    number text not null,
    code text not null unique,
    template_id bigint references diploma_template,
    shown jsonb not null,
    doubtful boolean not null default false,
    issued_on date not null,
    file_id bigint references stored_file,
    created_by bigint references person,
    created_at timestamptz not null,
    told_at timestamptz,
    revoked_at timestamptz,
    revoked_by bigint references person,
    reason text not null default '',
    unique (programme_id, year, serial)
  )`,
  // Of one kind for one work, or for the contest as a whole where there is none.
  `create unique index diploma_once on diploma (contest_id, entry_id, person_id, kind) nulls not distinct
     where revoked_at is null`,
  'create index diploma_person on diploma (person_id)',
  'create index diploma_contest on diploma (contest_id, id)',
];
