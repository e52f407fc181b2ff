import type { EntryChange, EntryPeople } from '../../domain/contests/contest-book.ts';
import { type Entry, liveEntryStates } from '../../domain/contests/entry.ts';
import { nameKey } from '../../domain/people/name-key.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Sql } from '../sql.ts';
import { isNamed, personColumns } from './person-columns.ts';

const mostMentors = 10;

/** How `entry-book.ts` reads and writes rows, bound to the same transaction. `tail`: what follows `from contest_entry e`. */
export type EntryRows = {
  many(tail: string, params: readonly unknown[]): Promise<Entry[]>;
  one(entryId: string): Promise<Entry>;
  change(entryId: string, change: EntryChange): Promise<Entry>;
};

export function createEntryPeople(sql: Sql, rows: EntryRows): EntryPeople {
  return {
    team: (entryId) =>
      sql.query(
        `select ${personColumns}, m.role from contest_member m join person on person.id = m.person_id
         where m.entry_id = $1 and m.left_at is null order by m.role, m.id`,
        [entryId],
      ),
    people: (ids) =>
      sql.query(
        `select ${personColumns} from person where person.id = any($1::bigint[]) and ${isNamed} order by person.id`,
        [ids],
      ),
    async join(entryId, personId, at) {
      await sql.query(
        `insert into contest_member (entry_id, person_id, role, joined_at) values ($1, $2, 'member', $3)
         on conflict (entry_id, person_id) where left_at is null do nothing`,
        [entryId, personId, at],
      );
    },
    async leave(entryId, personId, at) {
      await sql.query(
        `update contest_member set left_at = $3
         where entry_id = $1 and person_id = $2 and role = 'member' and left_at is null`,
        [entryId, personId, at],
      );
    },
    async byTeamCode(programmeId, code) {
      const [entry] = await rows.many(
        `join contest c on c.id = e.contest_id
         where e.team_code = $1 and c.programme_id = $2 and e.state not in ('withdrawn', 'rejected')`,
        [code, programmeId],
      );
      return entry ?? null;
    },
    async nameMentor(entryId, mentorId) {
      await sql.query(
        `update contest_entry set mentor_id = $2, mentor_answered_at = null,
           mentor_answer = case when $2::bigint is not null then 'asked' end where id = $1`,
        [entryId, mentorId],
      );
      return rows.one(entryId);
    },
    async answerNaming(entryId, answer, at) {
      await sql.query(
        `update contest_entry set mentor_answer = $2, mentor_answered_at = $3
         where id = $1 and mentor_id is not null`,
        [entryId, answer, at],
      );
      return rows.one(entryId);
    },
    async askedBy(contestId, personId) {
      const [row] = await sql.query<{ asked: number }>(
        `select count(*)::int as asked from contest_notice
         where contest_id = $1 and occasion like 'naming:%:' || $2::text`,
        [contestId, personId],
      );
      return row?.asked ?? 0;
    },
    naming: (personId) =>
      rows.many('where e.mentor_id = $1 and e.state = any($2) order by e.id desc', [
        personId,
        liveEntryStates,
      ]),
    mentorsCalled: (organizationIds, surname, exceptId) =>
      mentorsCalled(sql, { organizationIds, surname, exceptId }),
  };
}

async function mentorsCalled(
  sql: Sql,
  wish: { organizationIds: readonly string[]; surname: string; exceptId: string },
): Promise<(Person & { organizationName: string })[]> {
  const [family = ''] = nameKey(wish.surname);
  if (family === '') return [];
  return sql.query(
    `select distinct on (person.name_key, person.id) ${personColumns}, o.short_name as "organizationName"
     from appointment a join person on person.id = a.person_id join organization o on o.id = a.organization_id
     where a.role = 'mentor' and a.ended_at is null and a.organization_id = any($1::bigint[])
       and person.id <> $2 and ${isNamed} and person.name_key like $3
     order by person.name_key, person.id limit ${mostMentors}`,
    [wish.organizationIds, wish.exceptId, ` ${family}%`],
  );
}
