import { createHash } from 'node:crypto';
import { tellSigner } from '../bot/dialogues/consent-scan.ts';
import { dataRequests, lockRequest, settleRequest } from '../database/repositories/data-requests.ts';
import { isWithin, lockFacts, personCard } from '../database/repositories/person-card.ts';
import { createStoredFileBook } from '../database/repositories/stored-file-book.ts';
import { createUploadBook } from '../database/repositories/upload-book.ts';
import type { Sql } from '../database/sql.ts';
import { sniff } from '../domain/files/sniff.ts';
import { FileTrouble, largestFile } from '../domain/files/stored-file.ts';
import type { ConsentsDesk } from '../domain/people/consents-desk.ts';
import { Refusal } from '../domain/refusal.ts';
import { type DeskDeps, type Look, staffLook, staffWork } from './desk-work.ts';

type Scan = NonNullable<Parameters<ConsentsDesk['receivePaper']>[2]['scan']>;

export function createConsentsDesk(deps: DeskDeps): ConsentsDesk {
  return {
    receivePaper: (staff, personId, { kind, scan }) =>
      staffWork(deps, staff, 'people:write', async ({ sql, reach, books, at, tell, note }) => {
        await lockFacts(sql, reach, personId, false);
        const { facts, lacks } = await personCard(sql, reach, personId, { at, contacts: false });
        // It came by another way meanwhile.
        if (!lacks.includes(kind)) throw new Refusal('state-passed');
        const scanFileId = scan === null ? null : await keepScan(sql, personId, scan);
        const consent = await books.consents.receivePaper({
          ...{ personId, kind, scanFileId, at },
          receivedBy: staff.personId,
        });
        await tellSigner({ desk: books, tell }, { ...facts, personId }, kind);
        const after = { kind, version: consent.version, scan: scan !== null };
        await note({ action: 'consent.received', subject: { kind: 'person', id: personId }, after });
      }),
    scan: (staff, consentId) =>
      staffLook(deps, staff, 'people:contacts', async ({ sql, reach }) => {
        const [found] = await sql.query<{ personId: string; fileId: string | null }>(
          'select person_id::text as "personId", scan_file_id::text as "fileId" from consent where id = $1',
          [consentId],
        );
        const isSeen = found !== undefined && (await isWithin(sql, reach, found.personId));
        const file =
          isSeen && found.fileId !== null ? await createStoredFileBook(sql).read(found.fileId) : null;
        if (file === null) throw new Refusal('consent-unknown');
        return file;
      }),
    requests: (staff, query, options) =>
      staffLook(deps, staff, 'people:write', async (look) =>
        dataRequests(look.sql, cityOf(look), query, options),
      ),
    fulfil: (staff, requestId) =>
      staffWork(deps, staff, 'people:write', async (work) => {
        const { sql, books, at, note } = work;
        const request = await lockRequest(sql, cityOf(work), requestId);
        if (request.state !== 'open') throw new Refusal('state-passed', { state: request.state });
        if (request.kind === 'erase') await books.privacy.hasten(requestId, staff.personId, at);
        else await settleRequest(sql, request, { by: staff.personId, at });
        const subject = { kind: 'data-request', id: requestId };
        await note({ action: 'data-request.fulfilled', subject, after: { kind: request.kind } });
      }),
  };
}

/** Requests are answered by whoever runs the programme in the city. */
function cityOf({ reach }: Look): string {
  if (reach.organizationIds !== null) throw new Refusal('may-not', { power: 'people:write' });
  return reach.programmeId;
}

async function keepScan(sql: Sql, personId: string, { name, bytes }: Scan): Promise<string> {
  if (bytes.length > largestFile) throw new FileTrouble('too-large', { final: true });
  const mime = sniff(name, bytes);
  if (mime !== 'application/pdf' && !mime.startsWith('image/'))
    throw new FileTrouble('wrong-type', { final: true });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return createUploadBook(sql).keep(personId, { name, mime, bytes, sha256 });
}
