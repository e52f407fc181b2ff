import type { Mailing } from '../../domain/mailings/mailing.ts';
import type { Sql } from '../sql.ts';
import { namesOthersError } from './delivery-settling.ts';

export const mailingColumns = `m.id::text, m.programme_id::text as "programmeId", m.organization_ids::text[] as "organizationIds",
  m.author_id::text as "authorId", m.title, m.text, m.other_text as "otherText", m.names_others as "namesOthers",
  '{"pairStates": []}'::jsonb || m.audience as audience, m.state, m.copied_from::text as "copiedFrom", m.created_at as "createdAt", m.started_at as "startedAt",
  m.settled_at as "settledAt",
  coalesce((select jsonb_agg(jsonb_build_object('id', f.id::text, 'name', f.name, 'mime', f.mime, 'size', f.size)
      order by a.position, f.id)
    from mailing_file a join stored_file f on f.id = a.file_id where a.mailing_id = m.id), '[]') as files`;

/** `lock` stands at the end of the statement. */
export async function mailingRow(
  sql: Sql,
  condition: string,
  params: readonly unknown[],
  lock: '' | 'for update of m' | 'for share of m' = '',
): Promise<Mailing | null> {
  const [mailing] = await sql.query<Mailing>(
    `select ${mailingColumns} from mailing m where ${condition} ${lock}`,
    params,
  );
  return mailing ?? null;
}

/** Whether the delivery `d` has ended without a word to anybody, though the words are still wanted. */
const unsent = `(d.state = 'expired' or d.state = 'failed' and d.error like '${namesOthersError}:%')`;

/**
 * How it stands with the recipient `r` of the mailing `m` now, whose delivery is `d` (or none): what the round is going to write down. A
 * delivery that another channel took over is still under way.
 */
export const fate = `case
  when r.state not in ('queued', 'uncertain') then r.state
  when d.state = 'sent' or d.state = 'uncertain' then d.state
  when exists (select from delivery n where n.replaces_id = d.id) then 'queued'
  when ${unsent} then case when m.state = 'stopped' then 'skipped' else 'planned' end
  when d.state = 'failed' then 'failed'
  else r.state end`;

/** The code of what went wrong, for staff to read in words. */
export const fateReason = `case
  when r.state not in ('queued', 'uncertain') then r.reason
  when exists (select from delivery n where n.replaces_id = d.id) then null
  when ${unsent} then case when m.state = 'stopped' then 'stopped' end
  when d.state in ('failed', 'uncertain') then d.error end`;
