import { hasConditions } from '../../domain/mailings/check-draft.ts';
import type { Audience } from '../../domain/mailings/mailing.ts';
import type { AlikeReaders, AudienceQuery, MailingBook, Within } from '../../domain/mailings/mailing-book.ts';
import type { Person } from '../../domain/people/person.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Sql } from '../sql.ts';
import { lackingIn } from './consent-lacks.ts';
import { personObject } from './reminder-mail.ts';

export function createMailingAudience(
  sql: Sql,
): Pick<MailingBook, 'mustReach' | 'readers' | 'sample' | 'fill'> {
  return {
    mustReach: ({ programmeId, within, audience }) => mustReach(sql, programmeId, within, audience),
    async readers(group) {
      const params = await paramsOf(sql, group);
      return sql.query<AlikeReaders>(alike, [...params, group.today]);
    },
    async sample(group, size) {
      const params = await paramsOf(sql, group);
      const rows = await sql.query<{ person: Person }>(
        `${members} select ${personObject} from member p order by p.surname, p.name, p.patronymic, p.id limit $10`,
        [...params, size],
      );
      return rows.map(({ person }) => person);
    },
    async fill(mailingId, group) {
      const params = await paramsOf(sql, group);
      const [row] = await sql.query<{ count: number }>(
        `${members}, added as (
           insert into mailing_recipient (mailing_id, person_id) select $10::bigint, p.id from member p order by p.id
           on conflict (mailing_id, person_id) do nothing returning 1)
         select count(*)::int as count from added`,
        [...params, mailingId],
      );
      return row?.count ?? 0;
    },
  };
}

/**
 * $1 programme, $2 organizations in reach (null: all), $3 whether there are conditions, $4 roles, $5 organizations, $6 states of
 * applications, $7 whoever lacks the consent (null: not asked), $8 people named, $9 states of pairs. Whoever only began to apply is nobody's business yet.
 */
const members = `
  with part as (
    select person_id, role, organization_id, null as state from appointment where ended_at is null
    union all
    select person_id, role, organization_id, state from application where state <> 'draft'
  ), within as (
    select * from part where $2::bigint[] is null or organization_id = any($2::bigint[])
  ), member as (
    select p.* from person p
    where p.programme_id = $1 and p.surname <> '' and p.erased_at is null and (
      $3::boolean and ($7::bigint[] is null or p.id = any($7::bigint[])) and exists (
        select from within w where w.person_id = p.id
          and (cardinality($4::text[]) = 0 or w.role = any($4::text[]))
          and (cardinality($5::bigint[]) = 0 or w.organization_id = any($5::bigint[]))
          and case when cardinality($6::text[]) = 0
            then w.state is null or w.state in ('confirmed', 'active', 'on-leave') else w.state = any($6::text[]) end)
        and (cardinality($9::text[]) = 0 or exists (
          select from pair t where t.state = any($9::text[])
            and ($2::bigint[] is null or t.organization_id = any($2::bigint[]))
            and (t.mentor_id = p.id or exists (
              select from pair_mentee e where e.pair_id = t.id and e.mentee_id = p.id and e.left_at is null))))
      or p.id = any($8::bigint[]) and ($2::bigint[] is null
        or exists (select from within w where w.person_id = p.id)))
  )`;

const alike = `${members}, reader as (
    select p.remind_platform as preferred, coalesce(p.paused_until >= $10::date, false) as paused,
      exists (select from data_request q where q.person_id = p.id and q.kind = 'erase'
        and q.state in ('open', 'farewell')) as erasing,
      array(select c.platform from chat_account c where c.person_id = p.id and c.closed_at is null
        order by c.last_seen_at desc, c.id desc) as platforms
    from member p
  )
  select preferred, paused, erasing, count(*)::int as count,
    (select coalesce(jsonb_agg(jsonb_build_object('platform', platform, 'closedAt', null) order by turn), '[]')
     from unnest(platforms) with ordinality as open (platform, turn)) as accounts
  from reader group by preferred, paused, erasing, platforms`;

async function paramsOf(sql: Sql, { programmeId, within, audience, at }: AudienceQuery): Promise<unknown[]> {
  const { roles, organizationIds, applicationStates, lacks, personIds, pairStates } = audience;
  await mustReach(sql, programmeId, within, audience);
  const lacking = lacks === null ? null : await lackingIn(sql, programmeId, within, at);
  const lackingIds = lacking?.flatMap(({ personId, kinds }) =>
    kinds.some((kind) => kind === lacks) ? [personId] : [],
  );
  return [
    programmeId,
    within,
    hasConditions(audience),
    roles,
    organizationIds,
    applicationStates,
    lackingIds ?? null,
    personIds,
    pairStates,
  ];
}

/** What is somebody else's is unknown, as an id that nobody has. */
async function mustReach(
  sql: Sql,
  programmeId: string,
  within: Within,
  { organizationIds, personIds }: Audience,
): Promise<void> {
  const [found] = await sql.query<{ organizations: number; people: number }>(
    `select
       (select count(*)::int from organization where programme_id = $1 and id = any($3::bigint[])
         and ($2::bigint[] is null or id = any($2::bigint[]))) as organizations,
       (select count(*)::int from person p where p.programme_id = $1 and p.id = any($4::bigint[])
         and p.surname <> '' and p.erased_at is null and ($2::bigint[] is null
           or exists (select from appointment a where a.person_id = p.id and a.ended_at is null
             and a.organization_id = any($2::bigint[]))
           or exists (select from application a where a.person_id = p.id and a.state <> 'draft'
             and a.organization_id = any($2::bigint[])))) as people`,
    [programmeId, within, organizationIds, personIds],
  );
  if (found?.organizations !== organizationIds.length) throw new Refusal('organization-unknown');
  if (found.people !== personIds.length) throw new Refusal('person-unknown');
}
