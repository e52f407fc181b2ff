import { createHash } from 'node:crypto';
import { createOrderBook } from '../database/repositories/order-book.ts';
import { createTemplateBook } from '../database/repositories/template-book.ts';
import { fieldsOf, fillDocx } from '../documents/docx.ts';
import { inspectDocx } from '../documents/inspect-docx.ts';
import {
  checkTags,
  missingFields,
  type TemplateFault,
  type TemplateTag,
} from '../domain/documents/check-tags.ts';
import type { DocumentData } from '../domain/documents/document-data.ts';
import { fieldsOfKind, type TemplateKind, templateKinds } from '../domain/documents/fields.ts';
import { paperOf } from '../domain/documents/order-paper.ts';
import type { Template } from '../domain/documents/template-book.ts';
import type { TemplateDesk } from '../domain/documents/template-desk.ts';
import { docxMime } from '../domain/files/docx-plan.ts';
import { Refusal } from '../domain/refusal.ts';
import { covers } from '../domain/staff/powers.ts';
import { fileNameOf } from '../texts/documents/file-names.ts';
import { inventedData } from '../texts/documents/invented.ts';
import { orderData } from '../texts/documents/order-data.ts';
import { templateNames } from '../texts/documents/template-names.ts';
import { type DeskDeps, type Look, staffLook, staffWork } from './desk-work.ts';
import { baseDataOf, placeOf, programmeDataOf } from './paper-data.ts';
import { ownTemplate } from './template-bytes.ts';

export function createTemplateDesk(deps: DeskDeps): TemplateDesk {
  return {
    list: (staff) =>
      staffLook(deps, staff, 'documents:read', async ({ sql, reach }) => {
        const all = await createTemplateBook(sql).list(reach.programmeId);
        return templateKinds.map((kind) => {
          const versions = all.filter((each) => each.kind === kind);
          const current = versions.find(({ archivedAt }) => archivedAt === null);
          return { kind, fields: fieldsOfKind[kind], currentId: current?.id ?? null, versions };
        });
      }),
    async upload(staff, kind, file) {
      // Nothing of a file is looked at for somebody who may not upload.
      await staffLook(deps, staff, 'templates:write', async () => undefined);
      const { faults, missing } = await report(kind, file.bytes);
      if (faults.length > 0) return { template: null, faults, missing };
      return staffWork(deps, staff, 'templates:write', async (work) => {
        const { books, reach, at } = work;
        const sha256 = createHash('sha256').update(file.bytes).digest('hex');
        const name = fileNameOf([file.name.replace(/\.docx$/iu, '')], 'docx');
        const fileId = await books.uploads.keep(null, { name, mime: docxMime, bytes: file.bytes, sha256 });
        const { programmeId } = reach;
        const template = await books.templates.add({ programmeId, kind, fileId, by: staff.personId }, at);
        const after = { kind, version: template.version, sha256 };
        await work.note({
          action: 'template.uploaded',
          subject: { kind: 'template', id: template.id },
          after,
        });
        return { template, faults, missing };
      });
    },
    archive: (staff, id, archived) =>
      staffWork(deps, staff, 'templates:write', async (work) => {
        const { books, reach, at } = work;
        found(await books.templates.byId(reach.programmeId, id));
        await books.templates.archive(id, archived ? at : null);
        await work.note({
          action: 'template.archived',
          subject: { kind: 'template', id },
          after: { archived },
        });
        return found(await books.templates.byId(reach.programmeId, id));
      }),
    file: (staff, id) =>
      staffLook(deps, staff, 'documents:read', async ({ sql, reach }) => {
        const template = found(await createTemplateBook(sql).byId(reach.programmeId, id));
        const file = await deps.files.read(template.fileId);
        if (file === null) throw new Refusal('template-unknown');
        return file;
      }),
    ownFile: (staff, kind) =>
      staffLook(deps, staff, 'documents:read', async () => ({
        name: fileNameOf([templateNames[kind]], 'docx'),
        mime: docxMime,
        bytes: ownTemplate(kind),
      })),
    preview: (staff, { kind, id }) =>
      staffLook(deps, staff, 'documents:write', async (look) => {
        const template =
          id === null ? null : found(await createTemplateBook(look.sql).byId(look.reach.programmeId, id));
        if (template !== null && template.kind !== kind) throw new Refusal('template-unknown');
        const file = template === null ? null : await deps.files.read(template.fileId);
        const bytes = await fillDocx(file?.bytes ?? ownTemplate(kind), await dataFor(look, kind));
        return { name: fileNameOf([templateNames[kind], '(образец)'], 'docx'), mime: docxMime, bytes };
      }),
  };
}

