import { randomBytes } from 'node:crypto';
import { type Admin, createAdmin } from '../../src/admin/admin.ts';
import { createSessionBook } from '../../src/database/repositories/staff-session-book.ts';
import { createStoredFileBook } from '../../src/database/repositories/stored-file-book.ts';
import type { Database } from '../../src/database/sql.ts';
import type { DeskDeps } from '../../src/desks/desk-work.ts';
import type { SignInNeeds } from '../../src/desks/sign-in-needs.ts';
import { createVault } from '../../src/desks/vault.ts';
import type { Clock } from '../../src/domain/calendar/clock.ts';
import type { Role } from '../../src/domain/people/person.ts';
import type { Staff } from '../../src/domain/staff/staff.ts';
import { createPanelRoom } from '../../src/panel-room.ts';
import { notedLog } from './delivery.ts';

export type PanelServer = Awaited<ReturnType<typeof panelServer>>;

/** What desks are given in tests. */
export function deskDeps(database: Database, clock: Clock, changed: Partial<DeskDeps> = {}): DeskDeps {
  return {
    database,
    clock,
    mayNameOthers: (platform) => platform !== 'telegram',
    pageUrl: () => 'http://127.0.0.1',
    files: createStoredFileBook(database),
    ...changed,
  };
}

/** Somebody at the panel, as the door would know them. */
export function staffAs(
  personId: string,
  programmeId: string,
  held: readonly { role: Role; organizationId: string }[],
  changed: Partial<Staff> = {},
): Staff {
  return {
    personId,
    programmeId,
    appointments: held,
    scopes: null,
    trusted: true,
    from: { via: 'panel', id: null, network: null },
    ...changed,
  };
}

/** The API and the panel, listening. */
export async function panelServer(
  database: Database,
  clock: Clock,
  changed: Partial<DeskDeps & SignInNeeds> = {},
) {
  const log = notedLog();
  const admin: Admin = createAdmin({
    host: '127.0.0.1',
    port: 0,
    health: async () => ({ parts: {}, oldestInboxSeconds: null, oldestDeliverySeconds: null }),
    webhooks: [],
    store: async () => undefined,
    panel: {
      ...createPanelRoom({
        ...deskDeps(database, clock),
        vault: createVault(randomBytes(32)),
        doorClock: clock,
        factorFree: false,
        publicUrl: null,
        ...changed,
      }),
      // Tests call more in a minute than people do.
      perMinute: 1_000_000,
    },
    log,
  });
  const url = await admin.start();

  /** What lies in the cookie of a session of this person's. */
  async function tokenOf(personId: string, { secondFactor = true } = {}): Promise<string> {
    const session = { personId, secondFactor, agent: 'test', network: null };
    return (await createSessionBook(database).begin(session, clock.now())).token;
  }

  return {
    url,
    log,
    stop: admin.stop,
    tokenOf,
    /** Calls as a browser of this person's would, both factors passed unless said otherwise. */
    async signedIn(personId: string, options: { secondFactor?: boolean } = {}) {
      const token = await tokenOf(personId, options);
      return caller(url, { cookie: `staff=${token}`, 'x-nastavnik': 'panel' });
    },
    stranger: () => caller(url, {}),
    withToken: (token: string) => caller(url, { authorization: `Bearer ${token}` }),
  };
}

export type Called = {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests say themselves what they expect
  body: any;
  text: string;
};

/** Calls with these headers. */
export function caller(url: string, usual: Record<string, string>) {
  async function call(
    method: string,
    path: string,
    { body, headers = {} }: { body?: unknown; headers?: Record<string, string> } = {},
  ): Promise<Called> {
    const isForm = body instanceof FormData;
    const response = await fetch(`${url}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...usual,
        ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: isJson && text ? JSON.parse(text) : null,
    };
  }
  return {
    call,
    get: (path: string, headers = {}) => call('GET', path, { headers }),
    post: (path: string, body?: unknown, headers = {}) => call('POST', path, { body, headers }),
    patch: (path: string, body: unknown, headers = {}) => call('PATCH', path, { body, headers }),
    put: (path: string, body: unknown, headers = {}) => call('PUT', path, { body, headers }),
    delete: (path: string, headers = {}) => call('DELETE', path, { headers }),
  };
}

export type Caller = ReturnType<typeof caller>;
