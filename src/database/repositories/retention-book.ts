import type { Outdated, RetentionBook } from '../../domain/privacy/privacy-book.ts';
import type { Sql } from '../sql.ts';
import { erasePerson } from './erasure.ts';
import { createProgrammeBook } from './programme-book.ts';

const dayMs = 86_400_000;

/** People without any post now, known through nothing but applications. */
const onlyApplied = `p.erased_at is null
  and not exists (select from appointment a where a.person_id = p.id and a.ended_at is null)
  and not exists (select from representation r where r.representative_id = p.id)`;

export function createRetentionBook(sql: Sql): RetentionBook {
  return {
    async outdated(programmeId, at) {
      const { retention } = await createProgrammeBook(sql).settings(programmeId);
      const before = (days: number) => new Date(at.getTime() - days * dayMs).toISOString();
      const drafts = await sql.query<Outdated['drafts'][number]>(oldDrafts, [
        programmeId,
        before(retention.draftDays),
      ]);
      const left = await sql.query<{ id: string }>(longGone, [programmeId, before(retention.leftDays)]);
      return { drafts, left: left.map(({ id }) => id) };
    },

    async forget({ drafts, left }, at) {
      const alone = drafts.filter((draft) => draft.alone).map((draft) => draft.personId);
      let erased = 0;
      for (const personId of new Set([...alone, ...left])) {
        erased += (await erasePerson(sql, personId, at)).length;
      }
      await dropDrafts(
        sql,
        drafts.filter((draft) => !draft.alone),
      );
      return erased;
    },
  };
}

async function dropDrafts(sql: Sql, drafts: Outdated['drafts']): Promise<void> {
  if (drafts.length === 0) return;
  const ids = drafts.map(({ applicationId }) => applicationId);
  await sql.query('delete from application_event where application_id = any($1::bigint[])', [ids]);
  await sql.query('delete from application where id = any($1::bigint[])', [ids]);
  await sql.query(
    `delete from dialogue where key in (
       select prefix || ':person:' || person from unnest($1::text[]) person, unnest(array['form', 'form-aside']) prefix)`,
    [drafts.map(({ personId }) => personId)],
  );
}

/** $2: the last moment that is too long ago. Whoever has answered a question since has touched the draft. */
const oldDrafts = `
  select a.id as "applicationId", p.id as "personId",
    ${onlyApplied}
      and not exists (select from appointment b where b.person_id = p.id)
      and not exists (select from consent_text t where t.published_by = p.id)
      and not exists (select from application o where o.person_id = p.id and o.state <> 'draft') as alone
  from application a join person p on p.id = a.person_id
  where p.programme_id = $1 and a.state = 'draft' and a.created_at < $2
    and not exists (select from dialogue d where d.updated_at >= $2
      and d.key in ('form:person:' || p.id, 'form-aside:person:' || p.id))
  order by a.id`;

const longGone = `
  select p.id from person p
  where p.programme_id = $1 and ${onlyApplied}
    and (exists (select from application a where a.person_id = p.id and a.state in ('left', 'declined'))
      or exists (select from appointment a where a.person_id = p.id))
    and not exists (select from application a where a.person_id = p.id and (
      a.state not in ('left', 'declined')
      or coalesce(a.ended_at, a.decided_at, a.applied_at, a.created_at) >= $2))
    and not exists (select from appointment a where a.person_id = p.id and a.ended_at >= $2)
  order by p.id`;
