import type { Database } from '../../../src/database/sql.ts';
import { coordinators, onlookers, type Place, school, topic } from '../route-expectation.ts';

type Ids = {
  roadmapId: string;
  itemId: string;
  taskId: string;
  doneId: string;
  fileId: string;
  organizationId: string;
};

async function fill(database: Database, { kind, programmeId, organizationId, person }: Place): Promise<Ids> {
  const insert = async (into: string, ...values: unknown[]): Promise<string> => {
    const [row] = await database.query<{ id: string }>(`insert into ${into} returning id`, values);
    return row?.id ?? '';
  };
  const roadmapId = await insert(
    `roadmap (programme_id, title, order_number, order_on, period_from, period_to, source_hash)
     values ($1, 'Дорожная карта', $2, '2026-01-12', '2026-01-01', '2028-12-31', '-')`,
    programmeId,
    kind,
  );
  const itemId = await insert(
    `roadmap_item (roadmap_id, section, code, title, position, deadline, responsible, result)
     values ($1, 'Раздел', '1.1', 'Назначение кураторов', 0, 'до 25 октября 2026', '{ОО}', 'Приказ')`,
    roadmapId,
  );
  const task = async (dueOn: string) =>
    insert(
      `task (occurrence_id, organization_id, roles, due_on) values ($1, $2, '{deputy-head}', $3)`,
      await insert('occurrence (item_id, to_on) values ($1, $2)', itemId, dueOn),
      organizationId,
      dueOn,
    );
  const taskId = await task('2026-10-25');
  const doneId = await task('2026-09-25');
  const deputy = await person('Бабинцева Наталья Юрьевна', 'deputy-head');
  await database.query('update task set done_at = now(), done_by = $2 where id = $1', [doneId, deputy.id]);
  const completionId = await insert(
    'task_completion (task_id, person_id, at) values ($1, $2, now())',
    doneId,
    deputy.id,
  );
  const fileId = await insert(
    `stored_file (person_id, name, mime, size, state, bytes, sha256)
     values ($1, 'Приказ "о кураторах".pdf', 'application/pdf', 5, 'stored', '%PDF-', 'x')`,
    deputy.id,
  );
  await insert(
    `task_result (completion_id, kind, file_id, at) values ($1, 'file', $2, now())`,
    completionId,
    fileId,
  );
  return { roadmapId, itemId, taskId, doneId, fileId, organizationId };
}

const reads = { city: onlookers, own: school };
const writes = { city: coordinators, own: school };
const controls = { city: coordinators };

export const tasksTopic = topic<Ids>({
  fill,
  routes: {
    'GET /api/overview': { call: () => ({ path: '/api/overview' }), ...reads, ok: 200, foreign: 'same' },
    'GET /api/overview/progress': {
      call: () => ({ path: '/api/overview/progress' }),
      ...reads,
      ok: 200,
      foreign: 'same',
    },
    'GET /api/overview/timeline': {
      call: () => ({ path: '/api/overview/timeline' }),
      ...reads,
      ok: 200,
      foreign: 'same',
    },
    'GET /api/tasks': {
      call: ({ organizationId }) => ({ path: `/api/tasks?organization=${organizationId}` }),
      ...reads,
      ok: 200,
      foreign: 'empty',
    },
    'GET /api/tasks/{id}': { call: ({ taskId }) => ({ path: `/api/tasks/${taskId}` }), ...reads, ok: 200 },
    'GET /api/tasks/{id}/files/{fileId}': {
      call: ({ doneId, fileId }) => ({ path: `/api/tasks/${doneId}/files/${fileId}` }),
      ...reads,
      ok: 200,
    },
    'POST /api/tasks/{id}/completions': {
      call: ({ taskId }) => ({ path: `/api/tasks/${taskId}/completions`, body: { text: 'Назначен' } }),
      ...writes,
      ok: 201,
    },
    'POST /api/tasks/{id}/waiver': {
      call: ({ taskId }) => ({ path: `/api/tasks/${taskId}/waiver`, body: { reason: 'Нет участников' } }),
      ...controls,
      ok: 200,
    },
    'POST /api/tasks/{id}/reopening': {
      call: ({ doneId }) => ({ path: `/api/tasks/${doneId}/reopening` }),
      ...controls,
      ok: 200,
    },
    'POST /api/tasks/{id}/reminders': {
      call: ({ taskId }) => ({ path: `/api/tasks/${taskId}/reminders` }),
      ...controls,
      ok: 200,
    },
  },
});
