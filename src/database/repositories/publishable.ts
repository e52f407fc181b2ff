import type { PublishedWhat, PublishedWhere } from '../../domain/consents/published.ts';

/**
 * SQL: what the person whose id stands in `person` lets us publish there, now, as a JSON list of `PublishedWhat`; empty for
 * somebody who has said nothing (152-ФЗ art. 10.1: silence is no consent). The rules are those of `mayPublish` in
 * `domain/consents/required.ts`: the newest distribution alone decides, for a pupil only what a representative gave, and never
 * without a consent to the data themselves. Whoever set conditions in their own words is not shown by a machine; nor is anybody who asked
 * to be erased. Asked at each reading and kept nowhere, so that a withdrawal is felt at once.
 */
export function publishedScope(person: string, where: PublishedWhere): string {
  // What a pupil gave alone stays good for nothing when they come of age, so no clock is asked.
  return `coalesce((select case when cs.scope->'where' ? '${where}' and coalesce(cs.scope->>'conditions', '') = ''
      then cs.scope->'what' end
    from consent cs join consent_text ct on ct.id = cs.text_id join person cp on cp.id = cs.person_id
    where cs.person_id = ${person} and ct.kind = 'distribution' and cs.withdrawn_at is null and cp.erased_at is null
      and (ct.giver = 'representative' or cp.birth_year is null
        or extract(year from cs.given_at) > cp.birth_year + 18)
      and exists (select from consent pd join consent_text pt on pt.id = pd.text_id
        where pd.person_id = cs.person_id and pt.kind = 'personal-data' and pd.withdrawn_at is null)
      and not exists (select from data_request dr where dr.person_id = cs.person_id and dr.kind = 'erase'
        and dr.state in ('open', 'farewell', 'done'))
    order by cs.given_at desc, cs.id desc limit 1), '[]')`;
}

/** An SQL condition: the person lets us publish this there, now; see `publishedScope`. */
export function mayPublish(person: string, what: PublishedWhat, where: PublishedWhere): string {
  return `(${publishedScope(person, where)} ? '${what}')`;
}
