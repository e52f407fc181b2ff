import type { EntryBook, EntryChange, EntryMember, NewEntry } from '../../domain/contests/contest-book.ts';
import type { Entry } from '../../domain/contests/entry.ts';
import { Refusal } from '../../domain/refusal.ts';
import { QueryFailed, type Sql } from '../sql.ts';
import { readId } from './application-cards.ts';
import { createEntryPeople, type EntryRows } from './entry-people.ts';
import { createEntryPosts } from './entry-posts.ts';
import { createEventSeats } from './event-seats.ts';
import { mergeFound, releaseFound, releaseFoundFor } from './found-entries.ts';
import { storable, storableJson } from './storable-json.ts';

export function createEntryBook(sql: Sql): EntryBook {
  const rows: EntryRows = {
    many: (tail, params) => readEntries(sql, tail, params),
    one: (entryId) => entryOf(sql, entryId),
    change: (entryId, change) => changeEntry(sql, entryId, change),
  };
  return {
    ...createEntryPeople(sql, rows),
    ...createEntryPosts(sql, rows),
    ...createEventSeats(sql),
    find: (programmeId, entryId) => readEntry(sql, programmeId, entryId),
    async lock(programmeId, entryId) {
      await sql.query('select from contest_entry where id = $1 for no key update', [readId(entryId)]);
      return readEntry(sql, programmeId, entryId);
    },
    ofPerson: (personId, contestId) =>
      readEntries(
        sql,
        `where (e.person_id = $1 or exists (select from contest_member m
           where m.entry_id = e.id and m.person_id = $1 and m.left_at is null))
           and ($2::bigint is null or e.contest_id = $2) order by e.id`,
        [personId, contestId ?? null],
      ),
    add: (entry, at) => add(sql, entry, at),
    change: (entryId, change) => changeEntry(sql, entryId, change),
    members: (entryId) =>
      sql.query<EntryMember>(
        `select id::text, person_id::text as "personId", role, joined_at as "joinedAt", left_at as "leftAt",
           attended_at as "attendedAt" from contest_member where entry_id = $1 order by id`,
        [entryId],
      ),
    files: (entryId) =>
      sql.query(
        `select f.id::text, f.name, f.mime, f.size::int, f.state from contest_entry_file e
         join stored_file f on f.id = e.file_id where e.entry_id = $1 order by e.position`,
        [entryId],
      ),
    setFiles: (entryId, fileIds) => setFiles(sql, entryId, fileIds),
    async isFirstNotice({ contestId, personId, occasion, at }) {
      const [row] = await sql.query(
        `insert into contest_notice (contest_id, person_id, occasion, at, delivered) values ($1, $2, $3, $4, true)
         on conflict do nothing returning id`,
        [contestId, personId, occasion, at],
      );
      return row !== undefined;
    },
  };
}

/** `null` for one of another programme. */
async function readEntry(sql: Sql, programmeId: string, entryId: string): Promise<Entry | null> {
  const [entry] = await readEntries(
    sql,
    'join contest c on c.id = e.contest_id where e.id = $1 and c.programme_id = $2',
    [readId(entryId), programmeId],
  );
  return entry ?? null;
}

export async function readEntries(sql: Sql, tail: string, params: readonly unknown[]): Promise<Entry[]> {
  return sql.query<Entry>(`select ${entryColumns} from contest_entry e ${tail}`, params);
}

/** Of `contest_entry e`; VK's numbers stay within what a double holds. */
export const entryColumns = `e.id::text, e.contest_id::text as "contestId", e.nomination_id::text as "nominationId",
  e.person_id::text as "personId", e.organization_id::text as "organizationId", e.state, e.source, e.title,
  e.description, e.link, e.team_name as "teamName", e.team_code as "teamCode",
  case when e.post_id is not null then jsonb_build_object('ownerId', e.post_owner_id, 'postId', e.post_id) end as post,
  e.mentor_id::text as "mentorId", e.mentor_answer as "mentorAnswer", e.findings, e.marks,
  e.check_due_at as "checkDueAt", e.check_trouble as "checkTrouble", e.checked_at as "checkedAt",
  e.created_at as "createdAt", e.submitted_at as "submittedAt", e.withdrawn_at as "withdrawnAt",
  e.decided_at as "decidedAt", e.reason`;

