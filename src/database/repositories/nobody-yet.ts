import type { Sql } from '../sql.ts';
import { settleRivals } from './application-joining.ts';
import { joinPeople } from './join-people.ts';

/**
 * Somebody who began a form and has said neither their name nor anything that others act on: when an invitation in the same
 * programme tells who they are, that is who they are. Whoever represents somebody, or asked about their data, is somebody.
 */
export async function isNobodyYet(sql: Sql, personId: string, invitedId: string): Promise<boolean> {
  const found = await sql.query(
    `select from person where id = $1 and surname = '' and erased_at is null
       and programme_id = (select programme_id from person where id = $2 and erased_at is null)
       and not exists (select from appointment where person_id = $1)
       and not exists (select from application where person_id = $1 and state <> 'draft')
       and not exists (select from representation where pupil_id = $1 or representative_id = $1)
       and not exists (select from data_request where person_id = $1)`,
    [personId, invitedId],
  );
  return found.length > 0;
}

/** Their accounts, the form they began and what they agreed to in it go over to the invited person. */
export async function giveWay(sql: Sql, nobodyId: string, invitedId: string, at: Date): Promise<void> {
  await settleRivals(sql, nobodyId, invitedId, at);
  await joinPeople(sql, nobodyId, invitedId);
}
