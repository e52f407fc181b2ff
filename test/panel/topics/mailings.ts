import { createMailingBook } from '../../../src/database/repositories/mailing-book.ts';
import type { Database } from '../../../src/database/sql.ts';
import type { MailingDraft, MailingState } from '../../../src/domain/mailings/mailing.ts';
import { coordinators, curator, type Place, topic } from '../route-expectation.ts';

const at = new Date('2026-10-05T08:00:00Z');
const draftIn = ({ kind, organizationId }: Place): MailingDraft => ({
  title: `Семинар ${kind}`,
  text: 'В пятницу семинар',
  namesOthers: false,
  otherText: null,
  audience: {
    roles: ['mentor'],
    organizationIds: [organizationId],
    applicationStates: [],
    pairStates: [],
    lacks: null,
    personIds: [],
  },
});

async function fill(database: Database, place: Place) {
  const book = createMailingBook(database);
  const { id: authorId } = await place.person('Авторова Инна', 'curator');
  await place.person('Наставникова Яна', 'mentor');
  const { programmeId, organizationId } = place;
  async function inState(state: MailingState | null): Promise<string> {
    const audience = draftIn(place).audience;
    const whose = { programmeId, organizationIds: [organizationId], authorId, copiedFrom: null };
    const id = await book.add({ ...draftIn(place), ...whose }, at);
    if (state === null) return id;
    await book.fill(id, { programmeId, within: [organizationId], audience, today: '2026-10-05', at });
    await book.move(id, state, at);
    return id;
  }
  const draft = await inState(null);
  const file = { name: 'План.txt', mime: 'text/plain', bytes: new Uint8Array([97]), sha256: 'x' };
  const done = await inState('done');
  await database.query(
    `update mailing_recipient set state = 'failed', reason = '400', settled_at = $2 where mailing_id = $1`,
    [done, at],
  );
  return {
    draft,
    fileId: (await book.addFile(draft, file)).id,
    sending: await inState('sending'),
    paused: await inState('paused'),
    done,
  };
}

type Ids = Awaited<ReturnType<typeof fill>>;
const mine = { city: coordinators, own: curator };
const reading = (rest: string) => ({
  call: ({ sending }: Ids) => ({ path: `/api/mailings/${sending}${rest}` }),
  ok: 200,
  ...mine,
});
const acting = (which: keyof Ids, action: string, ok = 200) => ({
  call: (ids: Ids) => ({
    path: `/api/mailings/${ids[which]}/${action}`,
    body: action === 'copy' ? undefined : {},
  }),
  ok,
  ...mine,
});

export const mailingsTopic = topic<Ids>({
  fill,
  routes: {
    'GET /api/mailings': {
      call: (_ids, { kind }) => ({ path: `/api/mailings?q=${encodeURIComponent(`Семинар ${kind}`)}` }),
      ok: 200,
      foreign: 'empty',
      ...mine,
    },
    'POST /api/mailings': {
      call: (_ids, place) => ({ path: '/api/mailings', body: draftIn(place) }),
      ok: 201,
      ...mine,
    },
    'GET /api/mailings/{id}': reading(''),
    'PUT /api/mailings/{id}': {
      call: ({ draft }, place) => ({
        path: `/api/mailings/${draft}`,
        body: { ...draftIn(place), title: 'Иначе' },
        versionFrom: `/api/mailings/${draft}`,
      }),
      ok: 200,
      ...mine,
    },
    'DELETE /api/mailings/{id}': {
      call: ({ draft }) => ({ path: `/api/mailings/${draft}` }),
      ok: 204,
      ...mine,
    },
    'GET /api/mailings/{id}/preview': reading('/preview'),
    'GET /api/mailings/{id}/progress': reading('/progress'),
    'GET /api/mailings/{id}/recipients': reading('/recipients'),
    'POST /api/mailings/{id}/start': acting('draft', 'start'),
    'POST /api/mailings/{id}/pause': acting('sending', 'pause'),
    'POST /api/mailings/{id}/resume': acting('paused', 'resume'),
    'POST /api/mailings/{id}/stop': acting('sending', 'stop'),
    'POST /api/mailings/{id}/retry': acting('done', 'retry'),
    'POST /api/mailings/{id}/copy': acting('done', 'copy', 201),
    'POST /api/mailings/{id}/files': {
      call({ draft }) {
        const body = new FormData();
        body.append('file', new Blob(['план']), 'план.txt');
        return { path: `/api/mailings/${draft}/files`, body };
      },
      ok: 201,
      ...mine,
    },
    'GET /api/mailings/{id}/files/{fileId}': {
      call: ({ draft, fileId }) => ({ path: `/api/mailings/${draft}/files/${fileId}` }),
      ok: 200,
      ...mine,
    },
    'DELETE /api/mailings/{id}/files/{fileId}': {
      call: ({ draft, fileId }) => ({ path: `/api/mailings/${draft}/files/${fileId}` }),
      ok: 204,
      ...mine,
    },
  },
});
