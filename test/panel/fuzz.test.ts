import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApiDocument } from '../../src/admin/api/document.ts';
import type { Database } from '../../src/database/sql.ts';
import { type Caller, type PanelServer, panelServer } from '../helpers/panel-server.ts';
import { type Schema, valueLike } from './arbitrary.ts';
import { worldTemplate } from './world.ts';

// Whatever is sent to the API is answered below 500, as a problem without a word of how the program is made.

type Parameter = { name: string; in: string; required?: boolean; schema: Schema };
type Operation = {
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema?: Schema }> };
};
type Document = {
  paths: Record<string, Record<string, Operation>>;
  components?: { schemas?: Record<string, Schema> };
};

const runs = Number(process.env.FUZZ_RUNS ?? 12);
const clock = { now: () => new Date('2026-10-05T08:00:00Z') };
const document = (await openApiDocument()) as Document;
const schemas = document.components?.schemas ?? {};
const routes = Object.entries(document.paths).flatMap(([path, operations]) =>
  Object.entries(operations).map(([method, operation]) => ({
    method: method.toUpperCase(),
    path,
    operation,
  })),
);

let database: Database;
let panel: PanelServer;
let administrator: string;

beforeAll(async () => {
  const template = await worldTemplate();
  database = await template.copy();
  await template.stop();
  panel = await panelServer(database, clock);
  administrator = template.world.people.administrator;
});
afterAll(async () => {
  await panel.stop();
  await database.stop();
});

describe.each(routes)('$method $path', ({ method, path, operation }) => {
  test('answers anything below 500, and without a stack', async () => {
    await fc.assert(
      fc.asyncProperty(requestOf(path, operation), async ({ address, body, headers }) => {
        // Signing out, or ending all sessions, is among what is tried.
        const caller: Caller = await panel.signedIn(administrator);
        const answer = await caller.call(method, address, { ...(body !== undefined && { body }), headers });
        const known = panel.log.notes.filter(({ level }) => level === 'error');
        expect(answer.status, `${answer.text}\n${JSON.stringify(known)}`).toBeLessThan(500);
        expect(answer.text).not.toMatch(/\bat [\w.]+ \(|node_modules|QueryFailed|syntax error/);
        if (answer.status >= 400) {
          expect(answer.headers.get('content-type')).toContain('application/problem+json');
          expect(answer.body).toMatchObject({ code: expect.any(String), title: expect.any(String) });
        }
      }),
      { numRuns: runs },
    );
  });
});

function requestOf(path: string, { parameters = [], requestBody }: Operation) {
  const json = requestBody?.content['application/json']?.schema;
  const given = fc.record({
    path: fc.record(Object.fromEntries(parametersIn(parameters, 'path'))),
    query: fc.record(Object.fromEntries(parametersIn(parameters, 'query')), { requiredKeys: [] }),
    body: json === undefined ? fc.constant(undefined) : valueLike(json, schemas),
    headers: fc.record(
      {
        'if-match': fc.constantFrom('"x"', 'W/"abc"', '*', 'nonsense'),
        'idempotency-key': fc.constantFrom('12345678', 'short', 'k'.repeat(128)),
      },
      { requiredKeys: [] },
    ),
  });
  return given.map(({ path: places, query, body, headers }) => ({
    address: `${path.replace(/\{(\w+)\}/g, (_, name: string) => encoded(places[name]))}${queryOf(query)}`,
    body,
    headers,
  }));
}

const parametersIn = (parameters: readonly Parameter[], place: string) =>
  parameters
    .filter((each) => each.in === place)
    .map(({ name, schema }) => [name, valueLike(schema, schemas)] as const);

function queryOf(query: Record<string, unknown>): string {
  const parts = Object.entries(query).flatMap(([name, value]) =>
    [value].flat().map((each) => `${encodeURIComponent(name)}=${encoded(each)}`),
  );
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

/** A lone surrogate has no form in an address. */
function encoded(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return encodeURIComponent(text.slice(0, 300).toWellFormed()) || '-';
}
