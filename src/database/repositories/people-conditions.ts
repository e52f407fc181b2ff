import { consentKinds } from '../../domain/consents/consent.ts';
import type { PeopleFilter } from '../../domain/people/people-list.ts';
import { type PeopleSearch, swapped } from '../../domain/people/read-search.ts';
import { appliedRoles, takingPart } from '../../domain/registration/application.ts';
import { neededConsents } from '../../domain/registration/needed-consents.ts';
import { type Reach, reaches } from '../../domain/staff/powers.ts';
import { isMinorAt } from './consent-lacks.ts';
import { isNamed } from './person-columns.ts';

/** Gathers the values of a statement while its conditions are written. */
export function createParams() {
  const values: unknown[] = [];
  return {
    values,
    /** «$3» for this value. */
    put(value: unknown): string {
      values.push(value);
      return `$${values.length}`;
    },
  };
}
export type Params = ReturnType<typeof createParams>;

/** Whoever has only begun to apply, and was never appointed, is nobody's business yet. */
export const isListed = `${isNamed} and not (
  exists (select from application where person_id = person.id and state = 'draft')
  and not exists (select from appointment where person_id = person.id)
  and not exists (select from application where person_id = person.id and state <> 'draft'))`;

/** Of these organizations now: by appointment or by an application that has not ended. */
export const belongsTo = (person: string, organizationIds: string) =>
  `(exists (select from appointment where person_id = ${person} and ended_at is null
      and organization_id = any(${organizationIds}::bigint[]))
    or exists (select from application where person_id = ${person} and state not in ('draft', 'left', 'declined')
      and organization_id = any(${organizationIds}::bigint[])))`;

/** Whom somebody with this reach may see. */
export function within({ programmeId, organizationIds }: Reach, params: Params): string {
  const city = `person.programme_id = ${params.put(programmeId)} and ${isListed}`;
  return organizationIds === null
    ? city
    : `${city} and ${belongsTo('person.id', params.put(organizationIds))}`;
}

/** What of somebody seen is shown: nothing of organizations out of reach. */
export function inReach({ organizationIds }: Reach, column: string, params: Params): string {
  return organizationIds === null ? 'true' : `${column} = any(${params.put(organizationIds)}::bigint[])`;
}

type Asked = { reach: Reach; filter: PeopleFilter; at: Date };

export function filtered({ reach, filter, at }: Asked, params: Params): string[] {
  const { role, organizationId, state, lacks, reachable, platform } = filter;
  const conditions: string[] = [];
  // One appointment that is both: a mentor of this school, not a mentor who works there as something else.
  if (role !== null) {
    const there = organizationId === null ? '' : ` and organization_id = ${params.put(organizationId)}`;
    conditions.push(
      `person.id in (select person_id from appointment where ended_at is null and role = ${params.put(role)}${there}
        and ${inReach(reach, 'organization_id', params)})`,
    );
  } else if (organizationId !== null) {
    // Nobody is told from the outside who of theirs belongs elsewhere, too.
    conditions.push(
      reaches(reach, organizationId) ? belongsTo('person.id', params.put([organizationId])) : 'false',
    );
  }
  if (state !== null) {
    conditions.push(
      `exists (select from application where person_id = person.id and state = ${params.put(state)}
        and ${inReach(reach, 'organization_id', params)})`,
    );
  }
  if (lacks !== null) {
    const kind = lacks === 'any' ? '' : ` where kind = ${params.put(lacks)}`;
    conditions.push(`exists (select from (${lackingKindsOf(params, at)}) lacking${kind})`);
  }
  if (reachable !== null) {
    const open = 'exists (select from chat_account where person_id = person.id and closed_at is null)';
    conditions.push(reachable ? open : `not ${open}`);
  }
  if (platform !== null) {
    conditions.push(
      `exists (select from chat_account where person_id = person.id and platform = ${params.put(platform)})`,
    );
  }
  return conditions;
}

/** The rule of `neededConsents`, row by row; see `lackingKinds`, against which a test holds this. */
const needs = JSON.stringify(
  appliedRoles.flatMap((role) =>
    [true, false].flatMap((minor) => {
      const { giver, kinds } = neededConsents(role, minor);
      return kinds.map((kind) => ({ role, minor, kind, giver }));
    }),
  ),
);

/** Kinds that `person` takes part without, in the order in which they are asked for. */
export function lackingKindsOf(params: Params, at: Date): string {
  return `select need.kind from (
      select role from application where person_id = person.id and state = any(${params.put(takingPart)}::text[])
      union
      select role from appointment where person_id = person.id and ended_at is null and role in ('mentor', 'mentee')
    ) part
    join jsonb_to_recordset(${params.put(needs)}::jsonb) as need (role text, minor boolean, kind text, giver text)
      on need.role = part.role and need.minor = ${isMinorAt('person', `${params.put(at)}::timestamptz`)}
    where not exists (
      select from consent c join consent_text t on t.id = c.text_id
      where c.person_id = person.id and c.withdrawn_at is null and t.kind = need.kind
        and (need.giver = 'self' or t.giver = 'representative')
        and not exists (select from consent_text n where n.programme_id = t.programme_id and n.kind = t.kind
          and n.giver = t.giver and n.version > t.version))
    group by need.kind order by array_position(${params.put(consentKinds)}::text[], need.kind)`;
}

/** Names begin with the words that were typed; `null` where there is nothing to look for. */
export function called({ readings, digits }: PeopleSearch, params: Params): string | null {
  const meant = readings.map((words) =>
    words.map((word) => `person.name_key like ${params.put(`% ${word}%`)}`).join(' and '),
  );
  if (digits !== null) meant.push(`person.phone like ${params.put(`%${digits}%`)}`);
  return meant.length === 0 ? null : `(${meant.map((each) => `(${each})`).join(' or ')})`;
}

/** The same but for slips, by trigrams (set `slipLikeness` before), or with the words inside of others. */
export function calledAlike({ readings }: PeopleSearch, params: Params, trigrams: boolean): string | null {
  if (readings.length === 0) return null;
  const meant = readings.map((words) =>
    words
      .map((word) => {
        const patterns = [`%${word}%`, ...swapped(word).map((each) => `% ${each}%`)];
        const ways = patterns.map((pattern) => `person.name_key like ${params.put(pattern)}`);
        if (trigrams) ways.push(`${params.put(word)} <<% person.name_key`);
        return `(${ways.join(' or ')})`;
      })
      .join(' and '),
  );
  return `(${meant.map((each) => `(${each})`).join(' or ')})`;
}

/** How well names fit what was typed, from 0 to the number of words. */
export function likeness({ readings }: PeopleSearch, params: Params): string {
  const fits = readings.map((words) =>
    words.map((word) => `strict_word_similarity(${params.put(word)}, person.name_key)`).join(' + '),
  );
  return `greatest(${fits.join(', ')})`;
}
