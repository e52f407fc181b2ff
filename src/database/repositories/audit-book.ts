import { type AuditEntry, type ChatAudit, withoutPersonal } from '../../domain/audit/audit.ts';
import type { Origin } from '../../domain/staff/staff.ts';
import type { Sql } from '../sql.ts';

/** Who did it: `personId: null` at the command line. */
export type Actor = { personId: string | null; programmeId: string | null; from: Origin };

/** Into the same transaction as the change itself: neither is there without the other. */
export async function noteAudit(sql: Sql, actor: Actor, entry: AuditEntry, at: Date): Promise<void> {
  const { from } = actor;
  const { action, subject, organizationId = null } = entry;
  const facts = (given: AuditEntry['before']) => {
    const shown = withoutPersonal(given);
    return shown === null ? null : JSON.stringify(shown);
  };
  await sql.query(
    `insert into audit (at, programme_id, person_id, via, via_id, network, action, subject_kind, subject_id,
       organization_id, before, after)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      at,
      actor.programmeId,
      actor.personId,
      from.via,
      from.id,
      from.network,
      action,
      subject.kind,
      subject.id,
      organizationId,
      facts(entry.before),
      facts(entry.after),
    ],
  );
}

export function createChatAudit(sql: Sql): ChatAudit {
  return {
    // Which account it was is the person's own, and may have to be erased.
    note: ({ personId, programmeId, platform }, entry, at) =>
      noteAudit(
        sql,
        { personId, programmeId, from: { via: 'chat', id: platform, network: null } },
        entry,
        at,
      ),
  };
}
