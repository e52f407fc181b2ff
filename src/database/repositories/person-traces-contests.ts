import type { Trace } from './person-traces.ts';

const recordOfStaff =
  'that somebody of the staff decided is the programme’s record; it leads to a person without a name';
const counted = 'contests are counted by works, points and places; they lead to a person without a name';

/** Also what was found on the person's own page and is nobody's yet. */
const isOwnEntry = `e.person_id = $1::bigint or e.person_id is null and e.post_owner_id::text in
  (select a.account_id from chat_account a where a.person_id = $1::bigint and a.platform = 'vk')`;
const ownEntries = `select e.id from contest_entry e where ${isOwnEntry}`;
const ownJurors = 'select j.id from contest_juror j where j.person_id = $1::bigint';

/** Nobody learns how they stand before everybody does; what is due to them they get then. */
const isPublished = (contestId: string, orElse = 'false') =>
  `exists (select from contest c where c.id = ${contestId} and (c.published_at is not null or ${orElse}))`;

/** Files that stay with a contest, its works and papers, whoever sent them. */
export const filesOfContests = `select file_id from contest_entry_file
  union select file_id from contest_file
  union select regulations_file_id from contest where regulations_file_id is not null
  union select protocol_file_id from contest where protocol_file_id is not null
  union select background_file_id from diploma_template where background_file_id is not null
  union select file_id from diploma where file_id is not null`;

