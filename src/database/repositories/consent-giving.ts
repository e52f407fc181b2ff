import type { Consent } from '../../domain/consents/consent.ts';
import type { ConsentBook } from '../../domain/consents/consent-book.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Sql } from '../sql.ts';
import { isId } from './consent-texts.ts';
import { storableJson } from './storable-json.ts';

type Given = Parameters<ConsentBook['give']>[0];

const consentColumns = `c.id::text, c.person_id::text as "personId", c.given_by::text as "givenBy",
  c.text_id::text as "textId", t.kind, t.giver, t.version, t.hash,
  not exists (select from consent_text n where n.programme_id = t.programme_id and n.kind = t.kind
    and n.giver = t.giver and n.version > t.version) as current,
  c.way, c.scope, c.given_at as "givenAt", c.withdrawn_at as "withdrawnAt"`;
const consents = `select ${consentColumns} from consent c join consent_text t on t.id = c.text_id`;

export async function consentById(sql: Sql, consentId: string): Promise<Consent | null> {
  if (!isId(consentId)) return null;
  const [consent] = await sql.query<Consent>(`${consents} where c.id = $1`, [consentId]);
  return consent ?? null;
}

export async function consentsOf(sql: Sql, personId: string): Promise<Consent[]> {
  return sql.query<Consent>(`${consents} where c.person_id = $1 order by c.given_at desc, c.id desc`, [
    personId,
  ]);
}

export async function giveConsent(sql: Sql, given: Given): Promise<Consent> {
  await mustBeTheirs(sql, given);
  const scope = storableJson(given.scope ?? {});
  // Other places or conditions are another consent to the same text: the earlier one ends, both can be proved.
  await sql.query(
    `update consent set withdrawn_at = $3, withdrawn_by = $4
     where person_id = $1 and text_id = $2 and withdrawn_at is null and scope <> $5::jsonb`,
    [given.personId, given.textId, given.at, given.givenBy, scope],
  );
  await sql.query(
    `insert into consent (person_id, given_by, text_id, way, scope, evidence, given_at)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (person_id, text_id) where withdrawn_at is null do nothing`,
    [
      ...[given.personId, given.givenBy, given.textId, given.way],
      ...[scope, storableJson(given.evidence), given.at],
    ],
  );
  return liveConsent(sql, given.personId, given.textId);
}

/** A text of the person's own programme, the newest of its kind, by whoever it is for: buttons may be old or forged. */
async function mustBeTheirs(sql: Sql, { personId, givenBy, textId }: Given): Promise<void> {
  if (!isId(textId) || !isId(personId)) throw new Refusal('text-outdated');
  const [text] = await sql.query<{ current: boolean; may: boolean }>(
    `select not exists (select from consent_text n where n.programme_id = t.programme_id and n.kind = t.kind
         and n.giver = t.giver and n.version > t.version) as current,
       case t.giver when 'self' then p.id = $3::bigint
         else exists (select from representation where pupil_id = p.id and representative_id = $3) end as may
     from consent_text t join person p on p.programme_id = t.programme_id
     where t.id = $1 and p.id = $2`,
    [textId, personId, givenBy],
  );
  if (text === undefined || !text.current) throw new Refusal('text-outdated');
  if (!text.may) throw new Refusal('may-not-decide');
}

/** Whoever loses the race for the unique row reads the one that won. */
export async function liveConsent(sql: Sql, personId: string, textId: string): Promise<Consent> {
  const [consent] = await sql.query<Consent>(
    `${consents} where c.person_id = $1 and c.text_id = $2 and c.withdrawn_at is null`,
    [personId, textId],
  );
  if (consent === undefined) throw new Error('a consent that was just given is not there');
  return consent;
}

/**
 * Ends every live consent of the same kind, not only this one: otherwise one to an earlier version of the text would
 * go on being good.
 */
export async function withdrawConsent(sql: Sql, consentId: string, by: string, at: Date): Promise<Consent> {
  const consent = await consentById(sql, consentId);
  if (consent === null) throw new Refusal('consent-unknown');
  const [may] = await sql.query(
    `select where $1::bigint = $2::bigint
       or exists (select from representation where pupil_id = $1 and representative_id = $2)`,
    [consent.personId, by],
  );
  if (may === undefined) throw new Refusal('consent-unknown');
  await sql.query(
    `update consent c set withdrawn_at = $3, withdrawn_by = $4 from consent_text t
     where t.id = c.text_id and c.person_id = $1 and t.kind = $2 and c.withdrawn_at is null
       and exists (select from consent where id = $5 and withdrawn_at is null)`,
    [consent.personId, consent.kind, at, by, consentId],
  );
  return (await consentById(sql, consentId)) ?? consent;
}
