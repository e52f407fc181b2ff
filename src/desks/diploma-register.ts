import { createDiplomaBook, type DiplomaRow } from '../database/repositories/diploma-book.ts';
import { listDiplomas } from '../database/repositories/diploma-register.ts';
import { writeCsv } from '../documents/write-csv.ts';
import { writeXlsx } from '../documents/write-xlsx.ts';
import { keyOf } from '../domain/diplomas/awarding.ts';
import type { DiplomaDesk } from '../domain/diplomas/diploma-desk.ts';
import { xlsxMime } from '../domain/files/sheet-plan.ts';
import { mostExported } from '../domain/people/people-list.ts';
import { Refusal } from '../domain/refusal.ts';
import { registerFileName, registerPlan } from '../texts/documents/diploma-register-sheet.ts';
import { lockedContest } from './contest-work.ts';
import { type DeskDeps, type Look, staffLook, staffWork, type Work } from './desk-work.ts';
import { awardLines, rememberCorrections } from './diploma-claims.ts';
import { diplomaFile } from './diploma-errand.ts';
import { designsFor, errandOf, givePapers, orderHandingOut } from './diploma-giving.ts';

type Register = Pick<DiplomaDesk, 'register' | 'export' | 'file' | 'revoke' | 'reissue'>;

/** What becomes of papers that were given. */
export function createDiplomaRegister(deps: DeskDeps): Register {
  return { ...reading(deps), ...ending(deps) };
}

function reading(deps: DeskDeps): Pick<Register, 'register' | 'export' | 'file'> {
  return {
    register: (staff, query, filter) =>
      staffLook(deps, staff, 'contests:read', ({ sql, reach }) => listDiplomas(sql, reach, query, filter)),
    export: (staff, query, filter, format) =>
      staffWork(deps, staff, 'contests:write', async ({ sql, reach, at, today, note }) => {
        const all = { ...query, page: 1, size: mostExported };
        const { items, total } = await listDiplomas(sql, reach, all, filter);
        if (total > mostExported) throw new Refusal('too-many-to-export', { most: mostExported });
        const subject = { kind: 'diploma', id: '0' };
        await note({ action: 'diploma.exported', subject, after: { count: total, format } });
        const plan = registerPlan(items, today);
        const name = registerFileName(today, format);
        if (format === 'csv') return { name, mime: 'text/csv; charset=utf-8', bytes: writeCsv(plan) };
        return { name, mime: xlsxMime, bytes: await writeXlsx([plan], at) };
      }),
    file: (staff, id) =>
      staffLook(deps, staff, 'contests:read', async (look) => {
        const { id: known } = await diplomaOf(look, id);
        const file = await diplomaFile(look.sql, known);
        if (file === null) throw new Refusal('diploma-unknown');
        return file;
      }),
  };
}

function ending(deps: DeskDeps): Pick<Register, 'revoke' | 'reissue'> {
  return {
    revoke: (staff, id, reason) =>
      staffWork(deps, staff, 'contests:write', async (work) => {
        const diploma = await diplomaOf(work, id, true);
        if (diploma.revokedAt !== null) throw new Refusal('state-passed');
        await revoke(work, diploma, reason, 'diploma.revoked');
      }),
    reissue: (staff, id, { reason, correction, templates }, call) =>
      staffWork(deps, staff, 'contests:write', async (work) => {
        const { id: errandId } = await work.once(call, async () => {
          const { contestId } = await diplomaOf(work, id);
          const contest = await lockedContest(work, contestId);
          const former = await diplomaOf(work, id, true);
          if (former.revokedAt === null) await revoke(work, former, reason, 'diploma.reissued');
          // Of somebody else's name nothing is corrected here.
          const corrections = correction?.personId === former.personId ? [correction] : [];
          const lines = await awardLines(work, contest, { personIds: [former.personId], corrections });
          const line = lines.find(({ key }) => key === keyOf(former));
          if (line === undefined) throw new Refusal('diploma-nobody');
          if (line.issued !== null) throw new Refusal('state-passed');
          await rememberCorrections(work, [line], corrections);
          const designs = await designsFor(work, contest, templates);
          const ids = await givePapers(work, contest, [line], { designs, publicUrl: deps.pageUrl() });
          return { id: (await orderHandingOut(work, contestId, ids)).id };
        });
        return errandOf(work, errandId);
      }),
  };
}

async function diplomaOf({ sql, reach }: Pick<Look, 'sql' | 'reach'>, id: string, lock = false) {
  const diploma = await createDiplomaBook(sql).within(reach, id, lock);
  if (diploma === null) throw new Refusal('diploma-unknown');
  return diploma;
}

async function revoke(work: Work, { id, number }: DiplomaRow, reason: string, action: string): Promise<void> {
  const { sql, staff, at } = work;
  await createDiplomaBook(sql).revoke(id, { by: staff.personId, reason }, at);
  await work.note({ action, subject: { kind: 'diploma', id }, after: { number } });
}