/** Works, what the jury said, results and diplomas. What hangs on a work stands before the work, by which it is found. */
export const contestTraces: readonly Trace[] = [
  {
    table: 'contest_entry_file',
    rows: `t.entry_id in (${ownEntries})`,
    columns: { id: 'entry_id file_id', export: 'position' },
    erase: [
      // Results are reckoned under this lock: a work is either in them or withdrawn.
      `select c.id from contest c where c.id in (select e.contest_id from contest_entry e where ${isOwnEntry})
       order by c.id for update`,
      `with gone as (delete from contest_entry_file where entry_id in (${ownEntries}) returning file_id)
       delete from stored_file s where s.id in (select file_id from gone)
         and not exists (select from contest_entry_file o where o.file_id = s.id and o.entry_id not in (${ownEntries}))
         and not exists (select from task_result r where r.file_id = s.id)`,
    ],
  },
  {
    table: 'contest_snapshot',
    rows: `t.entry_id in (${ownEntries})`,
    columns: {
      id: 'id entry_id author_id',
      export: 'taken_at text attachments published_at edited_at',
    },
    erase: [`delete from contest_snapshot where entry_id in (${ownEntries})`],
  },
  {
    table: 'contest_counters',
    rows: `t.entry_id in (${ownEntries})`,
    columns: { id: 'entry_id', export: 'at likes reposts comments views final' },
    erase: [`delete from contest_counters where entry_id in (${ownEntries})`],
  },
  {
    table: 'contest_score',
    rows: `t.sheet_id in (select s.id from contest_sheet s where s.juror_id in (${ownJurors}))`,
    columns: { id: 'sheet_id criterion_id', export: 'points' },
    erase: { keep: counted },
  },
  {
    table: 'contest_sheet',
    rows: `t.juror_id in (${ownJurors})`,
    columns: {
      id: 'id juror_id entry_id',
      export: 'comment abstained finished_at asked_again_at asked_again_range updated_at',
    },
    // The points count; the words are the juror's own.
    erase: [`update contest_sheet set comment = '' where juror_id in (${ownJurors})`],
  },
  {
    table: 'contest_sheet',
    as: 'about',
    rows: `t.entry_id in (${ownEntries}) and t.finished_at is not null and t.comment <> ''
      and ${isPublished('(select e.contest_id from contest_entry e where e.id = t.entry_id)')}`,
    columns: { id: 'id entry_id', export: 'comment' },
    erase: [`update contest_sheet set comment = '' where entry_id in (${ownEntries})`],
  },
  {
    table: 'contest_result',
    rows: `t.entry_id in (${ownEntries}) and ${isPublished('t.contest_id')}`,
    columns: { id: 'id contest_id entry_id', export: 'jury activity total place award facts' },
    erase: { keep: counted },
  },
  {
    table: 'contest_notice',
    rows: 't.person_id = $1::bigint',
    columns: { id: 'id contest_id person_id', export: 'occasion at delivered' },
    erase: ['delete from contest_notice where person_id = $1::bigint'],
  },
  {
    table: 'contest_member',
    rows: 't.person_id = $1::bigint',
    columns: {
      id: 'id entry_id person_id attended_by',
      export: 'role joined_at left_at attended_at attendance_way',
      secret: 'ticket',
    },
    // Who came, and who was behind a work that has its result, is counted.
    erase: [
      `update contest_member t set left_at = $2::timestamptz from contest_entry e join contest c on c.id = e.contest_id
       where e.id = t.entry_id and t.person_id = $1::bigint and t.left_at is null and t.attended_at is null
         and c.state not in ('checked', 'published', 'archived')`,
    ],
  },
  {
    table: 'contest_member',
    as: 'marked',
    rows: 't.attended_by = $1::bigint',
    columns: { id: 'id attended_by', export: 'attended_at' },
    erase: { keep: recordOfStaff },
  },
  {
    table: 'contest_juror',
    rows: 't.person_id = $1::bigint',
    columns: { id: 'id contest_id person_id nomination_ids', export: 'is_chair added_at removed_at' },
    erase: { keep: counted },
  },
  {
    table: 'diploma',
    // Those of an event are given at once.
    rows: `t.person_id = $1::bigint and ${isPublished('t.contest_id', "c.kind = 'event'")}`,
    columns: {
      id: 'id programme_id contest_id entry_id person_id template_id file_id created_by revoked_by',
      export: `kind award year serial number code shown doubtful issued_on created_at told_at revoked_at reason`,
    },
    // The register keeps the number, so that no other paper ever gets it.
    erase: [
      // Whoever prints one meanwhile is waited for, or their file would stay.
      'select id from diploma where person_id = $1::bigint order by id for update',
      `with printed as (select file_id from diploma where person_id = $1::bigint and file_id is not null),
         blank as (update diploma set shown = '{}', reason = '', file_id = null where person_id = $1::bigint)
       delete from stored_file where id in (select file_id from printed)`,
    ],
  },
  {
    table: 'diploma',
    as: 'issued',
    rows: 't.created_by = $1::bigint',
    columns: { id: 'id created_by', export: 'created_at' },
    erase: { keep: recordOfStaff },
  },
  {
    table: 'diploma',
    as: 'revoked',
    rows: 't.revoked_by = $1::bigint',
    columns: { id: 'id revoked_by', export: 'revoked_at' },
    erase: { keep: recordOfStaff },
  },
  {
    table: 'diploma_template',
    rows: 't.created_by = $1::bigint',
    columns: {
      id: 'id programme_id background_file_id created_by',
      export: 'kind version name design created_at archived_at',
    },
    erase: { keep: recordOfStaff },
  },
  {
    table: 'contest_entry',
    as: 'named',
    rows: 't.mentor_id = $1::bigint',
    columns: { id: 'id mentor_id', export: 'mentor_answer mentor_answered_at' },
    erase: [
      `update contest_entry set mentor_id = null, mentor_answer = null, mentor_answered_at = null
       where mentor_id = $1::bigint`,
    ],
  },
  {
    table: 'contest_entry',
    as: 'decided',
    rows: 't.decided_by = $1::bigint',
    columns: { id: 'id decided_by', export: 'decided_at' },
    erase: { keep: recordOfStaff },
  },
  {
    table: 'contest_entry',
    rows: `t.id in (${ownEntries})`,
    columns: {
      id: 'id contest_id nomination_id person_id organization_id post_owner_id post_id mentor_id decided_by',
      export: `state source title description link team_name team_code mentor_answer mentor_answered_at findings marks
        marks_seen_at check_due_at check_trouble check_tries checked_at noted_at created_at submitted_at withdrawn_at decided_at
        reason`,
    },
    // What is judged already keeps its place; what is not takes no part any more.
    erase: [
      `update contest_entry t set state = 'withdrawn', withdrawn_at = $2::timestamptz from contest c
       where c.id = t.contest_id and t.id in (${ownEntries})
         and (t.state in ('draft', 'found') or t.state in ('checking', 'mending', 'accepted', 'waitlisted')
           and c.state not in ('checked', 'published', 'archived'))`,
      `update contest_entry t set title = '', description = '', link = null, team_name = null, team_code = null,
         post_owner_id = null, post_id = null, findings = '[]', marks = '[]', check_due_at = null,
         check_trouble = null, reason = ''
       where t.id in (${ownEntries})`,
    ],
  },
  {
    table: 'contest',
    rows: 't.created_by = $1::bigint',
    columns: {
      id: 'id programme_id item_id regulations_file_id protocol_file_id copied_from created_by',
      export: `kind title summary state opens_at closes_at judging_until results_on starts_at ends_at terms announcement
        template_key created_at announced_at frozen_at checked_at published_at archived_at cancelled_at`,
    },
    erase: { keep: recordOfStaff },
  },
];
