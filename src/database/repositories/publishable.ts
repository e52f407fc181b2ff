/** What of a person may be published; the values of the form `distributionForm`. */
export type PublishedWhat = 'names' | 'work' | 'photo' | 'video' | 'materials' | 'awards';
/** Our own public pages are the office's site; the community's wall is `vk`. */
export type PublishedWhere = 'office-site' | 'vk';

/**
 * An SQL condition: the person whose id stands in `person` lets us publish this there, now (152-ФЗ art. 10.1: per
 * category, silence is no consent). Asked at each reading and kept nowhere, so that a withdrawal is felt at once. Whoever
 * set conditions in their own words is not shown by a machine; nor is anybody who asked to be erased.
 */
export function mayPublish(person: string, what: PublishedWhat, where: PublishedWhere): string {
  return `(exists (select from consent cs join consent_text ct on ct.id = cs.text_id
      where cs.person_id = ${person} and ct.kind = 'distribution' and cs.withdrawn_at is null
        and cs.scope->'what' ? '${what}' and cs.scope->'where' ? '${where}'
        and coalesce(cs.scope->>'conditions', '') = '')
    and not exists (select from data_request dr where dr.person_id = ${person} and dr.kind = 'erase'
      and dr.state in ('open', 'farewell', 'done')))`;
}
