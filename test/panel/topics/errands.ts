import { createErrandBook } from '../../../src/database/repositories/errand-book.ts';
import { coordinators, everybody, school, topic } from '../route-expectation.ts';

const at = new Date('2026-10-05T07:00:00Z');

export const errandsTopic = topic({
  async fill(database, { programmeId, organizationId, person }) {
    const { id: createdBy } = await person('Усталова Вера Петровна', 'curator');
    const book = createErrandBook(database);
    const reach = { programmeId, organizationIds: [organizationId] };
    const order = () =>
      book.order({ kind: 'nothing', params: {}, power: 'documents:write', reach, createdBy, at });
    const waiting = await order();
    const done = await order();
    await database.query(
      `with file as (insert into stored_file (name, mime, state, bytes)
         values ('приказы.zip', 'application/zip', 'stored', 'x') returning id)
       update errand set state = 'done', finished_at = $2, file_id = file.id from file where errand.id = $1`,
      [done.id, at],
    );
    return { waiting: waiting.id, done: done.id };
  },
  routes: {
    'GET /api/errands': { call: () => ({ path: '/api/errands' }), city: everybody, ok: 200, foreign: 'same' },
    'GET /api/errands/{id}': {
      call: ({ waiting }) => ({ path: `/api/errands/${waiting}` }),
      city: coordinators,
      own: school,
      ok: 200,
      refused: 404,
    },
    'POST /api/errands/{id}/cancel': {
      call: ({ waiting }) => ({ path: `/api/errands/${waiting}/cancel` }),
      city: coordinators,
      own: school,
      ok: 200,
      refused: 404,
    },
    'GET /api/errands/{id}/file': {
      call: ({ done }) => ({ path: `/api/errands/${done}/file` }),
      city: coordinators,
      own: school,
      ok: 200,
      refused: 404,
    },
  },
});
