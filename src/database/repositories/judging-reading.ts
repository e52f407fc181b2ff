import {
  type JudgedEntry,
  type JuryMember,
  noNomination,
  type StoredSheet,
} from '../../domain/contests/judging.ts';
import type { Sql } from '../sql.ts';
import { readId } from './application-cards.ts';

/** Surname, name and patronymic of `person p`. */
const fullName = `concat_ws(' ', nullif(p.surname, ''), nullif(p.name, ''), nullif(p.patronymic, ''))`;

type EntryRow = Omit<JudgedEntry, 'authors' | 'people'> & {
  authorId: string | null;
  mentorId: string | null;
  members: { personId: string; part: 'author' | 'member'; name: string }[];
};

/** Accepted works, one or all, in the order they were handed in; the titles of those without one are empty. */
export async function readJudgedEntries(
  sql: Sql,
  contestId: string,
  entryId: string | null = null,
): Promise<JudgedEntry[]> {
  const rows = await sql.query<EntryRow>(
    `select e.id::text, coalesce(e.nomination_id::text, '${noNomination}') as "nominationId", e.title,
       e.team_name as "teamName", coalesce(o.short_name, '') as "organizationName",
       coalesce(e.submitted_at, e.created_at) as "submittedAt", e.person_id::text as "authorId",
       e.mentor_id::text as "mentorId",
       coalesce((select jsonb_agg(jsonb_build_object('personId', p.id::text, 'part', m.role, 'name', ${fullName})
         order by m.role, m.id)
         from contest_member m join person p on p.id = m.person_id
         where m.entry_id = e.id and m.left_at is null), '[]') as members,
       coalesce((select jsonb_agg(jsonb_build_object('surname', p.surname, 'name', p.name, 'patronymic', p.patronymic)
           order by p.id)
         from person p where p.id in (e.person_id, e.mentor_id) or p.id in (select m.person_id from contest_member m
           where m.entry_id = e.id and m.left_at is null)), '[]') as names,
       array(select e.organization_id::text where e.organization_id is not null union
         select a.organization_id::text from appointment a where a.ended_at is null and (a.person_id = e.person_id
           or a.person_id in (select m.person_id from contest_member m where m.entry_id = e.id and m.left_at is null)))
         as "organizationIds"
     from contest_entry e left join organization o on o.id = e.organization_id
     where e.contest_id = $1 and e.state = 'accepted' and ($2::bigint is null or e.id = $2)
     order by coalesce(e.submitted_at, e.created_at), e.id`,
    [contestId, entryId === null ? null : (readId(entryId) ?? '0')],
  );
  return rows.map(({ members, authorId, mentorId, ...row }) => ({
    ...row,
    authors: members.map(({ name }) => name),
    people: [
      ...(authorId === null ? [] : [{ personId: authorId, part: 'author' as const }]),
      ...members.map(({ personId, part }) => ({ personId, part })),
      ...(mentorId === null ? [] : [{ personId: mentorId, part: 'mentor' as const }]),
    ],
  }));
}

type JurorRow = Omit<JuryMember, 'pairs'> & {
  pairs: { mentorId: string; menteeIds: string[] | null }[] | null;
};

/** Everybody on the jury now, the chair first. */
export async function readJury(sql: Sql, contestId: string): Promise<JuryMember[]> {
  const rows = await sql.query<JurorRow>(
    `select j.id::text, j.person_id::text as "personId", j.is_chair as "isChair", ${fullName} as name,
       (select jsonb_agg(n::text) from unnest(j.nomination_ids) n) as "nominationIds",
       array(select distinct a.organization_id::text from appointment a
         where a.person_id = p.id and a.ended_at is null) as "organizationIds",
       (select jsonb_agg(jsonb_build_object('mentorId', k.mentor_id::text, 'menteeIds', k.mentees)) from (
         select r.mentor_id, (select jsonb_agg(m.mentee_id::text) from pair_mentee m where m.pair_id = r.id) as mentees
         from pair r where r.agreed_at is not null and (r.mentor_id = p.id
           or exists (select from pair_mentee m where m.pair_id = r.id and m.mentee_id = p.id))
         union all
         -- A parent and their child are as near to each other as any pair.
         select p.id, jsonb_agg(s.pupil_id::text) from representation s where s.representative_id = p.id
           having count(*) > 0) k) as pairs
     from contest_juror j join person p on p.id = j.person_id
     where j.contest_id = $1 and j.removed_at is null order by j.is_chair desc, p.surname, p.name, j.id`,
    [contestId],
  );
  return rows.map(({ pairs, ...juror }) => ({
    ...juror,
    pairs: (pairs ?? []).map(({ mentorId, menteeIds }) => ({ mentorId, menteeIds: menteeIds ?? [] })),
  }));
}

/** Sheets of those on the jury now; of one juror or all, for one work or all. */
export function readSheets(
  sql: Sql,
  contestId: string,
  { jurorId = null, entryId = null }: { jurorId?: string | null; entryId?: string | null } = {},
): Promise<StoredSheet[]> {
  return sql.query<StoredSheet>(
    `select s.juror_id::text as "jurorId", s.entry_id::text as "entryId", s.comment, s.abstained,
       s.finished_at as "finishedAt", s.asked_again_at as "askedAgainAt",
       s.asked_again_range::float8 as "askedAgainRange", s.updated_at as "updatedAt",
       coalesce((select jsonb_object_agg(c.criterion_id::text, c.points) from contest_score c
         where c.sheet_id = s.id), '{}') as points
     from contest_sheet s join contest_juror j on j.id = s.juror_id
     where j.contest_id = $1 and j.removed_at is null and ($2::bigint is null or s.juror_id = $2)
       and ($3::bigint is null or s.entry_id = $3) order by s.id`,
    [contestId, jurorId, entryId],
  );
}