async function add(sql: Sql, entry: NewEntry, at: Date): Promise<Entry> {
  const { post = null, title = '', description = '', link = null, teamName = null } = entry;
  const foundId = await releaseFound(sql, entry.contestId, entry.state, post);
  const [row] = await once(
    sql.query<{ id: string }>(
      `insert into contest_entry (contest_id, nomination_id, person_id, organization_id, state, source, title,
         description, link, team_name, post_owner_id, post_id, created_at, submitted_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13,
         case when $5 in ('draft', 'found') then null else $13::timestamptz end) returning id::text`,
      [
        entry.contestId,
        entry.nominationId,
        entry.personId,
        entry.organizationId,
        entry.state,
        entry.source,
        storable(title),
        storable(description),
        link,
        teamName === null ? null : storable(teamName),
        post?.ownerId ?? null,
        post?.postId ?? null,
        at,
      ],
    ),
  );
  if (row === undefined) throw new Error('an insert returned no row');
  await mergeFound(sql, foundId, row.id);
  if (entry.personId !== null) {
    await sql.query(
      `insert into contest_member (entry_id, person_id, role, joined_at) values ($1, $2, 'author', $3)`,
      [row.id, entry.personId, at],
    );
  }
  return entryOf(sql, row.id);
}

type Written = Exclude<keyof EntryChange, 'post' | 'findings'>;

const columnOf: Readonly<Record<Written, string>> = {
  nominationId: 'nomination_id',
  personId: 'person_id',
  organizationId: 'organization_id',
  state: 'state',
  title: 'title',
  description: 'description',
  link: 'link',
  teamName: 'team_name',
  teamCode: 'team_code',
  checkDueAt: 'check_due_at',
  checkTrouble: 'check_trouble',
  checkedAt: 'checked_at',
  submittedAt: 'submitted_at',
  withdrawnAt: 'withdrawn_at',
  reason: 'reason',
};

async function changeEntry(
  sql: Sql,
  entryId: string,
  { post, findings, ...plain }: EntryChange,
): Promise<Entry> {
  const foundId = await releaseFoundFor(sql, entryId, { state: plain.state, post });
  const params: unknown[] = [entryId];
  const put = (column: string, value: unknown) =>
    `${column} = $${params.push(typeof value === 'string' ? storable(value) : value)}`;
  const sets = (Object.keys(plain) as Written[])
    .filter((key) => plain[key] !== undefined)
    .map((key) => put(columnOf[key], plain[key]));
  if (findings !== undefined) sets.push(put('findings', storableJson(findings)));
  if (post !== undefined) {
    sets.push(put('post_owner_id', post?.ownerId ?? null), put('post_id', post?.postId ?? null));
  }
  if (sets.length > 0) {
    await once(sql.query(`update contest_entry set ${sets.join(', ')} where id = $1`, params));
  }
  await mergeFound(sql, foundId, entryId);
  return entryOf(sql, entryId);
}

async function entryOf(sql: Sql, entryId: string): Promise<Entry> {
  const [entry] = await readEntries(sql, 'where e.id = $1', [entryId]);
  if (entry === undefined) throw new Error('an entry that was just written is gone');
  return entry;
}

async function once<Row>(written: Promise<Row[]>): Promise<Row[]> {
  try {
    return await written;
  } catch (error) {
    const isTaken = error instanceof QueryFailed && error.constraint === 'contest_entry_post_once';
    throw isTaken ? new Refusal('entry-repeated') : error;
  }
}

async function setFiles(sql: Sql, entryId: string, fileIds: readonly string[]): Promise<void> {
  const former = await sql.query<{ id: string }>(
    'delete from contest_entry_file where entry_id = $1 returning file_id::text as id',
    [entryId],
  );
  await sql.query(
    `insert into contest_entry_file (entry_id, file_id, position)
     select $1, n.id, n.position from unnest($2::bigint[]) with ordinality n (id, position)`,
    [entryId, fileIds],
  );
  const gone = former.map(({ id }) => id).filter((id) => !fileIds.includes(id));
  await sql.query(
    `delete from stored_file f where f.id = any($1::bigint[])
       and not exists (select from contest_entry_file e where e.file_id = f.id)`,
    [gone],
  );
}
