import { createConsentTexts } from '../database/repositories/consent-texts.ts';
import { fillDocx } from '../documents/docx.ts';
import { toDay } from '../domain/calendar/day.ts';
import type { ConsentKind } from '../domain/consents/consent.ts';
import type { DocumentData } from '../domain/documents/document-data.ts';
import type { TemplateKind } from '../domain/documents/fields.ts';
import type { PaperDesk } from '../domain/documents/paper-desk.ts';
import { docxMime } from '../domain/files/docx-plan.ts';
import type { FileContent } from '../domain/files/stored-file.ts';
import { Refusal } from '../domain/refusal.ts';
import { mayBeMinor } from '../domain/registration/needed-consents.ts';
import { need } from '../domain/staff/powers.ts';
import { consentData } from '../texts/documents/consent-data.ts';
import { documentNames } from '../texts/documents/file-names.ts';
import { fullName } from '../texts/people.ts';
import { type DeskDeps, type Look, staffLook, staffWork, type Work } from './desk-work.ts';
import { baseDataOf, programmeDataOf } from './paper-data.ts';
import { templateNow } from './template-bytes.ts';

const kindOfBase = { mentors: 'mentor-base', mentees: 'mentee-base' } as const;

export function createPaperDesk(deps: DeskDeps): PaperDesk {
  return {
    base: (staff, which) =>
      staffWork(deps, staff, 'people:export', async (work) => {
        // Phones stand in it.
        need(staff, 'people:contacts');
        const { base, organizationId } = which;
        const data = await baseDataOf(work, which);
        const after = { base, people: Number(data.Всего) };
        await work.note({
          action: 'base.exported',
          subject: { kind: 'base', id: base },
          organizationId,
          after,
        });
        return paper(work, kindOfBase[base], data, documentNames.base(base, work.today));
      }),
    programme: (staff, pairId) =>
      staffLook(deps, staff, 'documents:read', async (look) => {
        const { mentor, data } = await programmeDataOf(look, pairId);
        return paper(look, 'personal-programme', data, documentNames.programme(mentor));
      }),
    // Whoever asks first makes the version of the text that they print.
    consent: (staff, { personId, kind }) =>
      staffWork(deps, staff, 'documents:write', async (work) => {
        const { title, data, name } = await consentOf(work, personId, kind);
        await work.note({
          action: 'consent.printed',
          subject: { kind: 'person', id: personId },
          after: { kind },
        });
        return paper(work, 'consent', data, documentNames.consent(title, name));
      }),
  };
}

async function paper(
  { sql, reach }: Pick<Look, 'sql' | 'reach'>,
  kind: TemplateKind,
  data: DocumentData,
  name: string,
): Promise<FileContent> {
  const { bytes } = await templateNow(sql, reach.programmeId, kind);
  return { name, mime: docxMime, bytes: await fillDocx(bytes, data) };
}

type Giver = {
  surname: string;
  name: string;
  patronymic: string;
  birthYear: number | null;
  pupil: boolean;
  organizationName: string;
  programmeName: string;
  timeZone: string;
};

async function consentOf(work: Work, personId: string, kind: ConsentKind) {
  const { sql, reach, at, today } = work;
  const [person] = await sql.query<Giver>(
    `select p.surname, p.name, p.patronymic, p.birth_year as "birthYear", o.name as "organizationName",
       g.name as "programmeName", g.time_zone as "timeZone",
       exists (select from application a where a.person_id = p.id and a.form = 'pupil') as pupil
     from person p join programme g on g.id = p.programme_id
     join lateral (
       select organization_id from appointment where person_id = p.id and ended_at is null
       union all select organization_id from application where person_id = p.id and organization_id is not null
         and state not in ('draft', 'declined')) held on $3::bigint[] is null or held.organization_id = any($3)
     join organization o on o.id = held.organization_id
     where p.id = $1 and p.programme_id = $2 and p.erased_at is null and p.surname <> '' limit 1`,
    [personId, reach.programmeId, reach.organizationIds],
  );
  if (person === undefined) throw new Refusal('person-unknown');
  const minor = person.pupil && mayBeMinor(person.birthYear, Number(today.slice(0, 4)));
  const giver = minor ? 'representative' : 'self';
  const text = await createConsentTexts(sql).current(reach.programmeId, kind, giver, at);
  const { organizationName, programmeName, timeZone } = person;
  const publishedOn = toDay(text.publishedAt, timeZone);
  const name = fullName(person);
  return {
    title: text.title,
    name,
    data: consentData(text, { fullName: name, organizationName, programmeName, publishedOn }),
  };
}
