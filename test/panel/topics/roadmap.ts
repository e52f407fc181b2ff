import type { Database } from '../../../src/database/sql.ts';
import { versionOf } from '../../../src/domain/staff/version.ts';
import { coordinators, onlookers, type Place, school, topic } from '../route-expectation.ts';

type Ids = { roadmapId: string; itemId: string; draftId: string; discardedId: string; storedId: string };

const rows = [
  ['Наименование мероприятий', 'Сроки реализации', 'Ответственные исполнители', 'Результат'],
  ['1.1. Приказ', 'до 25 марта 2027', 'ОО', 'Приказ'],
  ['1.2. Совещание', 'срок сообщит отдел', 'ОО', 'Протокол'],
];

async function fill(database: Database, { kind, programmeId, person }: Place): Promise<Ids> {
  const insert = async (into: string, ...values: unknown[]): Promise<string> => {
    const [row] = await database.query<{ id: string }>(`insert into ${into} returning id`, values);
    return row?.id ?? '';
  };
  const roadmapId = await insert(
    `roadmap (programme_id, title, order_number, order_on, period_from, period_to, source_hash)
     values ($1, 'План на 2020–2022 годы', $2, '2020-01-12', '2020-01-01', '2022-12-31', '-')`,
    programmeId,
    `old ${kind}`,
  );
  const itemId = await insert(
    `roadmap_item (roadmap_id, section, code, title, position, deadline, responsible, result)
     values ($1, 'Раздел', '1.1', 'Назначение кураторов', 0, 'до 25 марта 2020', '{ОО,Педагоги ОО,Кураторы ОО}', 'Приказ')`,
    roadmapId,
  );
  await insert('occurrence (item_id, to_on) values ($1, $2)', itemId, '2020-03-25');
  const coordinator = await person('Тихонова Марина Сергеевна', 'curator');
  const draft = (number: string) => {
    const paragraphs = [`Приложение к приказу от 12.01.2027 № ${number}-${kind}`, 'План на 2027 год'];
    return insert(
      `roadmap_draft (programme_id, kind, content, source_hash, created_by, created_at)
       values ($1, 'import', $2, '-', $3, now())`,
      programmeId,
      JSON.stringify({ kind: 'import', pages: { paragraphs, rows } }),
      coordinator.id,
    );
  };
  return {
    roadmapId,
    itemId,
    draftId: await draft('1'),
    discardedId: await draft('2'),
    storedId: await draft('3'),
  };
}

const reads = { city: onlookers, own: school };
const writes = { city: coordinators };
/** The roadmap is the city's: whoever works in one of its organizations reads all of it. */
const ofCity = { ...reads, foreign: 'same' } as const;

const wordFor = { own: 'ОО', foreign: 'Педагоги ОО', 'other-city': 'Кураторы ОО' };

export const roadmapTopic = topic<Ids>({
  fill,
  routes: {
    'GET /api/roadmaps': { call: () => ({ path: '/api/roadmaps' }), ...ofCity, ok: 200 },
    'GET /api/roadmap-items': { call: () => ({ path: '/api/roadmap-items' }), ...ofCity, ok: 200 },
    'GET /api/roadmap-items/{id}': {
      call: ({ itemId }, { kind }) => ({
        // Another city's is tried in the desk's own test: here it would be neither the same nor foreign.
        path: kind === 'other-city' ? '/api/roadmap-items' : `/api/roadmap-items/${itemId}`,
      }),
      ...ofCity,
      ok: 200,
    },
    'GET /api/responsible-words': { call: () => ({ path: '/api/responsible-words' }), ...ofCity, ok: 200 },
    'PUT /api/responsible-words': {
      // The words of one city's roadmap, another one for each time they are explained.
      call: (_, { kind }) => ({
        path: '/api/responsible-words',
        body: {
          phrase: wordFor[kind],
          targets: [{ place: 'each-organization', role: 'head', organizationId: null }],
        },
        headers: { 'if-match': `"${versionOf({ phrase: wordFor[kind], targets: [] })}"` },
      }),
      ...writes,
      ok: 200,
      foreign: 'same',
    },
    'GET /api/roadmap-drafts': {
      call: () => ({ path: '/api/roadmap-drafts' }),
      ...writes,
      ok: 200,
      foreign: 'same',
    },
    'POST /api/roadmap-drafts': {
      call: () => {
        const body = new FormData();
        const text = `План на 2027 год\n${rows.map((row) => row.join('\t')).join('\n')}`;
        body.set('file', new Blob([text]), 'карта.txt');
        return { path: '/api/roadmap-drafts', body };
      },
      ...writes,
      ok: 201,
      foreign: 'same',
    },
    'POST /api/roadmaps/{id}/roll-overs': {
      call: ({ roadmapId }) => ({ path: `/api/roadmaps/${roadmapId}/roll-overs`, body: { years: 3 } }),
      ...writes,
      ok: 201,
    },
    'GET /api/roadmap-drafts/{id}': {
      call: ({ draftId }) => ({ path: `/api/roadmap-drafts/${draftId}` }),
      ...writes,
      ok: 200,
    },
    'PATCH /api/roadmap-drafts/{id}': {
      call: ({ draftId }) => ({
        path: `/api/roadmap-drafts/${draftId}`,
        body: { items: { 1: { deadline: { kind: 'text', text: 'до 1 мая 2027' } } } },
        versionFrom: `/api/roadmap-drafts/${draftId}`,
      }),
      ...writes,
      ok: 200,
    },
    'POST /api/roadmap-drafts/{id}/confirmation': {
      call: ({ storedId }) => ({
        path: `/api/roadmap-drafts/${storedId}/confirmation`,
        versionFrom: `/api/roadmap-drafts/${storedId}`,
      }),
      ...writes,
      ok: 201,
      gone: true,
    },
    'DELETE /api/roadmap-drafts/{id}': {
      call: ({ discardedId }) => ({ path: `/api/roadmap-drafts/${discardedId}` }),
      ...writes,
      ok: 204,
    },
  },
});
