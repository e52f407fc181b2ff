import { createAdmin } from '../../src/admin/admin.ts';
import { createStoredFileBook } from '../../src/database/repositories/stored-file-book.ts';
import type { Database, Sql } from '../../src/database/sql.ts';
import { createPublicDesk } from '../../src/desks/public-desk.ts';
import type { Clock } from '../../src/domain/calendar/clock.ts';
import type { ConsentGiver, ConsentScope } from '../../src/domain/consents/consent.ts';
import type { PublishedWhat } from '../../src/domain/consents/published.ts';
import { notedLog } from './delivery.ts';

export const everything: readonly PublishedWhat[] = [
  'names',
  'work',
  'photo',
  'video',
  'materials',
  'awards',
];

type Given = { what?: readonly string[] } & Omit<ConsentScope, 'what'> & {
    giver?: ConsentGiver;
    version?: number;
    at?: Date;
  };

/** Somebody's consents: to their data, and to publishing this on the office's site; in place of what they let before. */
export async function lets(sql: Sql, personId: string, given: Given = {}): Promise<void> {
  const { what = everything, where = ['office-site'], conditions, giver = 'self', version = 1 } = given;
  const at = given.at ?? new Date('2022-02-01T00:00:00Z');
  await sql.query(
    `update consent c set withdrawn_at = $2 from consent_text t where t.id = c.text_id and c.person_id = $1
       and t.kind = 'distribution' and t.version = $3 and c.withdrawn_at is null`,
    [personId, at, version],
  );
  await gives(sql, personId, { kind: 'personal-data', giver, version: 1, scope: {}, at });
  const scope = { what, where, ...(conditions !== undefined && { conditions }) };
  await gives(sql, personId, { kind: 'distribution', giver, version, scope, at });
}

export async function gives(
  sql: Sql,
  personId: string,
  given: { kind: string; giver: ConsentGiver; version: number; scope: object; at: Date },
): Promise<void> {
  const { kind, giver, version, scope, at } = given;
  await sql.query(
    `insert into consent_text (programme_id, kind, giver, version, title, summary, body, hash, published_at)
     select programme_id, $2, $3, $4, '', '', '', '', $5 from person where id = $1 on conflict do nothing`,
    [personId, kind, giver, version, at],
  );
  await sql.query(
    `insert into consent (person_id, given_by, text_id, way, scope, given_at)
     select p.id, p.id, t.id, 'chat', $5, $6 from person p join consent_text t on t.programme_id = p.programme_id
     where p.id = $1 and t.kind = $2 and t.giver = $3 and t.version = $4 on conflict do nothing`,
    [personId, kind, giver, version, JSON.stringify(scope), at],
  );
}

export async function withdraws(sql: Sql, personId: string, kind = 'distribution'): Promise<void> {
  await sql.query(
    `update consent c set withdrawn_at = now() from consent_text t
     where t.id = c.text_id and c.person_id = $1 and t.kind = $2 and c.withdrawn_at is null`,
    [personId, kind],
  );
}

/** The public pages alone, listening. */
export async function publicServer(database: Database, clock: Clock, publicUrl: string | null = null) {
  const desk = createPublicDesk({ database, clock, files: createStoredFileBook(database) });
  const log = notedLog();
  const admin = createAdmin({
    host: '127.0.0.1',
    port: 0,
    health: async () => ({ parts: {}, oldestInboxSeconds: null, oldestDeliverySeconds: null }),
    webhooks: [],
    store: async () => undefined,
    open: { desk, publicUrl, now: clock.now },
    log,
  });
  const url = await admin.start();
  return {
    url,
    log,
    desk,
    stop: admin.stop,
    async get(path: string, headers: Record<string, string> = {}) {
      const response = await fetch(`${url}${path}`, { headers, redirect: 'manual' });
      return { status: response.status, headers: response.headers, text: await response.text() };
    },
  };
}
