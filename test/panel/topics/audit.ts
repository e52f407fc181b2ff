import { noteAudit } from '../../../src/database/repositories/audit-book.ts';
import { coordinators, topic } from '../route-expectation.ts';

export const auditTopic = topic({
  async fill(database, { programmeId, organizationId }) {
    const from = { via: 'cli', id: null, network: null } as const;
    await noteAudit(
      database,
      { personId: null, programmeId, from },
      { action: 'staff.appointed', subject: { kind: 'person', id: '1' }, organizationId },
      new Date('2026-10-05T08:00:00Z'),
    );
    return null;
  },
  routes: {
    'GET /api/audit': {
      city: coordinators,
      ok: 200,
      foreign: 'empty',
      call: (_ids, { organizationId }) => ({ path: `/api/audit?organizationId=${organizationId}` }),
    },
    // A file of what the list shows.
    'GET /api/audit/export': {
      city: coordinators,
      ok: 200,
      foreign: 'same',
      call: (_ids, { organizationId }) => ({
        path: `/api/audit/export?format=csv&organizationId=${organizationId}`,
      }),
    },
  },
});
