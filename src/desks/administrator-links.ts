import { createAdministratorLinkBook } from '../database/repositories/administrator-link-book.ts';
import { noteAudit } from '../database/repositories/audit-book.ts';
import { createOrganizationBook } from '../database/repositories/organization-book.ts';
import { createPersonBook } from '../database/repositories/person-book.ts';
import { createProgrammeBook } from '../database/repositories/programme-book.ts';
import type { Sql } from '../database/sql.ts';
import { Refusal } from '../domain/refusal.ts';
import type { OpenAdministratorLink } from '../domain/sign-in/administrator-link.ts';
import type { SignInPlace } from '../domain/sign-in/sign-in.ts';
import type {
  AdministratorLinkView,
  NewAdministrator,
  NewProgramme,
  SessionToken,
} from '../domain/sign-in/sign-in-desk.ts';
import { beginSession } from './begin-session.ts';
import type { SignInDeps } from './sign-in-desk.ts';

type Given = { administrator: NewAdministrator | null; programme: NewProgramme | null };

export async function lookAtLink(
  { database, doorClock }: SignInDeps,
  secret: string,
): Promise<AdministratorLinkView> {
  const book = createAdministratorLinkBook(database);
  const link = await usable(book, await book.look(secret, doorClock.now()));
  return {
    needsProgramme: (await createProgrammeBook(database).list()).length === 0,
    isKnown: link.personId !== null,
  };
}

/** The one printed at the start is for the first administrator: worth nothing once there is one. */
async function usable(
  book: ReturnType<typeof createAdministratorLinkBook>,
  link: OpenAdministratorLink | null,
): Promise<OpenAdministratorLink> {
  if (link === null || (link.atStart && (await book.hasAdministrator()))) {
    throw new Refusal('administrator-link-over');
  }
  return link;
}

/** One transaction: a form that is not filled in spends no link. */
export async function openLink(
  deps: SignInDeps,
  secret: string,
  given: Given,
  place: SignInPlace,
): Promise<SessionToken> {
  return deps.database.transaction(async (sql) => {
    const at = deps.doorClock.now();
    const book = createAdministratorLinkBook(sql);
    const link = await usable(book, await book.open(secret, at));
    const personId = link.personId ?? (await enter(sql, given));
    await appoint(sql, personId);
    const session = await beginSession(sql, deps, personId, place);
    if (session === null) throw new Refusal('administrator-link-over');
    const { id, token, programmeId } = session;
    const from = { via: 'panel', id, network: place.network === '' ? null : place.network } as const;
    const entry = {
      action: 'staff.appointed',
      subject: { kind: 'person', id: personId },
      after: { role: 'administrator', by: link.atStart ? 'first-link' : 'link' },
    };
    await noteAudit(sql, { personId, programmeId, from }, entry, at);
    return { token };
  });
}

async function enter(sql: Sql, { administrator, programme }: Given): Promise<string> {
  if (administrator === null) throw new Refusal('names-needed');
  const programmes = createProgrammeBook(sql);
  const [first] = await programmes.list();
  const programmeId = first?.id ?? (await found(sql, programme));
  const { id } = await createPersonBook(sql).add({ programmeId, ...administrator });
  return id;
}

async function found(sql: Sql, programme: NewProgramme | null): Promise<string> {
  if (programme === null) throw new Refusal('programme-needed');
  const { name, officeName } = programme;
  const timeZone = readZone(programme.timeZone);
  const { id } = await createProgrammeBook(sql).add({ key: 'city', name, timeZone });
  await createOrganizationBook(sql).add({
    programmeId: id,
    kind: 'office',
    name: officeName,
    shortName: officeName,
    aliases: [],
  });
  return id;
}

/** Administrators are appointed in the office; a programme without one gets it. */
async function appoint(sql: Sql, personId: string): Promise<void> {
  const people = createPersonBook(sql);
  const { programmeId } = await people.byId(personId);
  const organizations = createOrganizationBook(sql);
  const office =
    (await organizations.list(programmeId)).find(({ kind }) => kind === 'office') ??
    (await organizations.add({
      programmeId,
      kind: 'office',
      name: 'Управление образования',
      shortName: 'Управление образования',
      aliases: [],
    }));
  await people.appoint(personId, 'administrator', office.id);
}

function readZone(value: string): string {
  try {
    return new Intl.DateTimeFormat('ru', { timeZone: value }).resolvedOptions().timeZone;
  } catch {
    throw new Refusal('time-zone-wrong');
  }
}
