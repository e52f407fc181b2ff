import { baseEntries, baseScopeOf } from './database/repositories/base-entries.ts';
import { sortOut, storeBase } from './database/repositories/base-import.ts';
import { createCompetencyBook } from './database/repositories/competency-book.ts';
import { createOrganizationBook } from './database/repositories/organization-book.ts';
import type { Database, Sql } from './database/sql.ts';
import { readSheets } from './documents/read-sheet.ts';
import { writeXlsx } from './documents/write-xlsx.ts';
import type { BaseActor, BaseDesk, BaseImport, BaseScope } from './domain/bases/base-desk.ts';
import type { Base, BaseEntry } from './domain/bases/city-base.ts';
import { type BaseContext, type BaseReading, readBase, type SheetRow } from './domain/bases/read-base.ts';
import type { Clock } from './domain/calendar/clock.ts';
import { addDays, type Day, toDay } from './domain/calendar/day.ts';
import { Refusal } from './domain/refusal.ts';
import { exportPlan } from './texts/base-export.ts';
import { templatePlans } from './texts/base-template.ts';
import { baseHeadings, fixedChoices, invitationsPlan } from './texts/bases.ts';

type Deps = {
  database: Database;
  clock: Clock;
  /** Somebody was entered: what else is to be written in the same transaction. */
  entered?(run: ImportRun, found: BaseImport): Promise<void>;
};

export function createBaseDesk({ database, clock, entered }: Deps): BaseDesk {
  return {
    async template(base, actor) {
      const scope = await baseScopeOf(database, actor);
      const organizations = await organizationsIn(database, scope);
      const competencies = await createCompetencyBook(database).list(scope.programmeId);
      return writeXlsx(templatePlans(base, { competencies, organizations }), clock.now());
    },
    export: (base, actor) => exportBase(database, base, actor, clock.now()),
    async import(base, actor, bytes, { onlyGood }) {
      const sheets = await readSheets(bytes);
      return database.transaction(async (sql) => {
        const run = { sql, base, actor, at: clock.now() };
        const found = await importSheets(run, sheets, { onlyGood });
        if (found.stored.length > 0) await entered?.(run, found);
        return found;
      });
    },
  };
}

export async function exportBase(sql: Sql, base: Base, actor: BaseActor, at: Date): Promise<Uint8Array> {
  const scope = await baseScopeOf(sql, actor);
  const entries = await baseEntries(sql, base, scope, at);
  const labels = await createCompetencyBook(sql).labels(entries.flatMap(chosenBy));
  return writeXlsx([exportPlan(base, entries, labels, await today(sql, scope, at))], at);
}

function chosenBy({ answers }: BaseEntry): string[] {
  return [answers.skills, answers.requests].flatMap((answer) =>
    typeof answer === 'object' && answer !== null && 'chosen' in answer ? answer.chosen : [],
  );
}

export type ImportRun = { sql: Sql; base: Base; actor: BaseActor; at: Date };

/** What an import would do: how many it would enter, and what stands in the way of the others. */
export async function previewBase(
  { sql, base, actor, at }: ImportRun,
  sheets: readonly SheetRow[][],
): Promise<Pick<BaseImport, 'duplicates' | 'faults'> & { ready: number }> {
  const scope = await baseScopeOf(sql, actor);
  const { rows, faults } = readFirst(base, sheets, await contextFor(sql, base, scope, at));
  const { fresh, duplicates } = await sortOut(sql, rows, scope);
  return { ready: fresh.length, duplicates, faults };
}

/** Bound to one transaction; `progress` is told after each row. */
export async function importSheets(
  { sql, base, actor, at }: ImportRun,
  sheets: readonly SheetRow[][],
  { onlyGood, progress }: { onlyGood: boolean; progress?: (done: number, total: number) => Promise<void> },
): Promise<BaseImport> {
  const scope = await baseScopeOf(sql, actor);
  const { rows, faults } = readFirst(base, sheets, await contextFor(sql, base, scope, at));
  if (faults.length > 0 && !onlyGood) return { stored: [], duplicates: [], faults, invitations: null };
  const importedBy = 'staffId' in actor ? actor.staffId : null;
  const wish = { base, scope, importedBy, at, ...(progress && { progress }) };
  const result = await storeBase(sql, rows, wish);
  return { ...result, faults, invitations: await invitationsOf(sql, scope, result.stored, at) };
}

/** The first sheet with the headings: the template's own, before its example. */
function readFirst(base: Base, sheets: readonly SheetRow[][], context: BaseContext): BaseReading {
  let refusal: unknown = new Refusal('document-broken');
  for (const sheet of sheets) {
    try {
      return readBase(base, sheet, context);
    } catch (error) {
      refusal = refusal instanceof Refusal && refusal.code === 'base-columns-missing' ? refusal : error;
    }
  }
  throw refusal;
}

async function contextFor(sql: Sql, base: Base, scope: BaseScope, at: Date): Promise<BaseContext> {
  const competencies = await createCompetencyBook(sql).list(scope.programmeId);
  return {
    headings: baseHeadings(base),
    choicesOf: (question) =>
      question.kind === 'many-of' && 'from' in question.options ? competencies : fixedChoices(base, question),
    organizations: await organizationsIn(sql, scope),
    today: await today(sql, scope, at),
  };
}

async function organizationsIn(sql: Sql, { programmeId, organizationIds }: BaseScope) {
  const all = await createOrganizationBook(sql).list(programmeId);
  return organizationIds === null ? all : all.filter(({ id }) => organizationIds.includes(id));
}

async function invitationsOf(sql: Sql, scope: BaseScope, stored: BaseImport['stored'], at: Date) {
  const [first] = stored;
  if (first === undefined) return null;
  const endsOn = await today(sql, scope, first.invitation.expiresAt);
  return writeXlsx([invitationsPlan(stored, addDays(endsOn, -1))], at);
}

/** In the city's zone. */
async function today(sql: Sql, { programmeId }: BaseScope, at: Date): Promise<Day> {
  const [programme] = await sql.query<{ zone: string }>(
    'select time_zone as zone from programme where id = $1',
    [programmeId],
  );
  return toDay(at, programme?.zone ?? 'UTC');
}
