import { createHash } from 'node:crypto';
import { correctionsOf, keepCorrections } from '../database/repositories/deadline-corrections.ts';
import { roadmapHead } from '../database/repositories/overview.ts';
import { createRoadmapBook } from '../database/repositories/roadmap-book.ts';
import { createDraftBook, type StoredDraft } from '../database/repositories/roadmap-drafts.ts';
import { type ImportReport, importRoadmap } from '../database/repositories/roadmap-import.ts';
import { readDocument } from '../documents/read-document.ts';
import { Refusal } from '../domain/refusal.ts';
import type { DraftDesk, DraftPreview } from '../domain/roadmap/draft-desk.ts';
import { importFacts } from '../domain/roadmap/import-facts.ts';
import { isNoChange, type StoredRoadmap } from '../domain/roadmap/plan-import.ts';
import { readRoadmap } from '../domain/roadmap/read-roadmap.ts';
import { type DraftReading, patchEdits, readDraft } from '../domain/roadmap/roadmap-draft.ts';
import { type RollingRoadmap, rollOver, yearsOfPeriod } from '../domain/roadmap/roll-over.ts';
import { checkVersion } from '../domain/staff/version.ts';
import { officeNames } from '../texts/roadmap.ts';
import { type DeskDeps, staffLook, staffWork, type Work } from './desk-work.ts';

/** A roadmap is a few pages. */
const largestRoadmap = 10 * 1024 * 1024;

export function createDraftDesk(deps: DeskDeps): DraftDesk {
  const write = <T>(staff: Parameters<DraftDesk['list']>[0], work: (work: Work) => Promise<T>) =>
    staffWork(deps, staff, 'roadmap:write', work);
  return {
    list: (staff) =>
      staffLook(deps, staff, 'roadmap:write', ({ sql, reach }) =>
        createDraftBook(sql).list(reach.programmeId),
      ),
    async begin(staff, bytes, period, call) {
      if (bytes.length > largestRoadmap) throw new Refusal('too-large');
      const pages = await readDocument(bytes);
      readRoadmap(pages, period);
      const sourceHash = createHash('sha256').update(bytes).digest('hex');
      return write(staff, (work) =>
        work.once(call, async () => {
          const id = await add(work, { content: { kind: 'import', pages }, sourceHash });
          const given = Object.keys(period).length > 0;
          if (given) await createDraftBook(work.sql).edit(id, { period });
          return { id };
        }),
      );
    },
    rollOver: (staff, roadmapId, years, call) =>
      write(staff, (work) => work.once(call, async () => ({ id: await roll(work, roadmapId, years) }))),
    preview: (staff, draftId) => write(staff, async (work) => previewOf(work, await draftOf(work, draftId))),
    edit: (staff, draftId, patch, version) =>
      write(staff, async (work) => {
        const draft = await draftOf(work, draftId);
        checkVersion(await previewOf(work, draft), version);
        await createDraftBook(work.sql).edit(draftId, patchEdits(draft.edits, patch));
        // As it was stored: jsonb orders keys, and versions tell one order from another.
        return previewOf(work, await draftOf(work, draftId));
      }),
    confirm: (staff, draftId, version) => write(staff, (work) => confirm(work, draftId, version)),
    discard: (staff, draftId) =>
      write(staff, async (work) => {
        await draftOf(work, draftId);
        await createDraftBook(work.sql).remove(draftId);
      }),
  };
}

function add(
  { sql, reach, staff, at }: Work,
  draft: Pick<StoredDraft, 'content' | 'sourceHash'>,
): Promise<string> {
  return createDraftBook(sql).add(reach.programmeId, { ...draft, by: staff.personId, at });
}

async function draftOf({ sql, reach }: Work, draftId: string): Promise<StoredDraft> {
  const draft = await createDraftBook(sql).find(reach.programmeId, draftId);
  if (draft === null) throw new Refusal('draft-unknown');
  return draft;
}

async function roll(work: Work, roadmapId: string, years: number | null): Promise<string> {
  const roadmap = await createRoadmapBook(work.sql).byId(work.reach.programmeId, roadmapId);
  if (roadmap === null) throw new Refusal('roadmap-unknown');
  const by = years ?? yearsOfPeriod(roadmap.period);
  const read = rollOver(rollingOf(roadmap), by);
  const sourceHash = createHash('sha256').update(JSON.stringify(read)).digest('hex');
  return add(work, { content: { kind: 'roll-over', fromRoadmapId: roadmapId, years: by, read }, sourceHash });
}

