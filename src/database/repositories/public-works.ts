import type { RawWork } from '../../domain/contests/public-view.ts';
import type { DiplomaAward } from '../../domain/diplomas/diploma.ts';
import type { Sql } from '../sql.ts';
import { readId } from './application-cards.ts';
import { mayPublish, publishedScope } from './publishable.ts';

const site = 'office-site';

/** Works that take part and have come through; of contests whose results are public. */
const isPublic = `e.state = 'accepted' and e.person_id is not null and c.published_at is not null
  and c.state in ('published', 'archived')`;

/** As `isShown` has it; here as well, so that pages are full. */
const isShown = `${isPublic} and c.kind <> 'event' and (e.mentor_id is null or e.mentor_answer = 'agreed')
  and not exists (select from contest_member m where m.entry_id = e.id and m.left_at is null
    and not ${mayPublish('m.person_id', 'materials', site)})`;

const behind = (alias: string) => `jsonb_build_object('surname', ${alias}.surname, 'name', ${alias}.name,
  'patronymic', ${alias}.patronymic, 'phone', ${alias}.phone, 'may', ${publishedScope(`${alias}.id`, site)})`;

const from = `from contest_entry e join contest c on c.id = e.contest_id
  left join contest_nomination n on n.id = e.nomination_id
  left join contest_result r on r.entry_id = e.id`;

/** Long texts only where they are read. */
const columns = (
  text: string,
) => `e.id::text, n.title as nomination, e.title, e.team_name as "teamName", e.link,
  case when e.post_id is not null then jsonb_build_object('ownerId', e.post_owner_id, 'postId', e.post_id) end as post,
  e.mentor_answer as "mentorAnswer", r.award, r.place, c.published_at as "publishedAt", ${text},
  coalesce((select jsonb_agg(${behind('p')} order by m.role, m.id) from contest_member m
    join person p on p.id = m.person_id where m.entry_id = e.id and m.left_at is null), '[]') as members,
  (select ${behind('p')} from person p where p.id = e.mentor_id) as mentor,
  (select o.short_name from organization o where o.id = e.organization_id) as organization`;

const postText = `(select s.text from contest_snapshot s where s.entry_id = e.id order by s.id desc limit 1)`;
const filesOf = `coalesce((select jsonb_agg(jsonb_build_object('at', f.at, 'mime', f.mime, 'size', f.size)
    order by f.at) from (select row_number() over (order by w.position, w.file_id)::int as at, s.mime, s.size, s.state
      from contest_entry_file w join stored_file s on s.id = w.file_id where w.entry_id = e.id) f
    where f.state = 'stored'), '[]') as files`;
const whole = columns(`e.description, ${postText} as "postText", ${filesOf}`);
/** What an excerpt is cut from; longer than any, for marks that are taken out. */
const begun = columns(`left(e.description, 2000) as description, left(${postText}, 2000) as "postText",
  '[]'::jsonb as files`);
const wordless = columns(`'' as description, null::text as "postText", '[]'::jsonb as files`);

export function createPublicWorks(sql: Sql) {
  return {
    /** Everything with a result, the best first; those without an award are no results. `award`: of this one alone. */
    results: (contestId: string, award: DiplomaAward | null = null) =>
      sql.query<RawWork>(
        `select ${wordless} ${from} where e.contest_id = $1 and ${isPublic} and r.award is not null
           and ($2::text is null or r.award = $2)
         order by n.position nulls first, n.id, array_position(array['winner', 'laureate', 'participant'], r.award),
           case when r.award <> 'participant' then r.place end nulls last, lower(e.title), e.id`,
        [readId(contestId), award],
      ),
    async gallery(contestId: string, offset: number, limit: number) {
      const works = await sql.query<RawWork>(
        `select ${begun} ${from} where e.contest_id = $1 and ${isShown}
         order by n.position nulls first, n.id, e.submitted_at, e.id offset $2 limit $3`,
        [readId(contestId), offset, limit],
      );
      const [row] = await sql.query<{ total: number }>(
        `select count(*)::int as total ${from} where e.contest_id = $1 and ${isShown}`,
        [readId(contestId)],
      );
      return { works, total: row?.total ?? 0 };
    },
    async work(contestId: string, workId: string): Promise<RawWork | null> {
      const [work] = await sql.query<RawWork>(
        `select ${whole} ${from} where e.contest_id = $1 and e.id = $2 and ${isShown}`,
        [readId(contestId), readId(workId)],
      );
      return work ?? null;
    },
    /** The id of the file at this place, as `files` numbers them. */
    async fileId(workId: string, at: number): Promise<string | null> {
      const [row] = await sql.query<{ id: string }>(
        `select w.file_id::text as id from contest_entry_file w where w.entry_id = $1
         order by w.position, w.file_id offset $2 limit 1`,
        [readId(workId), at - 1],
      );
      return row?.id ?? null;
    },
  };
}
