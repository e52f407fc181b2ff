import { toDay } from '../domain/calendar/day.ts';
import { Refusal } from '../domain/refusal.ts';
import { powersOf, reachOf } from '../domain/staff/powers.ts';
import type { Self, SelfDesk } from '../domain/staff/self-desk.ts';
import type { DeskDeps } from './desk-work.ts';

type Row = Omit<Self, 'powers' | 'wholeCity' | 'trusted' | 'today'>;

export function createSelfDesk({ database, clock }: Pick<DeskDeps, 'database' | 'clock'>): SelfDesk {
  return {
    async me(staff) {
      const [row] = await database.query<Row>(
        `select p.id as "personId", p.surname, p.name, p.patronymic,
           jsonb_build_object('id', g.id::text, 'name', g.name, 'timeZone', g.time_zone) as programme,
           coalesce((select jsonb_agg(jsonb_build_object('role', a.role, 'organizationId', o.id::text,
               'organizationName', o.short_name) order by a.id)
             from appointment a join organization o on o.id = a.organization_id
             where a.person_id = p.id and a.ended_at is null), '[]') as appointments
         from person p join programme g on g.id = p.programme_id where p.id = $1`,
        [staff.personId],
      );
      if (row === undefined) throw new Refusal('session-over');
      return {
        ...row,
        powers: powersOf(staff),
        wholeCity: reachOf(staff, 'overview:read')?.organizationIds === null,
        trusted: staff.trusted,
        today: toDay(clock.now(), row.programme.timeZone),
      };
    },
  };
}
