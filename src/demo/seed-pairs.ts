import { createCompetencyBook } from '../database/repositories/competency-book.ts';
import { createConsentBook } from '../database/repositories/consent-book.ts';
import { createPairBook } from '../database/repositories/pair-book.ts';
import type { Sql } from '../database/sql.ts';
import { addDays, type Day, toDay } from '../domain/calendar/day.ts';
import type { Programme } from '../domain/programme/programme.ts';
import { type DemoApplication, type DemoPair, demoApplications, demoPairs } from './demo-pairs.ts';

/** Somebody of the demonstration, by surname. */
type People = ReadonlyMap<string, { id: string; organizationId: string }>;

/** Applications, consents and pairs on every step, so that the panel shows life from the first look. */
export async function seedPairs(sql: Sql, programme: Programme, at: Date): Promise<void> {
  const people = await peopleOf(sql, programme.id);
  const competencies = await createCompetencyBook(sql).list(programme.id);
  const idOf = new Map(competencies.map(({ value, label }) => [label, value]));
  for (const application of demoApplications) {
    await apply(sql, { programme, people, idOf, at }, application);
  }
  for (const pair of demoPairs) await form(sql, { programme, people, at }, pair);
  // What is told of these was told long ago.
  await sql.query('update pair_event set told_at = $1 where told_at is null', [at]);
}

async function peopleOf(sql: Sql, programmeId: string): Promise<People> {
  const rows = await sql.query<{ surname: string; id: string; organizationId: string }>(
    `select p.surname, p.id::text, a.organization_id::text as "organizationId" from person p
     join appointment a on a.person_id = p.id where p.programme_id = $1 and a.role in ('mentor', 'mentee')`,
    [programmeId],
  );
  return new Map(rows.map(({ surname, ...person }) => [surname, person]));
}

function personIn(people: People, surname: string) {
  const person = people.get(surname);
  if (person === undefined) throw new Error(`the demo has nobody called ${surname}`);
  return person;
}

type Setting = { programme: Programme; people: People; at: Date };

async function apply(
  sql: Sql,
  { programme, people, idOf, at }: Setting & { idOf: ReadonlyMap<string, string> },
  { surname, role, post, competencies, own = [], capacity }: DemoApplication,
): Promise<void> {
  const { id, organizationId } = personIn(people, surname);
  const chosen = competencies.flatMap((name) => idOf.get(name) ?? []);
  const said =
    role === 'mentor'
      ? { skills: { chosen, own }, forms: { chosen: ['teacher-teacher'], own: [] }, capacity }
      : { requests: { chosen, own } };
  await sql.query(
    `insert into application (person_id, form, role, organization_id, state, answers, applied_at, decided_at)
     values ($1, $2, $2, $3, 'active', $4, $5, $5)`,
    [id, role, organizationId, JSON.stringify({ post, contact: 'bot', ...said }), at],
  );
  const consents = createConsentBook(sql);
  for (const kind of ['personal-data', 'participation'] as const) {
    const { id: textId } = await consents.current(programme.id, kind, 'self', at);
    await consents.give({ personId: id, givenBy: id, textId, way: 'chat', evidence: {}, at });
  }
}

const steps: readonly DemoPair['state'][] = ['proposed', 'agreed', 'ordered', 'active', 'completed'];

async function form(sql: Sql, { programme, people, at }: Setting, pair: DemoPair): Promise<void> {
  const today = toDay(at, programme.timeZone);
  const day = (days: number): Day => addDays(today, days);
  const [mentor, mentee] = [personIn(people, pair.mentor), personIn(people, pair.mentee)];
  const book = createPairBook(sql);
  const reached = (state: DemoPair['state']) => steps.indexOf(pair.state) >= steps.indexOf(state);
  const id = await book.propose(
    {
      mentorId: mentor.id,
      menteeIds: [mentee.id],
      form: pair.form,
      fromOn: day(pair.from),
      toOn: day(pair.to),
      goal: pair.goal,
    },
    { programmeId: programme.id, organizationId: mentee.organizationId, by: null },
    at,
  );
  for (const { id: personId } of reached('agreed') ? [mentor, mentee] : []) {
    await book.answer(id, { personId, giver: 'self', answer: 'agreed', givenBy: personId }, at);
  }
  const { tasks = [], results = '' } = pair;
  if (tasks.length > 0)
    await book.saveProgramme(id, { tasks: [...tasks], activities: [], results }, null, at);
  if (reached('ordered')) await book.markOrdered([id], null, at);
  if (!reached('active')) return;
  await book.start(id, null, at);
  for (const { day: days, topic, mark } of pair.meetings ?? []) {
    await book.addMeeting(id, { on: day(days), topic, outcome: 'held', mark }, mentor.id, today, at);
  }
}
