import { coordinators, topic } from '../route-expectation.ts';

const mine = { city: coordinators, foreign: 'same' } as const;
const reading = (path: string) => ({ call: () => ({ path }), ok: 200, ...mine });
const rule = { anchor: 'due', offsetDays: -21, repeatDays: null, audience: 'responsible', active: true };
const draft = { title: 'Согласие', summary: 'Кратко', body: 'Даю согласие' };
const programme = {
  name: 'Наставники города',
  timeZone: 'Europe/Samara',
  workFrom: '09:00',
  workTo: '17:00',
  operator: { name: 'Управление', address: 'Улица, 1', contact: '' },
  retention: { draftDays: 30, leftDays: 365 },
  privacy: { eraseDays: 10, answerWorkingDays: 10, stopPublishingWorkingDays: 3 },
};

export const settingsTopic = topic({
  async fill(database, { programmeId, person }) {
    await database.query(
      `insert into reminder_rule (programme_id, key, anchor, offset_days, audience)
       select $1, key, 'due', -7, 'responsible' from unnest(array['one', 'own', 'foreign', 'other-city']) key
       on conflict (programme_id, key) do nothing`,
      [programmeId],
    );
    await database.query(
      `update programme set settings = jsonb_set(settings, '{operator}', '{"name":"Управление","address":"Улица, 1"}') where id = $1`,
      [programmeId],
    );
    return person('Напоминаева Зоя', 'deputy-head');
  },
  routes: {
    'GET /api/settings/programme': reading('/api/settings/programme'),
    'PUT /api/settings/programme': {
      call: () => ({
        path: '/api/settings/programme',
        body: programme,
        versionFrom: '/api/settings/programme',
      }),
      ok: 200,
      ...mine,
    },
    'GET /api/settings/reminder-rules': reading('/api/settings/reminder-rules'),
    'POST /api/settings/reminder-rules': {
      call: () => ({ path: '/api/settings/reminder-rules', body: rule }),
      ok: 201,
      ...mine,
    },
    'POST /api/settings/reminder-rules/forecast': {
      call: ({ id }) => ({ path: '/api/settings/reminder-rules/forecast', body: { personId: id } }),
      city: coordinators,
      ok: 200,
    },
    'GET /api/settings/reminder-rules/{key}': reading('/api/settings/reminder-rules/one'),
    'PUT /api/settings/reminder-rules/{key}': {
      call: () => ({
        path: '/api/settings/reminder-rules/one',
        body: rule,
        versionFrom: '/api/settings/reminder-rules/one',
      }),
      ok: 200,
      ...mine,
    },
    'DELETE /api/settings/reminder-rules/{key}': {
      call: (_ids, { kind }) => ({ path: `/api/settings/reminder-rules/${kind}` }),
      city: coordinators,
      ok: 204,
      foreign: 'same',
    },
    'GET /api/settings/holidays': reading('/api/settings/holidays?year=2026'),
    'PUT /api/settings/holidays/{day}': {
      call: () => ({
        path: '/api/settings/holidays/2026-09-01',
        body: { working: false, name: 'День города' },
      }),
      ok: 204,
      ...mine,
    },
    'DELETE /api/settings/holidays/{day}': {
      call: (_ids, { kind }) => ({
        path: `/api/settings/holidays/${{ own: '2026-01-01', foreign: '2026-05-01', 'other-city': '2026-06-12' }[kind]}`,
      }),
      ok: 204,
      ...mine,
    },
    'POST /api/settings/holidays/import': {
      call: () => ({
        path: '/api/settings/holidays/import',
        body: { year: 2028, text: '01.01 Новый год' },
      }),
      ok: 200,
      ...mine,
    },
    'GET /api/settings/consent-texts': reading('/api/settings/consent-texts'),
    'POST /api/settings/consent-texts/preview': {
      call: () => ({ path: '/api/settings/consent-texts/preview', body: draft }),
      ok: 200,
      ...mine,
    },
    'GET /api/settings/consent-texts/{kind}/{giver}': reading(
      '/api/settings/consent-texts/personal-data/self',
    ),
    'GET /api/settings/consent-texts/{kind}/{giver}/versions': reading(
      '/api/settings/consent-texts/personal-data/self/versions',
    ),
    'PUT /api/settings/consent-texts/{kind}/{giver}': {
      call: () => ({
        path: '/api/settings/consent-texts/personal-data/self',
        body: draft,
        versionFrom: '/api/settings/consent-texts/personal-data/self',
      }),
      ok: 200,
      ...mine,
    },
  },
});
