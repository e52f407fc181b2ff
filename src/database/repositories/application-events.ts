import type { Sql } from '../sql.ts';
import { storableJson } from './storable-json.ts';

/** What happened to an application; `personId` is `null` where nobody pressed anything. */
export async function noteApplication(
  sql: Sql,
  event: {
    applicationId: string;
    personId: string | null;
    kind: string;
    facts?: Readonly<Record<string, string>>;
    at: Date;
  },
): Promise<void> {
  const { applicationId, personId, kind, facts = {}, at } = event;
  await sql.query(
    'insert into application_event (application_id, person_id, kind, facts, at) values ($1, $2, $3, $4, $5)',
    [applicationId, personId, kind, storableJson(facts), at],
  );
}
