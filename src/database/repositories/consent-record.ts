import type { Consent, ConsentText } from '../../domain/consents/consent.ts';
import type { ConsentRecord } from '../../domain/consents/consent-record.ts';
import type { Sql } from '../sql.ts';
import { consentById } from './consent-giving.ts';
import { createConsentTexts } from './consent-texts.ts';

type Rest = Omit<ConsentRecord, 'consent' | 'text'>;

/** Everything that proves a consent, as it is today; `null` for one that is none. */
export async function readConsentRecord(sql: Sql, consentId: string): Promise<ConsentRecord | null> {
  const consent: Consent | null = await consentById(sql, consentId);
  if (consent === null) return null;
  const text: ConsentText | null = await createConsentTexts(sql).textById(consent.textId);
  const [rest] = await sql.query<Rest>(
    `select ${names('p')} as person, ${names('v')} as "givenBy", ${names('s')} as "receivedBy", e.relation,
       coalesce((select string_agg(distinct short_name, ', ') from organization where id in (
         select organization_id from application
         where person_id = p.id and state not in ('draft', 'left', 'declined')
         union select organization_id from appointment where person_id = p.id and ended_at is null)), '')
         as "organizationName",
       c.evidence, f.name as "scanName", g.time_zone as "timeZone"
     from consent c
     join person p on p.id = c.person_id
     join programme g on g.id = p.programme_id
     join person v on v.id = c.given_by
     left join person s on s.id = c.received_by
     left join representation e on e.pupil_id = c.person_id and e.representative_id = c.given_by
     left join stored_file f on f.id = c.scan_file_id
     where c.id = $1`,
    [consentId],
  );
  return text === null || rest === undefined ? null : { consent, text, ...rest };
}

const names = (alias: string) => `case when ${alias}.id is not null then jsonb_build_object(
  'surname', ${alias}.surname, 'name', ${alias}.name, 'patronymic', ${alias}.patronymic) end`;
