import { capacityOf, type Participant, type ProposedMentor } from '../../domain/pairs/check-proposal.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Sql } from '../sql.ts';
import { readId } from './application-cards.ts';
import { createConsentBook } from './consent-book.ts';
import { isMinorAt } from './consent-lacks.ts';
import { isNamed } from './person-columns.ts';

/**
 * Locked in one order until the transaction ends, so that of two proposals for the same people the second sees the first.
 * `Refusal('person-unknown')` for anybody of another programme.
 */
export async function lockParticipants(
  sql: Sql,
  programmeId: string,
  personIds: readonly string[],
): Promise<void> {
  const ids = [...new Set(personIds)].map((id) => readId(id));
  const locked = await sql.query(
    `select person.id from person where person.id = any($1::bigint[]) and person.programme_id = $2 and ${isNamed}
     order by person.id for no key update`,
    [ids, programmeId],
  );
  if (locked.length < ids.length || ids.includes(null)) throw new Refusal('person-unknown');
}

type Row = Omit<Participant, 'consents'>;

/** In the part they are to take, as they are at this instant. */
export async function participant(
  sql: Sql,
  personId: string,
  role: 'mentor' | 'mentee',
  at: Date,
): Promise<Participant> {
  const [row] = await sql.query<Row>(
    `select p.id::text as "personId", ${isMinorAt('p', '$3::timestamptz')} as minor,
       exists (select from appointment a where a.person_id = p.id and a.role = $2 and a.ended_at is null) as "takesPart",
       exists (select from application a where a.person_id = p.id and a.form = 'pupil'
         and a.state not in ('left', 'declined')) as pupil,
       exists (select from representation r where r.pupil_id = p.id) as represented
     from person p where p.id = $1`,
    [personId, role, at],
  );
  if (row === undefined) throw new Refusal('person-unknown');
  return { ...row, consents: await createConsentBook(sql).ofPerson(personId) };
}

export async function proposedMentor(sql: Sql, personId: string, at: Date): Promise<ProposedMentor> {
  const [said] = await sql.query<{ capacity: unknown }>(
    `select answers->'capacity' as capacity from application
     where person_id = $1 and role = 'mentor' and state in ('confirmed', 'active', 'on-leave') order by id desc limit 1`,
    [personId],
  );
  const held = await sql.query<{ id: string }>(
    'select mentee_id::text as id from pair_mentee where mentor_id = $1 and over_at is null',
    [personId],
  );
  return {
    ...(await participant(sql, personId, 'mentor', at)),
    capacity: capacityOf(said?.capacity),
    load: held.length,
    menteeIds: held.map(({ id }) => id),
  };
}
