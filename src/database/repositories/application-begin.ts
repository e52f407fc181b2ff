import type { ChatAccount } from '../../domain/people/channel.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { ApplicationState, RegistrationForm } from '../../domain/registration/application.ts';
import type { Sql } from '../sql.ts';
import { noteApplication } from './application-events.ts';

const dayMs = 86_400_000;
const mostADay = 10;

/** See `ApplicationBook.begin`. */
export async function beginApplication(
  sql: Sql,
  account: ChatAccount,
  form: RegistrationForm,
  programmeId: string,
  at: Date,
): Promise<{ personId: string; applicationId: string }> {
  const personId = await personBehind(sql, account, programmeId, at);
  await countBegun(sql, personId, at);
  const [begun] = await sql.query<{ id: string }>(
    `insert into application (person_id, form, created_at) values ($1, $2, $3)
     on conflict (person_id, form) where state not in ('left', 'declined') do nothing returning id`,
    [personId, form, at],
  );
  if (begun !== undefined) {
    await noteApplication(sql, { applicationId: begun.id, personId, kind: 'begun', at });
    return { personId, applicationId: begun.id };
  }
  const [live] = await sql.query<{ id: string; state: ApplicationState }>(
    `select id, state from application
     where person_id = $1 and form = $2 and state not in ('left', 'declined') for no key update`,
    [personId, form],
  );
  if (live === undefined) throw new Error('an application that stands in the way is gone');
  if (live.state !== 'draft') throw new Refusal('already-applied', { state: live.state });
  return { personId, applicationId: live.id };
}

/** Each application is told to staff: coming and going all day is no application. */
async function countBegun(sql: Sql, personId: string, at: Date): Promise<void> {
  const ended = await sql.query(
    `select from application where person_id = $1 and state in ('left', 'declined') and created_at > $2`,
    [personId, new Date(at.getTime() - dayMs)],
  );
  if (ended.length >= mostADay) throw new Refusal('too-many-applications');
}

/** Read anew under a lock: the account may have become somebody's since the event was opened. */
async function personBehind(sql: Sql, account: ChatAccount, programmeId: string, at: Date): Promise<string> {
  const [row] = await sql.query<{ personId: string | null }>(
    'select person_id as "personId" from chat_account where id = $1 for no key update',
    [account.id],
  );
  if (row === undefined) throw new Error('an account that writes to us is gone');
  if (row.personId === null) {
    const personId = await addBlankPerson(sql, programmeId, at);
    await sql.query('update chat_account set person_id = $2, linked_at = $3 where id = $1', [
      account.id,
      personId,
      at,
    ]);
    return personId;
  }
  // Who has only looked around so far may still find out that theirs is another city.
  await sql.query(
    `update person set programme_id = $2 where id = $1 and programme_id <> $2 and surname = ''
       and not exists (select from appointment where person_id = $1)
       and not exists (select from representation where pupil_id = $1 or representative_id = $1)
       and not exists (select from application where person_id = $1 and state <> 'draft')`,
    [row.personId, programmeId],
  );
  return row.personId;
}

export async function addBlankPerson(sql: Sql, programmeId: string, at: Date): Promise<string> {
  const [person] = await sql.query<{ id: string }>(
    `insert into person (programme_id, surname, name, created_at) values ($1, '', '', $2) returning id`,
    [programmeId, at],
  );
  if (person === undefined) throw new Error('an insert returned no row');
  return person.id;
}
