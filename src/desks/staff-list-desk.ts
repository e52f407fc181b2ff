import { createApiTokenBook } from '../database/repositories/api-token-book.ts';
import { createPersonBook } from '../database/repositories/person-book.ts';
import { createSecondFactorBook } from '../database/repositories/second-factor-book.ts';
import { endSessions } from '../database/repositories/staff-session-book.ts';
import { showCode } from '../domain/people/invitation.ts';
import type { Role } from '../domain/people/person.ts';
import { Refusal } from '../domain/refusal.ts';
import { isStaffRole } from '../domain/staff/staff.ts';
import type { StaffListDesk, StaffPost } from '../domain/staff/staff-list.ts';
import { type DeskDeps, staffLook, staffWork, type Work } from './desk-work.ts';
import { listStaff } from './list-staff.ts';
import { sessionOf } from './session-of.ts';
import type { SignInNeeds } from './sign-in-needs.ts';

export function createStaffListDesk(deps: DeskDeps & SignInNeeds): StaffListDesk {
  return {
    list: (staff, query) =>
      staffLook(deps, staff, 'staff:read', (look) => listStaff(look, query, deps.doorClock.now())),
    appoint: (staff, who, post, call) =>
      staffWork(deps, staff, 'staff:write', (work) =>
        work.once(call, async () => {
          await checkPost(work, post);
          const personId =
            'personId' in who
              ? await known(work, who.personId)
              : (await createPersonBook(work.sql).add({ programmeId: work.reach.programmeId, ...who.names }))
                  .id;
          await createPersonBook(work.sql).appoint(personId, post.role, post.organizationId);
          await work.note({
            action: 'staff.appointed',
            subject: { kind: 'person', id: personId },
            organizationId: post.organizationId,
            after: { role: post.role },
          });
          return { id: personId };
        }),
      ),
    dismiss: (staff, appointmentId) =>
      staffWork(deps, staff, 'staff:write', (work) => dismiss(work, appointmentId)),
    invite: (staff, personId) =>
      staffWork(deps, staff, 'staff:write', async (work) => {
        // Whoever has the code comes in as this person: not for a program, which was given a part of somebody's powers.
        sessionOf(staff);
        const { code, links } = await work.books.people.invite(await seated(work, personId), work.at);
        await work.note({ action: 'person.invited', subject: { kind: 'person', id: personId } });
        return { code: showCode(code), links };
      }),
    resetFactor: (staff, personId) =>
      staffWork(deps, staff, 'staff:write', async (work) => {
        sessionOf(staff);
        await known(work, personId);
        if (personId === staff.personId) throw new Refusal('own-factor');
        if (!(await createSecondFactorBook(work.sql).reset(personId))) throw new Refusal('factor-missing');
        await endSessions(work.sql, personId, deps.doorClock.now());
        await work.note({ action: 'second-factor.reset', subject: { kind: 'person', id: personId } });
      }),
    endSessions: (staff, personId) =>
      staffWork(deps, staff, 'staff:write', async (work) => {
        const at = deps.doorClock.now();
        const ended = await endSessions(work.sql, await known(work, personId), at);
        // Whoever has been in may have left a program behind that goes on for a year.
        const tokens = await createApiTokenBook(work.sql).revokeAll(personId, at);
        const subject = { kind: 'person', id: personId };
        await work.note({ action: 'session.all-ended', subject, after: { sessions: ended, tokens } });
        return { ended };
      }),
  };
}

async function known({ sql, reach }: Work, personId: string): Promise<string> {
  const rows = await sql.query(
    'select from person where id = $1 and programme_id = $2 and erased_at is null for no key update',
    [personId, reach.programmeId],
  );
  if (rows.length === 0) throw new Refusal('person-unknown');
  return personId;
}

/** Somebody of the staff: nobody else is invited here. */
async function seated(work: Work, personId: string): Promise<string> {
  const seats = await work.books.people.appointmentsOf(await known(work, personId));
  if (!seats.some(({ role }) => isStaffRole(role))) throw new Refusal('person-unknown');
  return personId;
}

async function checkPost({ sql, reach }: Work, { role, organizationId }: StaffPost): Promise<void> {
  if (!isStaffRole(role)) throw new Refusal('not-staff-role');
  const rows = await sql.query('select from organization where id = $1 and programme_id = $2', [
    organizationId,
    reach.programmeId,
  ]);
  if (rows.length === 0) throw new Refusal('organization-unknown');
}

async function dismiss({ sql, reach, note, at }: Work, appointmentId: string): Promise<void> {
  const [seat] = await sql.query<{ personId: string; role: Role; organizationId: string }>(
    `select a.person_id as "personId", a.role, a.organization_id as "organizationId"
     from appointment a join person p on p.id = a.person_id
     where a.id = $1 and p.programme_id = $2 and a.ended_at is null`,
    [appointmentId, reach.programmeId],
  );
  if (seat === undefined || !isStaffRole(seat.role)) throw new Refusal('appointment-unknown');
  const { personId, role, organizationId } = seat;
  await createPersonBook(sql).dismiss(personId, role, organizationId, at);
  const subject = { kind: 'person', id: personId };
  await note({ action: 'staff.dismissed', subject, organizationId, before: { role } });
}
