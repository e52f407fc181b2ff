import {
  type Application,
  type ApplicationState,
  takingPart,
} from '../../domain/registration/application.ts';
import type { Sql } from '../sql.ts';
import { noteApplication } from './application-events.ts';
import { leavePairs, settlePauses } from './pair-leaving.ts';

type Moved = Pick<Application, 'id' | 'personId' | 'role' | 'organizationId'>;

/**
 * Writes the new state, the event and the appointment that follows from them. The row is locked, and the step one that
 * may be made: the caller has made sure. `by` is `null` where nobody decided.
 */
export async function moveApplication(
  sql: Sql,
  application: Moved,
  to: ApplicationState,
  { by, facts = {}, at }: { by: string | null; facts?: Readonly<Record<string, string>>; at: Date },
): Promise<void> {
  const decided = to === 'confirmed' || to === 'declined';
  const ended = to === 'left' || to === 'declined';
  await sql.query(
    `update application set state = $2,
       decided_at = case when $3 then $5 else decided_at end, decided_by = case when $3 then $6 else decided_by end,
       ended_at = case when $4 then $5 else ended_at end
     where id = $1`,
    [application.id, to, decided, ended, at, by],
  );
  await noteApplication(sql, { applicationId: application.id, personId: by, kind: to, facts, at });
  if (to === 'confirmed') await appoint(sql, application, at);
  if (to === 'left') await dismiss(sql, application, at);
  // Of somebody known twice the pairs go over to the one they are known as.
  if (to === 'left' && facts.reason !== 'joined') await leavePairs(sql, application.personId, by, at);
  else await settlePauses(sql, application.personId, by, at);
}

async function appoint(sql: Sql, { personId, role, organizationId }: Moved, at: Date): Promise<void> {
  await sql.query(
    `insert into appointment (person_id, role, organization_id, since) values ($1, $2, $3, $4)
     on conflict (person_id, organization_id, role) where ended_at is null do nothing`,
    [personId, role, organizationId, at],
  );
}

/** Not while another application of the person stands for the same role in the same organization. */
async function dismiss(sql: Sql, { personId, role, organizationId }: Moved, at: Date): Promise<void> {
  await sql.query(
    `update appointment set ended_at = $4
     where person_id = $1 and role = $2 and organization_id = $3 and ended_at is null
       and not exists (select from application
         where person_id = $1 and role = $2 and organization_id = $3 and state = any($5::text[]))`,
    [personId, role, organizationId, at, takingPart],
  );
}
