import type { Day } from '../../domain/calendar/day.ts';
import type { DiplomaDesign } from '../../domain/diplomas/design.ts';
import type { DiplomaAward, DiplomaFacts, DiplomaKind } from '../../domain/diplomas/diploma.ts';
import { diplomaNumber } from '../../domain/diplomas/number.ts';
import type { Reach } from '../../domain/staff/powers.ts';
import type { Sql } from '../sql.ts';
import { storableJson } from './storable-json.ts';

/** What a paper says and how it looks, as it was when its number was given. */
export type ShownDiploma = { facts: DiplomaFacts; design: DiplomaDesign };

export type NewDiploma = {
  contestId: string;
  entryId: string | null;
  personId: string;
  kind: DiplomaKind;
  award: DiplomaAward | null;
  code: string;
  templateId: string | null;
  doubtful: boolean;
  /** The number is not known before it is given. */
  shown(number: string): ShownDiploma;
};

/** One row of the register, whoever may see it. */
export type DiplomaRow = {
  id: string;
  contestId: string;
  entryId: string | null;
  personId: string;
  kind: DiplomaKind;
  award: DiplomaAward | null;
  number: string;
  fileId: string | null;
  toldAt: Date | null;
  revokedAt: Date | null;
  /** `null` of somebody erased. */
  shown: ShownDiploma | null;
  /** Changes with what is shown. */
  print: string;
};

const columns = `d.id::text, d.contest_id::text as "contestId", d.entry_id::text as "entryId",
  d.person_id::text as "personId", d.kind, d.award, d.number, d.file_id::text as "fileId", d.told_at as "toldAt",
  d.revoked_at as "revokedAt", case when d.shown ? 'facts' then d.shown end as shown, md5(d.shown::text) as print`;

/** Within reach: of works of these organizations, and of their people. */
export const diplomaWithin = `d.programme_id = $1 and ($2::bigint[] is null
  or exists (select from contest_entry e where e.id = d.entry_id and e.organization_id = any($2))
  or exists (select from appointment a where a.person_id = d.person_id and a.ended_at is null
    and a.organization_id = any($2)))`;

export function createDiplomaBook(sql: Sql) {
  const find = async (id: string, lock = false): Promise<DiplomaRow | null> => {
    if (lock) await sql.query('select from diploma where id = $1 for no key update', [id]);
    const [row] = await sql.query<DiplomaRow>(`select ${columns} from diploma d where d.id = $1`, [id]);
    return row ?? null;
  };
  return {
    find,
    async within({ programmeId, organizationIds }: Reach, id: string, lock = false) {
      const [row] = await sql.query(`select from diploma d where ${diplomaWithin} and d.id = $3`, [
        programmeId,
        organizationIds,
        id,
      ]);
      return row === undefined ? null : find(id, lock);
    },
    give: (wish: Giving, papers: readonly NewDiploma[]) => give(sql, wish, papers),
    /** Of a contest, live ones that were not sent; or all live ones within reach. */
    async ids({ programmeId, organizationIds }: Reach, contestId: string, which: 'untold' | 'live') {
      const rows = await sql.query<{ id: string }>(
        `select d.id::text from diploma d where ${diplomaWithin} and d.contest_id = $3 and d.revoked_at is null
           and d.shown ? 'facts' and ($4 = 'live' or d.told_at is null) order by d.year, d.serial`,
        [programmeId, organizationIds, contestId, which],
      );
      return rows.map(({ id }) => id);
    },
    async printed(id: string, fileId: string): Promise<void> {
      await sql.query('update diploma set file_id = $2 where id = $1', [id, fileId]);
    },
    async told(id: string, at: Date): Promise<void> {
      await sql.query('update diploma set told_at = $2 where id = $1', [id, at]);
    },
    async revoke(id: string, { by, reason }: { by: string; reason: string }, at: Date): Promise<void> {
      await sql.query('update diploma set revoked_at = $2, revoked_by = $3, reason = $4 where id = $1', [
        id,
        at,
        by,
        reason,
      ]);
    },
  };
}

export type Giving = { programmeId: string; prefix: string; issuedOn: Day; by: string; at: Date };

/**
 * Gives each its number in the order in which they stand. Whoever else gives numbers in this programme waits until the
 * transaction ends: there are neither gaps nor twins.
 */
async function give(
  sql: Sql,
  { programmeId, prefix, issuedOn, by, at }: Giving,
  papers: readonly NewDiploma[],
): Promise<string[]> {
  await sql.query('select from programme where id = $1 for no key update', [programmeId]);
  const year = Number(issuedOn.slice(0, 4));
  const [last] = await sql.query<{ serial: number }>(
    'select coalesce(max(serial), 0)::int as serial from diploma where programme_id = $1 and year = $2',
    [programmeId, year],
  );
  const rows = papers.map(({ shown, ...paper }, index) => {
    const serial = (last?.serial ?? 0) + index + 1;
    const number = diplomaNumber({ prefix, year, serial });
    return { ...paper, serial, number, shown: shown(number) };
  });
  const given = await sql.query<{ id: string; serial: number }>(
    `insert into diploma (programme_id, contest_id, entry_id, person_id, kind, award, year, serial, number, code,
       template_id, shown, doubtful, issued_on, created_by, created_at)
     select $1, n."contestId", n."entryId", n."personId", n.kind, n.award, $2, n.serial, n.number, n.code,
       n."templateId", n.shown, n.doubtful, $3::date, $4, $5
     from jsonb_to_recordset($6::jsonb) as n ("contestId" bigint, "entryId" bigint, "personId" bigint, kind text,
       award text, serial int, number text, code text, "templateId" bigint, shown jsonb, doubtful boolean)
     order by n.serial returning id::text, serial`,
    [programmeId, year, issuedOn, by, at, storableJson(rows)],
  );
  return given.sort((a, b) => a.serial - b.serial).map(({ id }) => id);
}
