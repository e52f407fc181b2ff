import { createApiTokenBook } from '../../../src/database/repositories/api-token-book.ts';
import { everybody, topic } from '../route-expectation.ts';

/** A token of somebody else's: nobody of those who call. */
type Ids = { tokenId: string };

export const tokensTopic = topic<Ids>({
  async fill(database, place) {
    const { id } = await place.person('Токенова Ирина Павловна', 'curator');
    const token = { name: 'Отчёты', scopes: ['people:read'], days: 30 } as const;
    const at = new Date('2026-10-05T08:00:00Z');
    const made = await createApiTokenBook(database).create(id, token, at, null);
    return { tokenId: made.id };
  },
  routes: {
    'GET /api/tokens': { city: everybody, foreign: 'same', ok: 200, call: () => ({ path: '/api/tokens' }) },
    'POST /api/tokens': {
      // A member of a jury may nothing of it that could be passed on.
      city: everybody.filter((role) => role !== 'jury'),
      foreign: 'same',
      ok: 201,
      call: () => ({ path: '/api/tokens', body: { name: 'Сайт', scopes: ['overview:read'], days: 30 } }),
    },
    'DELETE /api/tokens/{id}': {
      city: everybody,
      foreign: 'same',
      ok: 404,
      call: ({ tokenId }) => ({ path: `/api/tokens/${tokenId}` }),
    },
  },
});
