import { createContestSettingsBook } from '../database/repositories/contest-settings-book.ts';
import { createPersonBook } from '../database/repositories/person-book.ts';
import type { ContestDesk } from '../domain/contests/contest-desk.ts';
import { mayDo } from '../domain/contests/stage.ts';
import type { Role } from '../domain/people/person.ts';
import { Refusal } from '../domain/refusal.ts';
import { lockedContest, note, shownContest } from './contest-work.ts';
import { type DeskDeps, staffWork, type Work } from './desk-work.ts';

/** Who judges. Whoever is put into a jury gets the one power they need for it, and no more. */
export function createContestJury(deps: DeskDeps): Pick<ContestDesk, 'putJuror' | 'removeJuror'> {
  return {
    putJuror: (staff, id, juror) =>
      staffWork(deps, staff, 'contests:write', async (work) => {
        const contest = await lockedContest(work, id);
        mayDo('edit-jury', contest, work.at);
        await mustBeKnown(work, juror.personId);
        const { nominationIds } = juror;
        if (nominationIds?.some((each) => contest.nominations.every((known) => known.id !== each)))
          throw new Refusal('nomination-unknown');
        await createContestSettingsBook(work.sql).putJuror(id, juror, work.at);
        await seat(work, juror.personId);
        await note(work, id, 'contest.juror-put', { personId: juror.personId, chair: juror.isChair });
        return shownContest(work, id);
      }),

    removeJuror: (staff, id, personId) =>
      staffWork(deps, staff, 'contests:write', async (work) => {
        mayDo('edit-jury', await lockedContest(work, id), work.at);
        const book = createContestSettingsBook(work.sql);
        if (!(await book.removeJuror(id, personId, work.at))) throw new Refusal('juror-unknown');
        await note(work, id, 'contest.juror-removed', null, { personId });
        await unseat(work, personId);
        return shownContest(work, id);
      }),
  };
}

/** Locked: nobody is seated twice, or unseated by a removal from another jury meanwhile. */
async function mustBeKnown({ sql, reach }: Work, personId: string): Promise<void> {
  const rows = await sql.query(
    'select from person where id = $1 and programme_id = $2 and erased_at is null for no key update',
    [personId, reach.programmeId],
  );
  if (rows.length === 0) throw new Refusal('person-unknown');
}

type Held = { role: Role; organizationId: string };

function heldBy({ sql }: Work, personId: string): Promise<Held[]> {
  return sql.query<Held>(
    `select role, organization_id::text as "organizationId" from appointment
     where person_id = $1 and ended_at is null order by id`,
    [personId],
  );
}

/** Roles by which one judges as it is. */
const judging: readonly Role[] = ['administrator', 'coordinator', 'jury'];

/** In the organization they are of; whoever is of none judges for the office. */
async function seat(work: Work, personId: string): Promise<void> {
  const held = await heldBy(work, personId);
  if (held.some(({ role }) => judging.includes(role))) return;
  const organizationId = held[0]?.organizationId ?? (await officeOf(work));
  await createPersonBook(work.sql).appoint(personId, 'jury', organizationId);
  const subject = { kind: 'person', id: personId };
  await work.note({ action: 'staff.appointed', subject, organizationId, after: { role: 'jury' } });
}

async function officeOf({ sql, reach }: Work): Promise<string> {
  const [office] = await sql.query<{ id: string }>(
    `select id::text from organization where programme_id = $1 and kind = 'office' order by id limit 1`,
    [reach.programmeId],
  );
  if (office === undefined) throw new Refusal('organization-unknown');
  return office.id;
}

/** Whoever judges nowhere else has nothing left to do at the panel. */
export async function unseat(work: Work, personId: string): Promise<void> {
  const { sql, at } = work;
  await sql.query('select from person where id = $1 for no key update', [personId]);
  if (await createContestSettingsBook(sql).isJuror(personId)) return;
  for (const { role, organizationId } of await heldBy(work, personId)) {
    if (role !== 'jury') continue;
    await createPersonBook(sql).dismiss(personId, role, organizationId, at);
    const subject = { kind: 'person', id: personId };
    await work.note({ action: 'staff.dismissed', subject, organizationId, before: { role } });
  }
}
