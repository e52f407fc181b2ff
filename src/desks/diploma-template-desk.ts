import { createHash } from 'node:crypto';
import { createDiplomaTemplateBook } from '../database/repositories/diploma-template-book.ts';
import { checkDesign } from '../domain/diplomas/check-design.ts';
import type { DiplomaDesign } from '../domain/diplomas/design.ts';
import { diplomaKinds } from '../domain/diplomas/diploma.ts';
import { checkPicture } from '../domain/diplomas/picture.ts';
import type { DiplomaTemplateDesk } from '../domain/diplomas/template-desk.ts';
import { Refusal } from '../domain/refusal.ts';
import { diplomaDesigns } from '../texts/documents/diploma-designs.ts';
import { diplomaFileName } from '../texts/documents/diploma-files.ts';
import { inventedDiploma } from '../texts/documents/invented-diploma.ts';
import { type DeskDeps, type Look, staffLook, staffWork } from './desk-work.ts';
import { officeOf } from './diploma-giving.ts';
import { pictureOf } from './diploma-print.ts';
import { printDiploma, wordRecipient } from './print-diploma.ts';

export function createDiplomaTemplateDesk(deps: DeskDeps): DiplomaTemplateDesk {
  return { ...looking(deps), ...changing(deps) };
}

function looking(deps: DeskDeps): Pick<DiplomaTemplateDesk, 'list' | 'preview'> {
  return {
    list: (staff) =>
      staffLook(deps, staff, 'contests:write', async ({ sql, reach }) => {
        const all = await createDiplomaTemplateBook(sql).list(reach.programmeId);
        return diplomaKinds.map((kind) => {
          const versions = all.filter((each) => each.kind === kind);
          const current = versions.find(({ archivedAt }) => archivedAt === null);
          return { kind, builtIn: diplomaDesigns[kind], currentId: current?.id ?? null, versions };
        });
      }),
    preview: (staff, { kind, design }) =>
      staffLook(deps, staff, 'contests:write', async (look) => {
        const faults = checkDesign(design);
        if (faults.length > 0) throw new Refusal('design-faulty', { count: faults.length });
        await requirePicture(look, design);
        const { recipient } = wordRecipient(inventedDiploma.person, []);
        const facts = inventedDiploma.facts(kind, { recipient, office: await officeOf(look) }, look.today);
        const { bytes } = await printDiploma(facts, design, await pictureOf(look.sql, design));
        const name = diplomaFileName(kind, '', '');
        return { name, mime: 'application/pdf', bytes };
      }),
  };
}

function changing(deps: DeskDeps): Pick<DiplomaTemplateDesk, 'save' | 'putPicture' | 'archive'> {
  return {
    save: (staff, { kind, name, design }) =>
      staffWork(deps, staff, 'contests:write', async (work) => {
        const { sql, reach, at } = work;
        const faults = checkDesign(design);
        await requirePicture(work, design);
        if (faults.length > 0) return { template: null, faults };
        const { programmeId } = reach;
        const draft = { programmeId, kind, name, design, by: staff.personId };
        const template = await createDiplomaTemplateBook(sql).add(draft, at);
        const subject = { kind: 'diploma-template', id: template.id };
        await work.note({
          action: 'diploma-template.saved',
          subject,
          after: { kind, version: template.version },
        });
        return { template, faults };
      }),
    async putPicture(staff, place, bytes) {
      // Nothing of a file is looked at for somebody who may not upload.
      await staffLook(deps, staff, 'contests:write', async () => undefined);
      const checked = checkPicture(bytes, place);
      if ('code' in checked) return checked;
      return staffWork(deps, staff, 'contests:write', async ({ sql, reach }) => {
        const sha256 = createHash('sha256').update(bytes).digest('hex');
        const { mime } = checked;
        const name = mime === 'image/png' ? 'picture.png' : 'picture.jpg';
        const picture = { name, mime, bytes, sha256 };
        const fileId = await createDiplomaTemplateBook(sql).keepPicture(reach.programmeId, place, picture);
        return { fileId };
      });
    },
    archive: (staff, id, archived) =>
      staffWork(deps, staff, 'contests:write', async (work) => {
        const { sql, reach, at } = work;
        const book = createDiplomaTemplateBook(sql);
        if ((await book.byId(reach.programmeId, id)) === null) throw new Refusal('template-unknown');
        await book.archive(id, archived ? at : null);
        const subject = { kind: 'diploma-template', id };
        await work.note({ action: 'diploma-template.archived', subject, after: { archived } });
        const template = await book.byId(reach.programmeId, id);
        if (template === null) throw new Refusal('template-unknown');
        return template;
      }),
  };
}

/** Only a picture that was uploaded for designs of this very programme. */
async function requirePicture({ sql, reach }: Look, { picture }: DiplomaDesign): Promise<void> {
  if (picture === null) return;
  const isKnown = await createDiplomaTemplateBook(sql).hasPicture(reach.programmeId, picture);
  if (!isKnown) throw new Refusal('file-unknown');
}
