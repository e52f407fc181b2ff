import QRCode from 'qrcode';
import { listPeople } from '../database/repositories/people-list.ts';
import { createPersonBook } from '../database/repositories/person-book.ts';
import { isWithin, lockFacts, personCard, writeFacts } from '../database/repositories/person-card.ts';
import { postsOf } from '../database/repositories/person-posts.ts';
import { messagesTo } from '../database/repositories/sent-messages.ts';
import type { Sql } from '../database/sql.ts';
import { writeXlsx } from '../documents/write-xlsx.ts';
import { difference } from '../domain/audit/audit.ts';
import { addDays } from '../domain/calendar/day.ts';
import { xlsxMime } from '../domain/files/sheet-plan.ts';
import { showCode } from '../domain/people/invitation.ts';
import {
  appointable,
  checkAppoint,
  checkCorrects,
  checkStandsFor,
  mayCorrect,
  mayStandFor,
} from '../domain/people/may-appoint.ts';
import type { Invited, PeopleDesk, PersonMay, Post } from '../domain/people/people-desk.ts';
import { type DetailedLine, mostExported } from '../domain/people/people-list.ts';
import type { PersonFacts } from '../domain/people/person-card.ts';
import { readFacts } from '../domain/people/read-facts.ts';
import { Refusal } from '../domain/refusal.ts';
import { covers, need, type Reach, reachOf } from '../domain/staff/powers.ts';
import type { Staff } from '../domain/staff/staff.ts';
import { checkVersion } from '../domain/staff/version.ts';
import { peopleFileName, peoplePlan } from '../texts/people-export.ts';
import { type DeskDeps, staffLook, staffWork, type Work } from './desk-work.ts';
import { textsShown } from './names-shown.ts';

const longestPauseDays = 366;

export function createPeopleDesk(deps: DeskDeps): PeopleDesk {
  return { ...reading(deps), ...correcting(deps), ...linking(deps) };
}

type Part<Calls extends keyof PeopleDesk> = Pick<PeopleDesk, Calls>;

function reading(deps: DeskDeps): Part<'list' | 'export' | 'card' | 'messages'> {
  return {
    async list(staff, query, filter) {
      // Asked for at each letter that is typed: nothing is read but the list.
      const reach = need(staff, 'people:read');
      const contacts = seesContacts(staff, reach);
      return listPeople(deps.database, { reach, query, filter, at: deps.clock.now(), contacts });
    },
    export: (staff, query, filter) =>
      staffWork(deps, staff, 'people:export', async ({ reach, at, today, note }) => {
        const contacts = seesContacts(staff, reach);
        const wish = {
          reach,
          filter,
          at,
          contacts,
          detailed: true,
          query: { ...query, page: 1, size: mostExported },
        };
        const { items, total } = await listPeople(deps.database, wish);
        if (total > mostExported) throw new Refusal('too-many-to-export', { most: mostExported });
        await note({
          action: 'people.exported',
          subject: { kind: 'people', id: '0' },
          after: { count: total },
        });
        // `detailed` is what the statement was asked for.
        const plan = peoplePlan(items as DetailedLine[], today, contacts);
        return { name: peopleFileName(today), mime: xlsxMime, bytes: await writeXlsx([plan], at) };
      }),
    card: (staff, personId) =>
      staffLook(deps, staff, 'people:read', async ({ sql, reach, at }) => {
        const card = await personCard(sql, reach, personId, { at, contacts: seesContacts(staff, reach) });
        return { card, may: await mayOn(sql, staff, personId) };
      }),
    messages: (staff, personId, query, state) =>
      staffLook(deps, staff, 'people:read', async ({ sql, reach }) => {
        if (!(await isWithin(sql, reach, personId))) throw new Refusal('person-unknown');
        return messagesTo(sql, personId, query, { state, shown: textsShown(staff, reach) });
      }),
  };
}

/** Somebody within reach, locked. */
function change<T>(
  deps: DeskDeps,
  staff: Staff,
  personId: string,
  work: (work: Work) => Promise<T>,
): Promise<T> {
  return staffWork(deps, staff, 'people:write', async (own) => {
    await lockFacts(own.sql, own.reach, personId, false);
    return work(own);
  });
}

