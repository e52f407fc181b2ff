import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/sql.ts';
import { type Called, type Caller, type PanelServer, panelServer } from '../helpers/panel-server.ts';
import {
  type Call,
  type CallerRole,
  callers,
  type Place,
  type RouteExpectation,
} from './route-expectation.ts';
import { topics } from './topics.ts';
import { undone } from './undone.ts';
import { type World, worldTemplate } from './world.ts';

// Every route × every role × own, foreign and another city's: what is answered is what the topic's file expects. To add a
// route, write what you expect of it into test/panel/topics/<topic>.ts.

const clock = { now: () => new Date('2026-10-05T08:00:00Z') };

type Entry = { topic: string; name: string; route: RouteExpectation<unknown> };
const entries: Entry[] = Object.entries(topics).flatMap(([topic, { routes }]) =>
  Object.entries(routes).map(([name, route]) => ({ topic, name, route })),
);

let template: Awaited<ReturnType<typeof worldTemplate>>;
let world: World;

/** One server for all routes, on what `current` is. */
let panel: PanelServer;
let database: Database;
let current: Database;
/** What only reads leaves everything as it was: everybody signs in once for all of it. */
let readers: Signed;

beforeAll(async () => {
  template = await worldTemplate();
  world = template.world;
  database = await template.copy();
  await template.stop();
  current = database;
  panel = await panelServer(
    {
      query: (text, params) => current.query(text, params),
      transaction: (work) => current.transaction(work),
      url: '',
      stop: async () => undefined,
    },
    clock,
  );
  readers = await signIn();
});
afterAll(async () => {
  await panel?.stop();
  await database?.stop();
});

async function signIn() {
  const signedIn = {} as Record<CallerRole, Caller>;
  const everybodyIn = async () => {
    for (const role of callers) signedIn[role] = await panel.signedIn(world.people[role]);
  };
  await everybodyIn();
  return {
    signedIn,
    /** Who has left, or ended other sessions, comes in again. */
    everybodyIn,
    outsiders: { stranger: panel.stranger(), mentor: await panel.signedIn(world.mentorId) },
    half: await panel.signedIn(world.people.coordinator, { secondFactor: false }),
  };
}

type Signed = Awaited<ReturnType<typeof signIn>>;

describe.each(entries)('$name', (entry) => {
  test('answers each role as expected, and tells nothing of what is foreign', async () => {
    if (entry.name.startsWith('GET ')) {
      expect(await walk(entry, readers)).toEqual([]);
      return;
    }
    const wrong = await undone(database, async (inside) => {
      current = inside;
      return walk(entry, await signIn());
    }).finally(() => {
      current = database;
    });
    expect(wrong).toEqual([]);
  });
});

/** What was not answered as expected, a line each. */
async function walk({ topic, name, route }: Entry, signed: Signed): Promise<string[]> {
  const { signedIn, outsiders, half } = signed;
  const wrong: string[] = [];
  const method = name.slice(0, name.indexOf(' '));
  const made = (kind: Place['kind']) => route.call(world.ids[topic]?.[kind], world.places[kind]);
  for (const [who, caller] of Object.entries(outsiders)) {
    const { status, body } = await asked(caller, method, made('own'), signedIn.administrator);
    if (status !== 401 || body?.code !== 'session-over') wrong.push(`${who}: ${status}`);
  }
  const early = await asked(half, method, made('own'), signedIn.administrator);
  if (early.status !== 403 && !beforeTheSecondFactor.test(name))
    wrong.push(`before the second factor: ${early.status}`);
  // Whoever is refused comes first, so that those who may find everything as it was.
  const order = [...callers].sort(
    (one, other) => Number(mayAnywhere(route, one)) - Number(mayAnywhere(route, other)),
  );
  for (const kind of ['other-city', 'foreign', 'own'] as const) {
    let isFirst = true;
    if (method !== 'GET') await signed.everybodyIn();
    for (const role of order) {
      const answer = await asked(signedIn[role], method, made(kind), signedIn.administrator);
      const fault =
        faultIn(route, role, kind, answer, isFirst, method) ??
        (answer.status === 404 && (isFirst || method !== 'DELETE')
          ? await revealedBy(answer, signedIn[role], method, made(kind))
          : null);
      if (fault !== null) wrong.push(`${role}, ${kind}: ${fault}: ${answer.text.slice(0, 200)}`);
      if (answer.status < 300) isFirst = false;
    }
  }
  return wrong;
}

/** What somebody calls who has yet to prove who they are, and nothing else. */
const beforeTheSecondFactor = /^\w+ \/api\/(self$|session)/;

const mayAnywhere = ({ city, own = [] }: RouteExpectation<unknown>, role: CallerRole) =>
  city.includes(role) || own.includes(role);

async function asked(caller: Caller, method: string, call: Call, reader?: Caller): Promise<Called> {
  const { path, body, versionFrom } = call;
  const headers: Record<string, string> = { ...call.headers };
  if (versionFrom !== undefined)
    headers['if-match'] = (await reader?.get(versionFrom))?.headers.get('etag') ?? '"x"';
  return caller.call(method, path, { ...(body !== undefined && { body }), headers });
}

/** `null` where it was answered as expected. */
function faultIn(
  route: RouteExpectation<unknown>,
  role: CallerRole,
  kind: Place['kind'],
  answer: Called,
  isFirst: boolean,
  method: string,
): string | null {
  const { foreign = 404, ok, city, own = [], refused: no = 403 } = route;
  const { status, body } = answer;
  if (status >= 500) return `${status}`;
  if (!mayAnywhere(route, role)) {
    const refused = foreign === 404 && kind === 'other-city' ? [403, 404] : [no];
    return refused.includes(status) ? null : `${status} instead of ${no}`;
  }
  const within = kind === 'own' || foreign === 'same' || (kind === 'foreign' && city.includes(role));
  if (within) {
    // Whoever comes after the first may find it done already.
    const again = method === 'DELETE' || route.gone ? [404] : [];
    const allowed = isFirst ? [ok] : [ok, 409, 412, 422, 428, ...again];
    return allowed.includes(status) ? null : `${status} instead of ${ok}`;
  }
  if (foreign === 'empty') return status === ok && isEmpty(body) ? null : `${status}, and not empty`;
  return status === 404 ? null : `${status} instead of 404 (${own.join()})`;
}

/** Something foreign is answered to the letter as something that does not exist. */
async function revealedBy(
  answer: Called,
  caller: Caller,
  method: string,
  call: Call,
): Promise<string | null> {
  if (!/\d/.test(call.path)) return null;
  const ghost = { ...call, path: call.path.replace(/\d+/g, '999999999999') };
  const { status, text } = await asked(caller, method, ghost);
  return status === 404 && text === answer.text ? null : `not as something that does not exist: ${text}`;
}

function isEmpty(body: unknown): boolean {
  if (Array.isArray(body)) return body.length === 0;
  return typeof body === 'object' && body !== null && 'total' in body && body.total === 0;
}