async function report(kind: TemplateKind, bytes: Uint8Array) {
  await inspectDocx(bytes);
  const read = await fieldsOf(bytes);
  const tags: TemplateTag[] = Array.isArray(read) ? read : [];
  const faults: TemplateFault[] = Array.isArray(read)
    ? checkTags(fieldsOfKind[kind], tags)
    : [{ code: 'braces', name: read.fault.replace(/^\w+ ?/u, '') }];
  if (faults.length === 0) faults.push(...(await unfillable(kind, bytes)));
  return { faults, missing: missingFields(fieldsOfKind[kind], tags) };
}

/** A list that begins in one cell and ends outside it has all its tags, and can't be filled for all that. */
async function unfillable(kind: TemplateKind, bytes: Uint8Array): Promise<TemplateFault[]> {
  try {
    await fillDocx(bytes, inventedData(kind));
    return [];
  } catch {
    return [{ code: 'not-fillable', name: '' }];
  }
}

function found(template: Template | null): Template {
  if (template === null) throw new Refusal('template-unknown');
  return template;
}

function mayTakeBases({ staff, reach }: Look): boolean {
  return covers(staff, 'people:export', reach) && covers(staff, 'people:contacts', reach);
}

/** Of what whoever looks may see; invented where there is nothing yet. */
async function dataFor(look: Look, kind: TemplateKind): Promise<DocumentData> {
  const { sql, reach, today } = look;
  if (kind === 'pair-order') {
    const query = { page: 1, size: 1, sort: 'created', descending: true, q: null } as const;
    const { items } = await createOrderBook(sql).list(reach, query, { state: null, organizationId: null });
    const order = items[0] === undefined ? null : await createOrderBook(sql).find(reach, items[0].id);
    if (order !== null) {
      const { programmeName } = await placeOf(look, order.organizationId);
      return orderData(paperOf(order, { programmeName, today }));
    }
  }
  if (kind === 'personal-programme') {
    const [pair] = await sql.query<{ id: string }>(
      `select id::text from pair where programme_id = $1 and ($2::bigint[] is null or organization_id = any($2))
         and state in ('agreed', 'ordered', 'active') order by id desc limit 1`,
      [reach.programmeId, reach.organizationIds],
    );
    if (pair !== undefined) return (await programmeDataOf(look, pair.id)).data;
  }
  // A base leaves with whoever may take it along; others see how it looks.
  if ((kind === 'mentor-base' || kind === 'mentee-base') && mayTakeBases(look)) {
    const [organization] = await sql.query<{ id: string }>(
      `select a.organization_id::text as id from appointment a join organization o on o.id = a.organization_id
       where a.role = $3 and a.ended_at is null and o.programme_id = $1
         and ($2::bigint[] is null or o.id = any($2)) group by 1 order by count(*) desc limit 1`,
      [reach.programmeId, reach.organizationIds, kind === 'mentor-base' ? 'mentor' : 'mentee'],
    );
    const base = kind === 'mentor-base' ? 'mentors' : 'mentees';
    if (organization !== undefined) return baseDataOf(look, { base, organizationId: organization.id });
  }
  return inventedData(kind);
}