function correcting(deps: DeskDeps): Part<'add' | 'edit' | 'appoint' | 'dismiss'> {
  return {
    add: (staff, raw, post, call) =>
      staffWork(deps, staff, 'people:write', (own) => own.once(call, () => addPerson(own, raw, post))),
    edit: (staff, personId, raw, expected) =>
      staffWork(deps, staff, 'people:write', async ({ sql, reach, today, note }) => {
        const contacts = seesContacts(staff, reach);
        const before = await lockFacts(sql, reach, personId, contacts);
        checkVersion(before, expected);
        checkCorrects(reach, await postsOf(sql, personId));
        const facts = readFacts(contacts ? raw : { ...raw, phone: null }, today);
        await writeFacts(sql, personId, facts, contacts);
        await note({ action: 'person.edited', ...about(personId), ...difference(before, facts) });
        return facts;
      }),
    appoint: (staff, personId, post) =>
      change(deps, staff, personId, async ({ sql, reach, note }) => {
        checkAppoint(reach, post);
        await mustBeOrganization(sql, reach, post.organizationId);
        await createPersonBook(sql).appoint(personId, post.role, post.organizationId);
        await note({ action: 'person.appointed', ...about(personId, post), after: { role: post.role } });
      }),
    dismiss: (staff, personId, post) =>
      change(deps, staff, personId, async ({ sql, reach, at, note }) => {
        checkAppoint(reach, post);
        await createPersonBook(sql).dismiss(personId, post.role, post.organizationId, at);
        await note({ action: 'person.dismissed', ...about(personId, post), before: { role: post.role } });
      }),
  };
}

function linking(deps: DeskDeps): Part<'invite' | 'unlink' | 'pause'> {
  return {
    invite: (staff, personId) =>
      change(deps, staff, personId, async ({ sql, reach, books, at, note }) => {
        checkStandsFor(staff, reach, personId, await postsOf(sql, personId));
        const { code, expiresAt, links } = await books.people.invite(personId, at);
        await note({ action: 'person.invited', ...about(personId) });
        return { code: showCode(code), expiresAt, links: await Promise.all(links.map(withPicture)) };
      }),
    unlink: (staff, personId, platform) =>
      change(deps, staff, personId, async ({ sql, reach, note }) => {
        checkStandsFor(staff, reach, personId, await postsOf(sql, personId));
        const platforms = await createPersonBook(sql).unlink(personId, platform);
        await note({ action: 'person.unlinked', ...about(personId), before: { platforms } });
        return { platforms };
      }),
    pause: (staff, personId, until) =>
      change(deps, staff, personId, async ({ sql, reach, books, today, note }) => {
        checkCorrects(reach, await postsOf(sql, personId));
        if (until !== null && (until < today || until > addDays(today, longestPauseDays))) {
          throw new Refusal('pause-wrong');
        }
        await books.people.wishWriting(personId, { pausedUntil: until });
        await note({ action: 'person.paused', ...about(personId), after: { pausedUntil: until } });
      }),
  };
}

async function addPerson(
  { sql, reach, today, note }: Work,
  raw: PersonFacts,
  post: Post,
): Promise<{ id: string }> {
  const facts = readFacts(raw, today);
  checkAppoint(reach, post);
  await mustBeOrganization(sql, reach, post.organizationId);
  const people = createPersonBook(sql);
  const { id } = await people.add({ programmeId: reach.programmeId, ...facts });
  await writeFacts(sql, id, facts, true);
  await people.appoint(id, post.role, post.organizationId);
  await note({ action: 'person.added', ...about(id, post), after: { role: post.role } });
  return { id };
}

/** Phones are seen wherever people are: no power over contacts reaches further or less far than that over people. */
function seesContacts(staff: Staff, reach: Reach): boolean {
  return covers(staff, 'people:contacts', reach);
}

async function mayOn(sql: Sql, staff: Staff, personId: string): Promise<PersonMay> {
  const reach = reachOf(staff, 'people:write');
  const looks = reachOf(staff, 'people:read');
  const seeContacts = looks !== null && seesContacts(staff, looks);
  if (reach === null || !(await isWithin(sql, reach, personId))) {
    return { edit: false, appoint: [], standFor: false, seeContacts };
  }
  const held = await postsOf(sql, personId);
  const standFor = mayStandFor(staff, reach, personId, held);
  return { edit: mayCorrect(reach, held), appoint: [...appointable(reach)], standFor, seeContacts };
}

async function mustBeOrganization(sql: Sql, { programmeId }: Reach, organizationId: string): Promise<void> {
  const found = await sql.query('select from organization where id = $1 and programme_id = $2', [
    organizationId,
    programmeId,
  ]);
  if (found.length === 0) throw new Refusal('organization-unknown');
}

function about(personId: string, post?: Post) {
  return { subject: { kind: 'person', id: personId }, organizationId: post?.organizationId ?? null };
}

async function withPicture({
  name,
  link,
}: {
  name: string;
  link: string | null;
}): Promise<Invited['links'][number]> {
  const qr = link === null ? null : await QRCode.toString(link, { type: 'svg', margin: 1 });
  return { name, link, qr };
}
