import { createPrivacyBook } from '../../../src/database/repositories/privacy-book.ts';
import { createUploadBook } from '../../../src/database/repositories/upload-book.ts';
import type { Database } from '../../../src/database/sql.ts';
import { writeXlsx } from '../../../src/documents/write-xlsx.ts';
import { baseHeadings } from '../../../src/texts/bases.ts';
import { coordinators, curator, school, topic } from '../route-expectation.ts';

type Ids = { unsignedId: string; consentId: string; requestId: string; sheet: Uint8Array };

const at = new Date('2026-10-05T08:00:00Z');
const writes = { city: coordinators, own: curator, ok: 200 } as const;
const ofCity = { city: coordinators, ok: 200 } as const;

async function signedPaper(database: Database, programmeId: string, personId: string): Promise<string> {
  const scan = { name: 'scan.pdf', mime: 'application/pdf', bytes: new Uint8Array([1]), sha256: '-' };
  const fileId = await createUploadBook(database).keep(personId, scan);
  const [text] = await database.query<{ id: string }>(
    `insert into consent_text (programme_id, kind, giver, version, title, summary, body, hash, published_at)
     values ($1, 'distribution', 'self', 1, '-', '-', '-', '-', now())
     on conflict (programme_id, kind, giver, version) do update set title = '-' returning id`,
    [programmeId],
  );
  const [consent] = await database.query<{ id: string }>(
    `insert into consent (person_id, given_by, text_id, way, given_at, scan_file_id, received_by)
     values ($1, $1, $2, 'paper', now(), $3, $1) returning id`,
    [personId, text?.id, fileId],
  );
  return consent?.id ?? '';
}

function sheetIn({ sheet }: Ids): FormData {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(sheet)]), 'sheet.xlsx');
  return form;
}

/** Consents on paper, requests about personal data, and the bases as spreadsheets. */
export const peoplePapersTopic = topic<Ids>({
  async fill(database, place) {
    const unsigned = await place.person('Бумагина Вера Павловна', 'mentor');
    const signed = await place.person('Подписова Вера Павловна', 'mentor');
    const request = await createPrivacyBook(database).request(signed.id, 'correct', { done: false, at });
    const columns = Object.values(baseHeadings('mentees')).map((heading) => ({ heading, width: 20 }));
    return {
      unsignedId: unsigned.id,
      consentId: await signedPaper(database, place.programmeId, signed.id),
      requestId: request.id,
      sheet: await writeXlsx([{ name: 'Лист', above: [], columns, rows: [] }], at),
    };
  },
  routes: {
    'POST /api/people/{id}/consents': {
      ...writes,
      call: ({ unsignedId }) => ({ path: `/api/people/${unsignedId}/consents?kind=participation` }),
    },
    'GET /api/consents/{id}/scan': {
      city: coordinators,
      own: school,
      ok: 200,
      call: ({ consentId }) => ({ path: `/api/consents/${consentId}/scan` }),
    },
    'GET /api/data-requests': { ...ofCity, call: () => ({ path: '/api/data-requests' }), foreign: 'same' },
    'POST /api/data-requests/{id}/fulfil': {
      ...ofCity,
      call: ({ requestId }) => ({ path: `/api/data-requests/${requestId}/fulfil` }),
    },
    'GET /api/people/export': {
      ...writes,
      call: () => ({ path: '/api/people/export?q=нет+таких' }),
      foreign: 'same',
    },
    'GET /api/bases/{base}/template': {
      ...writes,
      call: () => ({ path: '/api/bases/mentors/template' }),
      foreign: 'same',
    },
    'GET /api/bases/{base}/export': {
      ...writes,
      call: () => ({ path: '/api/bases/mentors/export' }),
      foreign: 'same',
    },
    'POST /api/bases/{base}/preview': {
      ...writes,
      call: (ids) => ({ path: '/api/bases/mentees/preview', body: sheetIn(ids) }),
      foreign: 'same',
    },
    'POST /api/bases/{base}/import': {
      ...writes,
      call: (ids) => ({ path: '/api/bases/mentees/import', body: sheetIn(ids) }),
      ok: 202,
      foreign: 'same',
    },
  },
});
