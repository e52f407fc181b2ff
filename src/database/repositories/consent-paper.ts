import type { Consent } from '../../domain/consents/consent.ts';
import type { ConsentBook } from '../../domain/consents/consent-book.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Sql } from '../sql.ts';
import { liveConsent } from './consent-giving.ts';
import { isMinorAt } from './consent-lacks.ts';
import { isId } from './consent-texts.ts';

type Received = Parameters<ConsentBook['receivePaper']>[0];

/** Whose signature is on the paper: the person's, or their representative's while they may be under 18. */
type Signer = { programmeId: string; minor: boolean; representativeId: string | null };

export async function receivePaper(
  sql: Sql,
  texts: Pick<ConsentBook, 'current'>,
  received: Received,
): Promise<Consent> {
  const { personId, kind, scanFileId, receivedBy, at } = received;
  const signer = await signerOf(sql, received);
  const giver = signer.minor ? 'representative' : 'self';
  const text = await texts.current(signer.programmeId, kind, giver, at);
  // A parent who signs on paper may never have met the bot: then the paper alone tells who it was.
  const givenBy = (signer.minor ? signer.representativeId : null) ?? personId;
  await sql.query(
    `insert into consent (person_id, given_by, text_id, way, given_at, scan_file_id, received_by)
     values ($1, $2, $3, 'paper', $4, $5, $6)
     on conflict (person_id, text_id) where withdrawn_at is null do update
       set scan_file_id = coalesce(excluded.scan_file_id, consent.scan_file_id)`,
    [personId, givenBy, text.id, at, scanFileId, receivedBy],
  );
  return liveConsent(sql, personId, text.id);
}

/** `Refusal('may-not-decide')` also for people that nobody knows: staff of another organization learn nothing. */
async function signerOf(sql: Sql, { personId, receivedBy, at }: Received): Promise<Signer> {
  if (!isId(personId) || personId === receivedBy) throw new Refusal('may-not-decide');
  const [signer] = await sql.query<Signer>(
    `select p.programme_id::text as "programmeId", ${isMinorAt('p', '$3::timestamptz')} as minor,
       (select e.representative_id::text from representation e join person r on r.id = e.representative_id
        where e.pupil_id = p.id and r.surname <> '' and r.erased_at is null order by e.id limit 1) as "representativeId"
     from person p
     where p.id = $1 and p.erased_at is null and exists (
       select from appointment a join person s on s.id = a.person_id
       where a.person_id = $2 and a.ended_at is null and s.programme_id = p.programme_id
         and (a.role in ('coordinator', 'administrator') or a.role = 'curator' and a.organization_id in (
           select organization_id from application
           where person_id = p.id and state not in ('draft', 'left', 'declined')
             and role in ('mentor', 'mentee')
           union
           select organization_id from appointment
           where person_id = p.id and ended_at is null and role in ('mentor', 'mentee'))))`,
    [personId, receivedBy, at],
  );
  if (signer === undefined) throw new Refusal('may-not-decide');
  return signer;
}
