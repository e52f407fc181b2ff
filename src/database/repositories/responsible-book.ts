import {
  createTargetsOf,
  phraseKey,
  type ResponsiblePhrase,
  type Target,
} from '../../domain/roadmap/responsible.ts';
import { type Partner, usualMeanings } from '../../domain/roadmap/responsible-seed.ts';
import type { Sql } from '../sql.ts';

export type NamedPhrase = ResponsiblePhrase & { organizationName: string | null };

/** The table that says what the words of the column «Ответственные исполнители» mean in this programme. */
export type ResponsibleBook = {
  phrases(programmeId: string): Promise<NamedPhrase[]>;
  /**
   * Copies the usual meanings of phrases that the programme has none for yet, with the partner organizations they name. What the staff have set
   * is never touched. Returns the short names of organizations that had to be created.
   */
  learn(programmeId: string, phrases: readonly string[]): Promise<string[]>;
  /** Replaces all meanings of a phrase, however it was spelled before. */
  explain(programmeId: string, phrase: string, targets: readonly Target[]): Promise<void>;
};

export function createResponsibleBook(sql: Sql): ResponsibleBook {
  const phrases = (programmeId: string) =>
    sql.query<NamedPhrase>(
      `select p.phrase, p.place, p.role, p.organization_id as "organizationId", o.short_name as "organizationName"
       from responsible_phrase p left join organization o on o.id = p.organization_id
       where p.programme_id = $1 order by p.phrase, p.id`,
      [programmeId],
    );
  return {
    phrases,
    async learn(programmeId, wanted) {
      const created: string[] = [];
      for (const phrase of new Set(wanted)) {
        // Asked anew each time: the phrase before may have been this one in another spelling.
        if (createTargetsOf(await phrases(programmeId))(phrase) !== null) continue;
        for (const { place, role, partner } of usualMeanings(phrase)) {
          const organization = partner === undefined ? null : await partnerOf(sql, programmeId, partner);
          if (organization?.created) created.push(organization.shortName);
          await insert(sql, programmeId, phrase, { place, role, organizationId: organization?.id ?? null });
        }
      }
      return created;
    },
    async explain(programmeId, phrase, targets) {
      const same = (await phrases(programmeId)).filter((row) => phraseKey(row.phrase) === phraseKey(phrase));
      await sql.query('delete from responsible_phrase where programme_id = $1 and phrase = any($2)', [
        programmeId,
        same.map((row) => row.phrase),
      ]);
      for (const target of targets) await insert(sql, programmeId, phrase, target);
    },
  };
}

async function insert(sql: Sql, programmeId: string, phrase: string, target: Target): Promise<void> {
  await sql.query(
    `insert into responsible_phrase (programme_id, phrase, place, role, organization_id) values ($1, $2, $3, $4, $5)
     on conflict do nothing`,
    [programmeId, phrase, target.place, target.role, target.organizationId],
  );
}

type Found = { id: string; shortName: string; created: boolean };

async function partnerOf(sql: Sql, programmeId: string, { name, shortName }: Partner): Promise<Found> {
  const [known] = await sql.query<{ id: string }>(
    `select id from organization where programme_id = $1 and kind = 'partner'
       and (name = $2 or short_name = $3 or $3 = any(aliases)) order by id`,
    [programmeId, name, shortName],
  );
  if (known !== undefined) return { id: known.id, shortName, created: false };
  const [made] = await sql.query<{ id: string }>(
    `insert into organization (programme_id, kind, name, short_name) values ($1, 'partner', $2, $3) returning id`,
    [programmeId, name, shortName],
  );
  if (made === undefined) throw new Error('an inserted organization gave no id');
  return { id: made.id, shortName, created: true };
}
