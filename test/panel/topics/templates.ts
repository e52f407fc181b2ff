import { createTemplateDesk } from '../../../src/desks/template-desk.ts';
import { writeDocx } from '../../../src/documents/write-docx.ts';
import { deskDeps, staffAs } from '../../helpers/panel-server.ts';
import { administrator, coordinators, onlookers, school, topic } from '../route-expectation.ts';

const at = new Date('2026-10-04T08:00:00Z');
const bytes = writeDocx({ blocks: [{ kind: 'paragraph', text: '{Заголовок} {#Абзацы}{Текст}{/Абзацы}' }] });

/** Templates are the city's: in the two organizations of one city they are the same for everybody. */
export const templatesTopic = topic({
  async fill(database, { programmeId, officeId, person }) {
    const { id } = await person('Шаблонов Олег Ильич', 'mentor');
    const staff = staffAs(id, programmeId, [{ role: 'administrator', organizationId: officeId }]);
    const desk = createTemplateDesk(deskDeps(database, { now: () => at }));
    const { template } = await desk.upload(staff, 'consent', { name: 'Согласие.docx', bytes });
    return template?.id ?? '';
  },
  routes: {
    'GET /api/templates': {
      call: () => ({ path: '/api/templates' }),
      city: onlookers,
      own: school,
      ok: 200,
      foreign: 'same',
    },
    'GET /api/templates/{id}/file': {
      call: (id) => ({ path: `/api/templates/${id}/file` }),
      city: [...onlookers, ...school],
      own: school,
      ok: 200,
    },
    'GET /api/templates/own/{kind}/file': {
      call: () => ({ path: '/api/templates/own/consent/file' }),
      city: onlookers,
      own: school,
      ok: 200,
      foreign: 'same',
    },
    'GET /api/templates/{id}/preview': {
      call: (id) => ({ path: `/api/templates/${id}/preview?kind=consent` }),
      city: [...coordinators, ...school],
      own: school,
      ok: 200,
    },
    'GET /api/templates/own/{kind}/preview': {
      call: () => ({ path: '/api/templates/own/consent/preview' }),
      city: coordinators,
      own: school,
      ok: 200,
      foreign: 'same',
    },
    'POST /api/templates/{kind}': {
      call: () => {
        const body = new FormData();
        body.set('file', new File([bytes.slice()], 'Согласие.docx'));
        return { path: '/api/templates/consent', body };
      },
      city: administrator,
      ok: 200,
      foreign: 'same',
    },
    'POST /api/templates/{id}/archive': {
      call: (id) => ({ path: `/api/templates/${id}/archive`, body: { archived: true } }),
      city: administrator,
      ok: 200,
    },
  },
});