/** What it has now: removed items and days are over. */
function rollingOf({ title, period, items }: StoredRoadmap): RollingRoadmap {
  return {
    title,
    period,
    items: items
      .filter(({ removed }) => !removed)
      .map(({ id: _, removed: __, position: ___, unparsed: ____, occurrences, ...item }) => ({
        ...item,
        occurrences: occurrences.flatMap(({ removed, slot }) =>
          removed || slot.to === null ? [] : [{ from: slot.from, to: slot.to }],
        ),
      })),
  };
}

async function readingOf({ sql, reach }: Work, { content, edits }: StoredDraft): Promise<DraftReading> {
  return readDraft(content, edits, await correctionsOf(sql, reach.programmeId));
}

async function store(
  work: Work,
  draft: StoredDraft,
  { read, corrections }: DraftReading,
): Promise<ImportReport> {
  const { sql, reach, staff, at } = work;
  const { programmeId } = reach;
  await keepCorrections(sql, programmeId, read.period, corrections, { by: staff.personId, at });
  return importRoadmap(sql, { programmeId, read, sourceHash: draft.sourceHash, office: officeNames, at });
}

/** What storing it would do: done up to a savepoint and taken back. */
async function previewOf(work: Work, draft: StoredDraft): Promise<DraftPreview> {
  const { sql, reach, today } = work;
  const reading = await readingOf(work, draft);
  const { title, order, period, warnings } = reading.read;
  const isRolled = draft.content.kind === 'roll-over';
  const isKnown = (await createRoadmapBook(sql).find(reach.programmeId, order)) !== null;
  // A roadmap that is rolled over is always a new one: without its order it is counted under one that nobody has.
  const counted =
    isRolled && (order === null || isKnown) ? { number: `draft ${draft.id}`, on: today } : order;
  await sql.query('savepoint rehearsal');
  const report = await store(work, draft, { ...reading, read: { ...reading.read, order: counted } });
  await sql.query('rollback to savepoint rehearsal');
  const { inserted, updated, withdrawn, revived, unknown } = report.tasks;
  const obstacle = !isRolled ? null : order === null ? 'order-missing' : isKnown ? 'order-known' : null;
  const touched = inserted + updated + withdrawn + revived + reading.corrections.length;
  const isIdle = !report.isNew && isNoChange(report.changes) && report.organizations.length + touched === 0;
  return {
    id: draft.id,
    kind: draft.content.kind,
    from:
      draft.content.kind === 'roll-over'
        ? await roadmapHead(sql, reach.programmeId, draft.content.fromRoadmapId, today)
        : null,
    title,
    order,
    period,
    items: reading.items,
    warnings,
    isNew: report.isNew,
    changes: report.changes,
    organizations: report.organizations,
    tasks: { inserted, updated, withdrawn, revived },
    unknownWords: byPhrase(unknown),
    obstacle: obstacle ?? (isIdle ? 'nothing-changes' : null),
  };
}

function byPhrase(unknown: ImportReport['tasks']['unknown']): DraftPreview['unknownWords'] {
  const phrases = new Map<string, Set<string>>();
  for (const { phrase, itemCode } of unknown) {
    phrases.set(phrase, (phrases.get(phrase) ?? new Set()).add(itemCode));
  }
  return [...phrases].map(([phrase, items]) => ({ phrase, items: [...items] }));
}

async function confirm(work: Work, draftId: string, version: string): Promise<{ id: string }> {
  const { sql, reach } = work;
  await sql.query('select from programme where id = $1 for no key update', [reach.programmeId]);
  const draft = await draftOf(work, draftId);
  const preview = await previewOf(work, draft);
  checkVersion(preview, version);
  if (preview.obstacle !== null) throw new Refusal(preview.obstacle);
  const { read, corrections } = await readingOf(work, draft);
  const { roadmapId } = await store(work, draft, { read, items: [], corrections });
  await createDraftBook(sql).remove(draftId);
  await work.note({
    action: preview.kind === 'import' ? 'roadmap.imported' : 'roadmap.rolled-over',
    subject: { kind: 'roadmap', id: roadmapId },
    after: { ...importFacts(preview, read), corrections: corrections.length },
  });
  return { id: roadmapId };
}
