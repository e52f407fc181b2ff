import { contestsOfItem } from '../database/repositories/contest-milestones.ts';
import { itemHistory } from '../database/repositories/item-history.ts';
import { createOrganizationBook } from '../database/repositories/organization-book.ts';
import { roadmapHead } from '../database/repositories/overview.ts';
import { createResponsibleBook } from '../database/repositories/responsible-book.ts';
import { itemCard, listItems, phrasesInUse, roadmapsOf } from '../database/repositories/roadmap-shelf.ts';
import { syncTasks } from '../database/repositories/task-plan.ts';
import type { Sql } from '../database/sql.ts';
import { Refusal } from '../domain/refusal.ts';
import { createTargetsOf, type NamedTarget, phraseKey, type Target } from '../domain/roadmap/responsible.ts';
import type { ItemView, ResponsibleWord, RoadmapDesk } from '../domain/roadmap/roadmap-desk.ts';
import { reachOf } from '../domain/staff/powers.ts';
import { checkVersion, versionOf } from '../domain/staff/version.ts';
import { type DeskDeps, type Look, staffLook, staffWork, type Work } from './desk-work.ts';
import { namesShown } from './names-shown.ts';

export function createRoadmapDesk(deps: DeskDeps): RoadmapDesk {
  return {
    roadmaps: (staff) =>
      staffLook(deps, staff, 'roadmap:read', async (look) => {
        const current = await roadmapHead(look.sql, look.reach.programmeId, null, look.today);
        const all = await roadmapsOf(look.sql, look);
        return all.map((each) => ({ ...each, current: each.id === current?.id }));
      }),
    items: (staff, roadmapId, query) =>
      staffLook(deps, staff, 'roadmap:read', async (look) => {
        const { sql, reach, today } = look;
        const roadmap = await roadmapHead(sql, reach.programmeId, roadmapId, today);
        if (roadmap !== null) return listItems(sql, look, roadmap.id, query);
        if (roadmapId !== null) throw new Refusal('roadmap-unknown');
        return { total: 0, items: [] };
      }),
    item: (staff, itemId) => staffLook(deps, staff, 'roadmap:read', (look) => itemView(look, itemId)),
    words: (staff) =>
      staffLook(deps, staff, 'roadmap:read', ({ sql, reach }) => wordsOf(sql, reach.programmeId)),
    explain: (staff, phrase, targets, version) =>
      staffWork(deps, staff, 'roadmap:write', (work) => explain(work, phrase, targets, version)),
  };
}

async function itemView(look: Look, itemId: string): Promise<ItemView> {
  const { sql, reach, staff, at } = look;
  const contests = reachOf(staff, 'contests:read');
  const card = await itemCard(sql, look, itemId);
  if (card === null) throw new Refusal('item-unknown');
  const { completions, events } = await itemHistory(sql, reach, itemId);
  const targetsOf = createTargetsOf(await createResponsibleBook(sql).phrases(reach.programmeId));
  const nameless = <Row extends { person: string | null }>(rows: readonly Row[]): Row[] =>
    namesShown(staff) ? [...rows] : rows.map((row) => ({ ...row, person: null }));
  return {
    ...card,
    meanings: card.responsible.map((phrase) => ({ phrase, targets: targetsOf(phrase)?.map(bare) ?? null })),
    contests:
      contests === null
        ? []
        : await contestsOfItem(sql, itemId, { seesDrafts: contests.organizationIds === null, at }),
    completions: nameless(completions),
    events: nameless(events),
  };
}

const bare = ({ place, role, organizationId, organizationName }: NamedTarget): NamedTarget => ({
  place,
  role,
  organizationId,
  organizationName,
});

/** All phrases of live items and all that were ever explained; unknown ones first. */
async function wordsOf(sql: Sql, programmeId: string): Promise<ResponsibleWord[]> {
  const rows = await createResponsibleBook(sql).phrases(programmeId);
  const used = await phrasesInUse(sql, programmeId);
  const targetsOf = createTargetsOf(rows);
  const unused = [...new Set(rows.map(({ phrase }) => phrase))]
    .filter((phrase) => !used.some((each) => phraseKey(each.phrase) === phraseKey(phrase)))
    .map((phrase) => ({ phrase, items: [] }));
  return [...used, ...unused]
    .map(({ phrase, items }) => {
      const targets = targetsOf(phrase)?.map(bare) ?? [];
      const seen = { phrase, targets };
      return { ...seen, unknown: targets.length === 0, items: byNumber(items), version: versionOf(seen) };
    })
    .sort((a, b) => Number(b.unknown) - Number(a.unknown));
}

function byNumber(items: readonly string[]): string[] {
  return [...items].sort((a, b) => a.localeCompare(b, 'ru', { numeric: true }));
}

async function explain(work: Work, phrase: string, targets: readonly Target[], version: string) {
  const { sql, reach, at } = work;
  const { programmeId } = reach;
  await sql.query('select from programme where id = $1 for no key update', [programmeId]);
  const before = await wordNamed(sql, programmeId, phrase);
  checkVersion({ phrase: before.phrase, targets: before.targets }, version);
  if (targets.length === 0) throw new Refusal('targets-none');
  const partners = (await createOrganizationBook(sql).list(programmeId)).filter(
    ({ kind }) => kind === 'partner',
  );
  for (const { place, organizationId } of targets) {
    const isPartner = partners.some(({ id }) => id === organizationId);
    if (place === 'partner' ? !isPartner : organizationId !== null) throw new Refusal('partner-unknown');
  }
  await createResponsibleBook(sql).explain(programmeId, phrase, targets);
  const { inserted, updated, withdrawn, revived } = await syncTasks(sql, programmeId, at);
  const tasks = { inserted, updated, withdrawn, revived };
  await work.note({
    action: 'responsible-words.explained',
    subject: { kind: 'programme', id: programmeId },
    before: { phrase, targets: before.targets.map(({ place, role }) => `${place} ${role}`) },
    after: { phrase, targets: targets.map(({ place, role }) => `${place} ${role}`), ...tasks },
  });
  return { word: await wordNamed(sql, programmeId, phrase), tasks };
}

async function wordNamed(sql: Sql, programmeId: string, phrase: string): Promise<ResponsibleWord> {
  const word = (await wordsOf(sql, programmeId)).find((each) => phraseKey(each.phrase) === phraseKey(phrase));
  if (word === undefined) throw new Refusal('phrase-unknown');
  return word;
}
