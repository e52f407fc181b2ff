import { touch } from '../database/repositories/order-book.ts';
import type { OrderDesk } from '../domain/documents/order-desk.ts';
import { type PairOrder, requireOpen } from '../domain/documents/pair-order.ts';
import { type CaseException, grammaticalCases } from '../domain/names/name-cases.ts';
import { exceptionsIn } from '../domain/names/remember.ts';
import { Refusal } from '../domain/refusal.ts';
import { checkVersion } from '../domain/staff/version.ts';
import { orderDefaults } from '../texts/documents/order-data.ts';
import { type DeskDeps, staffWork, type Work } from './desk-work.ts';
import { wordEverybody, wordPerson } from './order-wording.ts';
import { found, locked, note, requireOrganization } from './order-work.ts';

type Drafts = Pick<OrderDesk, 'create' | 'createAll' | 'edit' | 'correct'>;

/** Everything up to the printing. */
export function createOrderDrafts(deps: DeskDeps): Drafts {
  return {
    create: (staff, { organizationId, pairIds }, call) =>
      staffWork(deps, staff, 'documents:write', async (work) => {
        await requireOrganization(work, organizationId);
        return work.once(call, async () => ({ id: await draft(work, organizationId, pairIds) }));
      }),
    createAll: (staff, call) =>
      staffWork(deps, staff, 'documents:write', (work) =>
        work.once(call, async () => {
          const ids: string[] = [];
          for (const { organizationId, pairIds } of await work.books.orders.waiting(work.reach)) {
            ids.push(await draft(work, organizationId, pairIds));
          }
          return { ids };
        }),
      ),
    edit: (staff, id, version, { pairIds, ...text }) =>
      staffWork(deps, staff, 'documents:write', async (work) => {
        const order = await locked(work, id);
        checkVersion(order, version);
        requireOpen(order.state);
        const { orders } = work.books;
        await requireOfficials(work, order, [text.controlId, text.signerId]);
        if (pairIds.join() !== order.pairs.map((pair) => pair.id).join()) await orders.setPairs(id, pairIds);
        await orders.setText(id, text);
        await wordEverybody(work.books, order);
        await orders.note(id, {
          kind: 'edited',
          by: staff.personId,
          facts: { pairs: pairIds.length },
          at: work.at,
        });
        await note(
          work,
          order,
          'order.edited',
          { pairs: pairIds.length, state: 'draft' },
          { state: order.state },
        );
        return found(await orders.find(work.reach, id));
      }),
    correct: (staff, id, version, personId, correction) =>
      staffWork(deps, staff, 'documents:write', async (work) => {
        const order = await locked(work, id);
        checkVersion(order, version);
        requireOpen(order.state);
        const remembered = await correct(work, order, personId, correction);
        await touch(work.sql, id);
        const facts = { personId, remembered };
        await work.books.orders.note(id, { kind: 'name-corrected', by: staff.personId, facts, at: work.at });
        await note(work, order, 'order.name-corrected', facts);
        return found(await work.books.orders.find(work.reach, id));
      }),
  };
}

async function draft(work: Work, organizationId: string, pairIds: readonly string[]): Promise<string> {
  const { books, reach, staff, at, sql } = work;
  const { programmeId } = reach;
  const [programme] = await sql.query<{ name: string }>('select name from programme where id = $1', [
    programmeId,
  ]);
  const officials = await books.orders.officials(organizationId);
  const id = await books.orders.create(
    {
      programmeId,
      organizationId,
      basis: orderDefaults.basis(programme?.name ?? ''),
      points: orderDefaults.points,
      signerId: officials.find(({ role }) => role === 'head')?.personId ?? null,
      controlId: officials.find(({ role }) => role === 'deputy-head')?.personId ?? null,
      by: staff.personId,
    },
    pairIds,
    at,
  );
  await wordEverybody(books, { id, programmeId, people: [] });
  await books.orders.note(id, { kind: 'drafted', by: staff.personId, facts: { pairs: pairIds.length }, at });
  await note(work, { id, organizationId }, 'order.drafted', { pairs: pairIds.length });
  return id;
}

/** Only somebody of the organization signs and controls. */
async function requireOfficials(
  { books }: Work,
  { organizationId }: PairOrder,
  ids: readonly (string | null)[],
): Promise<void> {
  const officials = (await books.orders.officials(organizationId)).map(({ personId }) => personId);
  if (ids.some((id) => id !== null && !officials.includes(id))) throw new Refusal('official-unknown');
}

/** Returns how many exceptions were remembered. */
async function correct(
  { books, staff, at }: Work,
  order: PairOrder,
  personId: string,
  { gender, post, nameForms, postForms, remember }: Parameters<Drafts['correct']>[4],
): Promise<number> {
  const known = (await books.orders.peopleToWord(order.id)).find((each) => each.personId === personId);
  if (known === undefined) throw new Refusal('person-unknown');
  const exceptions = await books.nameExceptions.list(order.programmeId);
  const ruled = wordPerson(known, exceptions, { gender, post });
  const person = {
    ...ruled,
    nameForms: nameForms ?? ruled.nameForms,
    postForms: postForms ?? ruled.postForms,
    doubtful: false,
    corrected: true,
  };
  const others = order.people.filter((each) => each.personId !== personId);
  await books.orders.setPeople(order.id, [...others, person]);
  if (!remember) return 0;
  const learnt: CaseException[] = exceptionsIn(known, gender, person.nameForms, ruled.nameForms);
  if (post !== '' && grammaticalCases.some((each) => person.postForms[each] !== ruled.postForms[each]))
    learnt.push({ part: 'post', gender: null, nominative: person.post, forms: person.postForms });
  for (const each of learnt) {
    await books.nameExceptions.remember(order.programmeId, each, staff.personId, at);
  }
  return learnt.length;
}
