import { addDays, type Day, toDay } from '../../domain/calendar/day.ts';
import { dueDay } from '../../domain/privacy/due.ts';
import type { DataRequest, PrivacyBook, RequestCard } from '../../domain/privacy/privacy-book.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Sql } from '../sql.ts';
import { finishAssignment, openAssignment, withdrawAssignment } from './assignments.ts';
import { createCalendarBook } from './calendar-book.ts';
import { dossierOf } from './dossier.ts';
import { forgetAccount } from './erasure.ts';
import { createProgrammeBook } from './programme-book.ts';

export const requestColumns = `r.id, r.person_id as "personId", r.kind, r.state, r.due_on::text as "dueOn", r.facts,
  r.created_at as "createdAt"`;
const openErase = `r.kind = 'erase' and r.state in ('open', 'farewell')`;

export function createPrivacyBook(sql: Sql): PrivacyBook {
  return {
    dossier: (personId) => dossierOf(sql, personId),
    requestsOf: (personId) => requestsOf(sql, personId),

    async request(personId, kind, { done, facts = {}, at }) {
      // Two presses at once: the second one waits here and then reads what the first has recorded.
      await sql.query('select id from person where id = $1 for no key update', [personId]);
      if (kind !== 'erase') return record(sql, personId, kind, facts, done, at);
      const known = (await requestsOf(sql, personId)).find(isOpenErase);
      if (known !== undefined) return known;
      const paused = await pauseOf(sql, personId);
      const made = await record(sql, personId, kind, { ...facts, ...paused }, done, at);
      // No reminder from now on; past the day by which the data has to be gone in any case.
      await sql.query('update person set paused_until = $2 where id = $1', [
        personId,
        addDays(made.dueOn, 31),
      ]);
      return made;
    },

    async cancelErase(personId, at) {
      const [taken] = await sql.query<{ taskId: string | null; pausedUntil: Day | null }>(
        `update data_request r set state = 'cancelled', settled_at = $2, settled_by = $1
         where person_id = $1 and kind = 'erase' and state = 'open'
         returning task_id as "taskId", facts->>'pausedUntil' as "pausedUntil"`,
        [personId, at],
      );
      if (taken === undefined) return false;
      await sql.query('update person set paused_until = $2::date where id = $1', [
        personId,
        taken.pausedUntil,
      ]);
      if (taken.taskId !== null) await withdrawAssignment(sql, taken.taskId, at);
      return true;
    },

    async openRequests(coordinatorId) {
      return openRequestsOf(sql, await coordinated(sql, coordinatorId));
    },

    async hasten(requestId, coordinatorId, at) {
      const programmeId = await coordinated(sql, coordinatorId);
      const [card] = await cards(sql, programmeId, `${openErase} and r.id = $2`, [requestId]);
      if (card === undefined) throw new Refusal('request-unknown', { id: requestId });
      const today = toDay(at, await zoneOf(sql, card.personId));
      if (card.state === 'farewell' || card.dueOn <= today) return card;
      await sql.query('update data_request set due_on = $2 where id = $1', [requestId, today]);
      return { ...card, dueOn: today };
    },

    forgetAccount: (chatAccountId) => forgetAccount(sql, chatAccountId),
  };
}

function requestsOf(sql: Sql, personId: string): Promise<DataRequest[]> {
  return sql.query<DataRequest>(
    `select ${requestColumns} from data_request r where r.person_id = $1 order by r.id desc`,
    [personId],
  );
}

function isOpenErase({ kind, state }: DataRequest): boolean {
  return kind === 'erase' && (state === 'open' || state === 'farewell');
}

async function record(
  sql: Sql,
  personId: string,
  kind: DataRequest['kind'],
  facts: DataRequest['facts'],
  done: boolean,
  at: Date,
): Promise<DataRequest> {
  const [programme] = await sql.query<{ id: string; timeZone: string }>(
    `select g.id, g.time_zone as "timeZone" from person p join programme g on g.id = p.programme_id where p.id = $1`,
    [personId],
  );
  if (programme === undefined) throw new Refusal('person-unknown', { id: personId });
  const from = toDay(at, programme.timeZone);
  const { privacy } = await createProgrammeBook(sql).settings(programme.id);
  const exceptions = await createCalendarBook(sql).exceptions(from, addDays(from, 400));
  const to = dueDay({ kind, facts }, from, privacy, exceptions);
  const [made] = await sql.query<DataRequest>(
    `insert into data_request as r (person_id, kind, state, due_on, facts, created_at, settled_at)
     values ($1, $2, $3, $4, $5, $6, $7) returning ${requestColumns}`,
    [personId, kind, done ? 'done' : 'open', to, JSON.stringify(facts), at, done ? at : null],
  );
  if (made === undefined) throw new Error('a request was not stored');
  const taskId = await openAssignment(sql, {
    programmeId: programme.id,
    requestId: made.id,
    kind,
    from,
    to,
    at,
  });
  await sql.query('update data_request set task_id = $2 where id = $1', [made.id, taskId]);
  if (done && taskId !== null) await finishAssignment(sql, taskId, null, at);
  return made;
}

/** What was set before is kept, should they take it back. */
async function pauseOf(sql: Sql, personId: string): Promise<{ pausedUntil?: Day }> {
  const [before] = await sql.query<{ pausedUntil: Day | null }>(
    'select paused_until as "pausedUntil" from person where id = $1',
    [personId],
  );
  return before?.pausedUntil ? { pausedUntil: before.pausedUntil } : {};
}

async function zoneOf(sql: Sql, personId: string): Promise<string> {
  const [row] = await sql.query<{ zone: string }>(
    'select g.time_zone as zone from person p join programme g on g.id = p.programme_id where p.id = $1',
    [personId],
  );
  return row?.zone ?? 'UTC';
}

/** The programme whose coordinator this is. */
async function coordinated(sql: Sql, personId: string): Promise<string> {
  const [held] = await sql.query<{ programmeId: string }>(
    `select p.programme_id as "programmeId" from person p join appointment a on a.person_id = p.id
     where p.id = $1 and a.role in ('coordinator', 'administrator') and a.ended_at is null`,
    [personId],
  );
  if (held === undefined) throw new Refusal('not-coordinator');
  return held.programmeId;
}

/** Whose request it is stands beside it; `$1` is the programme. */
function cards(
  sql: Sql,
  programmeId: string,
  condition: string,
  values: readonly unknown[] = [],
): Promise<RequestCard[]> {
  return sql.query<RequestCard>(
    `select ${requestColumns}, p.surname, p.name, p.patronymic from data_request r join person p on p.id = r.person_id
     where p.programme_id = $1 and ${condition}
     order by r.due_on, r.id`,
    [programmeId, ...values],
  );
}

/** For the staff's own command line. */
export function openRequestsOf(sql: Sql, programmeId: string): Promise<RequestCard[]> {
  return cards(sql, programmeId, `r.state in ('open', 'farewell')`);
}
