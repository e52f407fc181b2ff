import type { Agreement, PairCard, PairMentee } from '../../domain/pairs/pair.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Sql } from '../sql.ts';
import { readId } from './application-cards.ts';
import { personColumns } from './person-columns.ts';

const columns = `p.id::text, p.programme_id::text as "programmeId", p.organization_id::text as "organizationId",
  o.short_name as "organizationName", p.state, p.form, p.from_on as "fromOn", p.to_on as "toOn", p.goal,
  p.close_reason as "closeReason", p.close_note as "closeNote", p.result, p.paused_at as "pausedAt",
  p.order_id::text as "orderId", p.proposed_at as "proposedAt", p.agreed_at as "agreedAt", p.ordered_at as "orderedAt",
  p.started_at as "startedAt", p.closed_at as "closedAt", p.mentor_id::text as "mentorId",
  jsonb_build_object(
    'held', (select count(*)::int from pair_meeting m where m.pair_id = p.id and m.outcome = 'held'),
    'lastOn', (select max(m.held_on)::text from pair_meeting m where m.pair_id = p.id and m.outcome = 'held')) as meetings`;

type PairRow = Omit<PairCard, 'mentor' | 'mentees' | 'agreements'> & { mentorId: string };
type MemberRow = Person & { pairId: string; leftAt: Date | null };
type AgreementRow = Agreement & { pairId: string };

/** `tail`: the rest of the query, from `where` on. Three queries, however many pairs. */
export async function readPairs(sql: Sql, tail: string, params: readonly unknown[]): Promise<PairCard[]> {
  const rows = await sql.query<PairRow>(
    `select ${columns} from pair p join organization o on o.id = p.organization_id ${tail}`,
    params,
  );
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const members = await sql.query<MemberRow>(
    `select m.pair_id::text as "pairId", m.left_at as "leftAt", ${personColumns}
     from pair_mentee m join person on person.id = m.mentee_id where m.pair_id = any($1::bigint[])
     union all
     select p.id::text, null, ${personColumns} from pair p join person on person.id = p.mentor_id
     where p.id = any($1::bigint[])
     order by surname, name, patronymic, id`,
    [ids],
  );
  const agreements = await agreementsIn(sql, ids);
  return rows.map((row) => cardFrom(row, members, agreements));
}

function cardFrom(
  { mentorId, ...pair }: PairRow,
  members: readonly MemberRow[],
  all: readonly AgreementRow[],
): PairCard {
  const agreements = all.filter(({ pairId }) => pairId === pair.id).map(({ pairId: _, ...rest }) => rest);
  const minor = (personId: string) =>
    agreements.some((each) => each.personId === personId && each.giver === 'representative');
  const own = members.filter(({ pairId }) => pairId === pair.id);
  const mentor = own.find(({ id }) => id === mentorId);
  if (mentor === undefined) throw new Error('a pair has no mentor');
  const mentees = own
    .filter(({ id }) => id !== mentorId)
    .map(({ pairId: _, ...mentee }): PairMentee => ({ ...mentee, minor: minor(mentee.id) }));
  const { pairId: _, leftAt: __, ...person } = mentor;
  return { ...pair, mentor: { ...person, minor: minor(mentorId) }, mentees, agreements };
}

const isOpen = 'select from chat_account c where c.closed_at is null and c.person_id';

function agreementsIn(sql: Sql, pairIds: readonly string[]): Promise<AgreementRow[]> {
  return sql.query<AgreementRow>(
    `select a.pair_id::text as "pairId", a.id::text, a.person_id::text as "personId", a.giver, a.answer, a.way, a.reason,
       a.given_by::text as "givenBy", a.asked_at as "askedAt", a.answered_at as "answeredAt",
       case when a.giver = 'self' then exists (${isOpen} = a.person_id)
         else exists (${isOpen} in (select representative_id from representation where pupil_id = a.person_id))
       end as reachable
     from pair_agreement a where a.pair_id = any($1::bigint[]) order by a.id`,
    [pairIds],
  );
}

/** `null` also for what is no number: ids come out of buttons. */
export async function pairById(sql: Sql, pairId: string): Promise<PairCard | null> {
  const [pair] = await readPairs(sql, 'where p.id = $1', [readId(pairId)]);
  return pair ?? null;
}

export async function pairOf(sql: Sql, pairId: string): Promise<PairCard> {
  const pair = await pairById(sql, pairId);
  if (pair === null) throw new Error('a pair that was just written is gone');
  return pair;
}

export function pairsOfPerson(sql: Sql, personId: string): Promise<PairCard[]> {
  return readPairs(
    sql,
    `where p.mentor_id = $1 or p.id in (select pair_id from pair_mentee where mentee_id = $1 and left_at is null)
     order by p.closed_at is not null, p.id desc`,
    [personId],
  );
}
