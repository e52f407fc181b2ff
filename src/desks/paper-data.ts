import { baseEntries } from '../database/repositories/base-entries.ts';
import { createCompetencyBook } from '../database/repositories/competency-book.ts';
import { createNameExceptionBook } from '../database/repositories/name-exception-book.ts';
import { createOrderBook } from '../database/repositories/order-book.ts';
import { peopleKnown } from '../database/repositories/order-people.ts';
import { createPairBook } from '../database/repositories/pair-book.ts';
import type { Base, BaseEntry } from '../domain/bases/city-base.ts';
import type { DocumentData } from '../domain/documents/document-data.ts';
import type { PaperPerson } from '../domain/documents/order-paper.ts';
import { Refusal } from '../domain/refusal.ts';
import { type Reach, reaches } from '../domain/staff/powers.ts';
import { type BasePlace, baseData } from '../texts/documents/base-data.ts';
import { programmeData } from '../texts/documents/programme-data.ts';
import type { Look } from './desk-work.ts';
import { wordPerson } from './order-wording.ts';

type Part = Pick<Look, 'sql' | 'reach' | 'at' | 'today'>;

/** `organizationId: null`: the office's own name over a list of many. `Refusal('organization-unknown')`. */
export async function placeOf(
  { sql, reach, today }: Part,
  organizationId: string | null,
): Promise<BasePlace> {
  const [place] = await sql.query<Omit<BasePlace, 'today'>>(
    `select o.name as "organizationName", o.short_name as "organizationShortName", g.name as "programmeName"
     from organization o join programme g on g.id = o.programme_id
     where o.programme_id = $1 and (o.id = $3 or $3::bigint is null and o.kind = 'office')
       and ($3::bigint is null or $2::bigint[] is null or o.id = any($2))`,
    [reach.programmeId, reach.organizationIds, organizationId],
  );
  if (place === undefined && organizationId === null)
    return { organizationName: '', organizationShortName: '', programmeName: '', today };
  if (place === undefined) throw new Refusal('organization-unknown');
  return { ...place, today };
}

export async function baseDataOf(
  look: Part,
  { base, organizationId }: { base: Base; organizationId: string | null },
): Promise<DocumentData> {
  const { sql, reach, at } = look;
  const [only, more] = reach.organizationIds ?? [];
  // Whoever keeps one organization prints it under its own name.
  const place = await placeOf(look, organizationId ?? (more === undefined ? (only ?? null) : null));
  const scope = {
    programmeId: reach.programmeId,
    organizationIds: organizationId === null ? (reach.organizationIds?.slice() ?? null) : [organizationId],
  };
  const entries = await baseEntries(sql, base, scope, at);
  const labels = await createCompetencyBook(sql).labels(entries.flatMap(chosenBy));
  return baseData(base, place, entries, labels);
}

function chosenBy({ answers }: BaseEntry): string[] {
  return [answers.skills, answers.requests].flatMap((answer) =>
    typeof answer === 'object' && answer !== null && 'chosen' in answer ? answer.chosen : [],
  );
}

/** `Refusal('pair-unknown')`. */
export async function programmeDataOf(
  look: Part,
  pairId: string,
): Promise<{ mentor: string; data: DocumentData }> {
  const { sql, reach } = look;
  const book = createPairBook(sql);
  const pair = await book.byId(pairId);
  if (pair === null || !isReached(reach, pair)) throw new Refusal('pair-unknown');
  const { organizationId } = pair;
  const head = (await createOrderBook(sql).officials(organizationId)).find(({ role }) => role === 'head');
  const mentees = pair.mentees.filter(({ leftAt }) => leftAt === null);
  const ids = [
    pair.mentor.id,
    ...mentees.map(({ id }) => id),
    ...(head === undefined ? [] : [head.personId]),
  ];
  const people = await paperPeople(look, organizationId, ids);
  const person = (id: string) => people.get(id) ?? null;
  const mentor = person(pair.mentor.id);
  if (mentor === null) throw new Refusal('pair-unknown');
  const data = programmeData({
    place: await placeOf(look, organizationId),
    pair: { ...pair, mentor, mentees: mentees.flatMap(({ id }) => person(id) ?? []) },
    programme: await book.programmeOf(pairId),
    head: head === undefined ? null : person(head.personId),
  });
  return { mentor: mentor.name.nominative, data };
}

function isReached(
  reach: Reach,
  { programmeId, organizationId }: { programmeId: string; organizationId: string },
) {
  return programmeId === reach.programmeId && reaches(reach, organizationId);
}

/** Worded by the rules and the programme's exceptions. */
async function paperPeople(
  { sql, reach }: Part,
  organizationId: string,
  ids: readonly string[],
): Promise<Map<string, PaperPerson>> {
  const exceptions = await createNameExceptionBook(sql).list(reach.programmeId);
  const people = await peopleKnown(sql, organizationId, ids);
  return new Map(
    people.map((each) => {
      const { name, post, nameForms, postForms } = wordPerson(each, exceptions);
      return [
        each.personId,
        { name: { nominative: name, forms: nameForms }, post: { nominative: post, forms: postForms } },
      ];
    }),
  );
}
