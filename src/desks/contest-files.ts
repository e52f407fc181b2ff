import { createHash } from 'node:crypto';
import { createContestSettingsBook } from '../database/repositories/contest-settings-book.ts';
import { createStoredFileBook } from '../database/repositories/stored-file-book.ts';
import type { ContestDesk } from '../domain/contests/contest-desk.ts';
import { contestLimits } from '../domain/contests/contest-settings.ts';
import { sniff } from '../domain/files/sniff.ts';
import { FileTrouble, largestFile } from '../domain/files/stored-file.ts';
import { Refusal } from '../domain/refusal.ts';
import { contestOf, lockedContest, note, shownContest } from './contest-work.ts';
import { type DeskDeps, staffLook, staffWork, type Work } from './desk-work.ts';

type Files = Pick<ContestDesk, 'putRegulations' | 'addFile' | 'removeFile' | 'readFile'>;

/** Regulations, enclosures and materials. */
export function createContestFiles(deps: DeskDeps): Files {
  return {
    async putRegulations(staff, id, file) {
      const kept = checkedFile(file);
      return staffWork(deps, staff, 'contests:write', async (work) => {
        const contest = await open(work, id);
        const fileId = await createContestSettingsBook(work.sql).setRegulations(contest, kept);
        await note(work, id, 'contest.regulations-put', { fileId, size: kept.bytes.length });
        return shownContest(work, id);
      });
    },

    async addFile(staff, id, purpose, file) {
      const kept = checkedFile(file);
      return staffWork(deps, staff, 'contests:write', async (work) => {
        await open(work, id);
        const book = createContestSettingsBook(work.sql);
        if ((await book.files(id)).length >= contestLimits.enclosures)
          throw new Refusal('contest-too-many-files', { most: contestLimits.enclosures });
        const fileId = await book.addFile(id, purpose, kept);
        await note(work, id, 'contest.file-added', { fileId, size: kept.bytes.length });
        return shownContest(work, id);
      });
    },

    removeFile: (staff, id, fileId) =>
      staffWork(deps, staff, 'contests:write', async (work) => {
        await open(work, id);
        if (!(await createContestSettingsBook(work.sql).removeFile(id, fileId)))
          throw new Refusal('file-unknown');
        await note(work, id, 'contest.file-removed', null, { fileId });
        return shownContest(work, id);
      }),

    readFile: (staff, id, fileId) =>
      staffLook(deps, staff, 'contests:read', async (look) => {
        const { regulationsFileId, protocolFileId } = await contestOf(look, id);
        const files = await createContestSettingsBook(look.sql).files(id);
        // The protocol has everybody's points: no more theirs who look after one organization than the results are.
        const ofCity = look.reach.organizationIds === null ? [protocolFileId] : [];
        const own = [regulationsFileId, ...ofCity, ...files.map((each) => each.id)];
        const file = own.includes(fileId) ? await createStoredFileBook(look.sql).read(fileId) : null;
        if (file === null) throw new Refusal('file-unknown');
        return file;
      }),
  };
}

function checkedFile({ name, bytes }: { name: string; bytes: Uint8Array }) {
  if (bytes.length > largestFile) throw new FileTrouble('too-large', { final: true });
  return { name, bytes, mime: sniff(name, bytes), sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** Materials come after the results, too; nothing is put to what is laid away. */
async function open(work: Work, id: string) {
  const contest = await lockedContest(work, id);
  if (contest.state === 'archived' || contest.state === 'cancelled')
    throw new Refusal('contest-stage', { act: 'edit', stage: contest.state });
  return contest;
}
