import { createHash } from 'node:crypto';
import { createMailingBook } from '../database/repositories/mailing-book.ts';
import { createStoredFileBook } from '../database/repositories/stored-file-book.ts';
import { sniff } from '../domain/files/sniff.ts';
import { FileTrouble, largestFile } from '../domain/files/stored-file.ts';
import { draftLimits } from '../domain/mailings/check-draft.ts';
import type { MailingDesk } from '../domain/mailings/mailing-desk.ts';
import { Refusal } from '../domain/refusal.ts';
import { type DeskDeps, staffLook, staffWork } from './desk-work.ts';
import { lockedMailing, mailingOf, mustBeDraft } from './mailing-views.ts';

export function createMailingFileDesk(
  deps: DeskDeps,
): Pick<MailingDesk, 'addFile' | 'removeFile' | 'readFile'> {
  return {
    async addFile(staff, id, { name, bytes }) {
      if (bytes.length > largestFile) throw new FileTrouble('too-large', { final: true });
      const mime = sniff(name, bytes);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      return staffWork(deps, staff, 'messages:write', async (work) => {
        const book = createMailingBook(work.sql);
        const mailing = await lockedMailing(work, book, id);
        mustBeDraft(mailing);
        if (mailing.files.length >= draftLimits.files) {
          throw new Refusal('mailing-too-many-files', { most: draftLimits.files });
        }
        const file = await book.addFile(id, { name, mime, bytes, sha256 });
        await work.note({
          action: 'mailing.file-added',
          subject: { kind: 'mailing', id },
          after: { fileId: file.id, size: file.size },
        });
        return file;
      });
    },

    removeFile: (staff, id, fileId) =>
      staffWork(deps, staff, 'messages:write', async (work) => {
        const book = createMailingBook(work.sql);
        mustBeDraft(await lockedMailing(work, book, id));
        if (!(await book.removeFile(id, fileId))) throw new Refusal('file-unknown');
        await work.note({
          action: 'mailing.file-removed',
          subject: { kind: 'mailing', id },
          before: { fileId },
        });
      }),

    readFile: (staff, id, fileId) =>
      staffLook(deps, staff, 'messages:read', async (look) => {
        const mailing = await mailingOf(look, createMailingBook(look.sql), id);
        const isIts = mailing.files.some((file) => file.id === fileId);
        const file = isIts ? await createStoredFileBook(look.sql).read(fileId) : null;
        if (file === null) throw new Refusal('file-unknown');
        return file;
      }),
  };
}
