import type { Item, RoadmapChanges, StoredItem, StoredRoadmap } from '../../domain/roadmap/plan-import.ts';
import type { Slot } from '../../domain/roadmap/plan-occurrences.ts';
import type { ReadRoadmap, RoadmapOrder } from '../../domain/roadmap/roadmap.ts';
import type { Sql } from '../sql.ts';

export type RoadmapBook = {
  /** The roadmap that this order approved, removed items and occurrences included; `null` before its first import. */
  find(programmeId: string, order: RoadmapOrder | null): Promise<StoredRoadmap | null>;
  /** Any roadmap of the programme that an order approved; `null` for others. */
  byId(programmeId: string, id: string): Promise<StoredRoadmap | null>;
  /** An empty roadmap, to be filled by `apply`. */
  create(programmeId: string, read: ReadRoadmap, sourceHash: string, at: Date): Promise<string>;
  apply(
    roadmapId: string,
    read: ReadRoadmap,
    sourceHash: string,
    changes: RoadmapChanges,
    at: Date,
  ): Promise<void>;
};

export function createRoadmapBook(sql: Sql): RoadmapBook {
  return {
    async find(programmeId, order) {
      const [found] = await sql.query<{ id: string; title: string; from: string; to: string }>(
        `select id, title, period_from::text as "from", period_to::text as "to" from roadmap
         where programme_id = $1 and kind = 'order' and order_number is not distinct from $2 and order_on is not distinct from $3::date`,
        [programmeId, order?.number ?? null, order?.on ?? null],
      );
      if (found === undefined) return null;
      const { id, title, from, to } = found;
      return { id, title, order, period: { from, to }, items: await itemsOf(sql, id) };
    },
    async byId(programmeId, id) {
      const [found] = await sql.query<Omit<StoredRoadmap, 'items'>>(
        `select id, title, jsonb_build_object('from', period_from, 'to', period_to) as period,
           case when order_number is null then null
             else jsonb_build_object('number', order_number, 'on', order_on) end as "order"
         from roadmap where programme_id = $1 and id = $2 and kind = 'order'`,
        [programmeId, id],
      );
      return found === undefined ? null : { ...found, items: await itemsOf(sql, id) };
    },
    async create(programmeId, { title, order, period }, sourceHash, at) {
      const [made] = await sql.query<{ id: string }>(
        `insert into roadmap (programme_id, title, order_number, order_on, period_from, period_to, source_hash, imported_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
        [
          programmeId,
          title,
          order?.number ?? null,
          order?.on ?? null,
          period.from,
          period.to,
          sourceHash,
          at,
        ],
      );
      if (made === undefined) throw new Error('an inserted roadmap gave no id');
      return made.id;
    },
    async apply(roadmapId, { title, period }, sourceHash, changes, at) {
      await sql.query(
        `update roadmap set title = $2, period_from = $3, period_to = $4, source_hash = $5, imported_at = $6 where id = $1`,
        [roadmapId, title, period.from, period.to, sourceHash, at],
      );
      const removed = changes.removed.map((each) => each.id);
      await sql.query('update roadmap_item set removed_at = $2 where id = any($1::bigint[])', [removed, at]);
      for (const { id, item, occurrences } of changes.updated) {
        await updateItem(sql, id, item);
        for (const { id: moved, to } of occurrences.move) await moveOccurrence(sql, moved, to);
        await setRemoved(sql, occurrences.remove, at);
        await setRemoved(sql, occurrences.revive, null);
        await addOccurrences(sql, id, occurrences.add);
      }
      for (const { item, slots } of changes.added) {
        await addOccurrences(sql, await insertItem(sql, roadmapId, item), slots);
      }
    },
  };
}

/** What contests add to items is none of the order's: no import touches it. */
function itemsOf(sql: Sql, roadmapId: string): Promise<StoredItem[]> {
  return sql.query<StoredItem>(
    `select i.id, i.section, i.code, i.title, i.position, i.deadline, i.responsible, i.result, i.standing, i.unparsed,
       i.removed_at is not null as removed,
       coalesce((
         select jsonb_agg(jsonb_build_object('id', c.id::text, 'removed', c.removed_at is not null, 'slot',
           case when c.to_on is null then jsonb_build_object('from', null, 'to', null, 'text', c.standing_text)
                else jsonb_build_object('from', c.from_on, 'to', c.to_on) end) order by c.id)
         from occurrence c where c.item_id = i.id and c.contest_id is null), '[]') as occurrences
     from roadmap_item i where i.roadmap_id = $1 order by i.position, i.id`,
    [roadmapId],
  );
}

function columnsOf(item: Item): unknown[] {
  const { section, code, title, position, deadline, responsible, result, standing, unparsed } = item;
  return [section, code, title, position, deadline, responsible, result, JSON.stringify(standing), unparsed];
}

async function insertItem(sql: Sql, roadmapId: string, item: Item): Promise<string> {
  const [made] = await sql.query<{ id: string }>(
    `insert into roadmap_item (roadmap_id, section, code, title, position, deadline, responsible, result, standing, unparsed)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`,
    [roadmapId, ...columnsOf(item)],
  );
  if (made === undefined) throw new Error('an inserted item gave no id');
  return made.id;
}

async function updateItem(sql: Sql, id: string, item: Item): Promise<void> {
  await sql.query(
    `update roadmap_item set section = $2, code = $3, title = $4, position = $5, deadline = $6, responsible = $7,
       result = $8, standing = $9, unparsed = $10, removed_at = null
     where id = $1`,
    [id, ...columnsOf(item)],
  );
}

async function addOccurrences(sql: Sql, itemId: string, slots: readonly Slot[]): Promise<void> {
  if (slots.length === 0) return;
  await sql.query(
    `insert into occurrence (item_id, from_on, to_on, standing_text)
     select $1, "from", "to", text from jsonb_to_recordset($2::jsonb) as slot("from" date, "to" date, text text)`,
    [itemId, JSON.stringify(slots)],
  );
}

async function moveOccurrence(sql: Sql, id: string, slot: Slot): Promise<void> {
  await sql.query('update occurrence set from_on = $2, to_on = $3, standing_text = $4 where id = $1', [
    id,
    slot.from,
    slot.to,
    slot.text ?? null,
  ]);
}

async function setRemoved(sql: Sql, occurrences: readonly { id: string }[], at: Date | null): Promise<void> {
  if (occurrences.length === 0) return;
  await sql.query('update occurrence set removed_at = $2 where id = any($1::bigint[])', [
    occurrences.map((each) => each.id),
    at,
  ]);
}
