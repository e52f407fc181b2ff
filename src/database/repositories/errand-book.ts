import type { Errand } from '../../domain/errands/errand.ts';
import type { ErrandBook, ErrandScope } from '../../domain/errands/errand-book.ts';
import type { Sql } from '../sql.ts';

export const errandColumns = `e.id, e.programme_id as "programmeId", e.kind, e.power,
  e.organization_ids as "organizationIds", e.state, e.done, e.total,
  e.state = 'running' and e.cancel_asked_at is not null as "isStopping", e.facts, e.file_id as "fileId", e.fault,
  e.created_by as "createdBy", e.created_at as "createdAt", e.started_at as "startedAt", e.finished_at as "finishedAt"`;

const inScope = 'e.programme_id = $1 and ($2::bigint is null or e.created_by = $2)';
const scoped = ({ programmeId, createdBy }: ErrandScope) => [programmeId, createdBy];

export function createErrandBook(sql: Sql): ErrandBook {
  return {
    async order({ kind, params, power, reach, createdBy, at }) {
      const [errand] = await sql.query<Errand>(
        `insert into errand as e (programme_id, kind, params, power, organization_ids, created_by, created_at)
         values ($1, $2, $3, $4, $5, $6, $7)
         returning ${errandColumns}`,
        [reach.programmeId, kind, JSON.stringify(params), power, reach.organizationIds, createdBy, at],
      );
      if (errand === undefined) throw new Error('an insert returned no row');
      return errand;
    },
    async list(scope, { from, size }) {
      const rows = await sql.query<Errand & { all: string }>(
        `select ${errandColumns}, count(*) over () as "all" from errand e where ${inScope}
         order by e.id desc offset $3 limit $4`,
        [...scoped(scope), from, size],
      );
      const items = rows.map(({ all: _, ...errand }): Errand => errand);
      if (rows[0] !== undefined || from === 0) return { items, total: Number(rows[0]?.all ?? 0) };
      const [count] = await sql.query<{ all: string }>(
        `select count(*) as "all" from errand e where ${inScope}`,
        scoped(scope),
      );
      return { items, total: Number(count?.all ?? 0) };
    },
    async find(scope, id) {
      const [errand] = await sql.query<Errand>(
        `select ${errandColumns} from errand e where ${inScope} and e.id = $3`,
        [...scoped(scope), id],
      );
      return errand ?? null;
    },
    async cancel(id, at) {
      const [errand] = await sql.query<Errand>(
        `update errand e set cancel_asked_at = coalesce(e.cancel_asked_at, $2::timestamptz),
           finished_at = case e.state when 'planned' then $2::timestamptz end,
           state = case e.state when 'planned' then 'cancelled' else e.state end
         where e.id = $1 and e.state in ('planned', 'running') returning ${errandColumns}`,
        [id, at],
      );
      return errand ?? null;
    },
  };
}
