import { createCompetencyBook } from '../../../src/database/repositories/competency-book.ts';
import { createSynonymBook } from '../../../src/database/repositories/synonym-book.ts';
import { coordinators, onlookers, school, topic } from '../route-expectation.ts';

type Ids = { competencyId: string; synonymId: string; menteeId: string };

/** Settings of the city: one's own city has nothing foreign, another city's do not exist. */
const reads = { city: coordinators, ok: 200 };
const lists = { ...reads, foreign: 'same' } as const;

export const competenciesTopic = topic<Ids>({
  async fill(database, { kind, programmeId, person }) {
    const { value } = await createCompetencyBook(database).add(programmeId, `Умение ${kind}`);
    const { id: synonymId } = await createSynonymBook(database).add(programmeId, ['умение', kind]);
    const mentee = await person('Ильина Вера Олеговна', 'mentee');
    await person('Жуйкова Ольга Ивановна', 'mentor');
    return { competencyId: String(value), synonymId, menteeId: mentee.id };
  },
  routes: {
    'GET /api/competencies': { call: () => ({ path: '/api/competencies' }), ...lists },
    'GET /api/competencies/{id}': {
      call: ({ competencyId }) => ({ path: `/api/competencies/${competencyId}` }),
      ...reads,
    },
    'POST /api/competencies': {
      call: () => ({ path: '/api/competencies', body: { name: 'Театр в школе' } }),
      ...lists,
      ok: 201,
    },
    'PATCH /api/competencies/{id}': {
      call: ({ competencyId }, { kind }) => ({
        path: `/api/competencies/${competencyId}`,
        body: { name: `Новое умение ${kind}` },
        versionFrom: `/api/competencies/${competencyId}`,
      }),
      ...reads,
    },
    'GET /api/synonyms': { call: () => ({ path: '/api/synonyms' }), ...lists },
    'GET /api/synonyms/{id}': { call: ({ synonymId }) => ({ path: `/api/synonyms/${synonymId}` }), ...reads },
    'POST /api/synonyms': {
      call: () => ({ path: '/api/synonyms', body: { words: ['хор', 'пение'] } }),
      ...lists,
      ok: 201,
    },
    'PATCH /api/synonyms/{id}': {
      call: ({ synonymId }) => ({
        path: `/api/synonyms/${synonymId}`,
        body: { archived: true },
        versionFrom: `/api/synonyms/${synonymId}`,
      }),
      ...reads,
    },
    'GET /api/synonyms/trial': {
      call: () => ({ path: `/api/synonyms/trial?request=${encodeURIComponent('умение')}` }),
      ...lists,
    },
    'GET /api/mentees/{id}/suggestions': {
      call: ({ menteeId }) => ({ path: `/api/mentees/${menteeId}/suggestions` }),
      city: onlookers,
      own: school,
      ok: 200,
    },
  },
});
