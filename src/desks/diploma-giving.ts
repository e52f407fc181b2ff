import { randomBytes } from 'node:crypto';
import { createDiplomaBook, type NewDiploma } from '../database/repositories/diploma-book.ts';
import { createDiplomaTemplateBook } from '../database/repositories/diploma-template-book.ts';
import type { Contest } from '../domain/contests/contest.ts';
import type { AwardLine } from '../domain/diplomas/awarding.ts';
import type { DiplomaDesign } from '../domain/diplomas/design.ts';
import type { DiplomaFacts, DiplomaKind } from '../domain/diplomas/diploma.ts';
import type { ChosenTemplates } from '../domain/diplomas/diploma-desk.ts';
import { verificationCode, verificationUrl } from '../domain/diplomas/number.ts';
import type { Errand } from '../domain/errands/errand.ts';
import { Refusal } from '../domain/refusal.ts';
import { diplomaDesigns, eventCertificate } from '../texts/documents/diploma-designs.ts';
import type { Look, Work } from './desk-work.ts';

export const diplomasKind = 'diplomas';

type Design = { templateId: string | null; design: DiplomaDesign };
export type Designs = Readonly<Record<DiplomaKind, Design>>;

/** By which design each kind is printed. `Refusal('template-unknown')`. */
export async function designsFor(
  { sql, reach }: Pick<Look, 'sql' | 'reach'>,
  { kind: contestKind }: Pick<Contest, 'kind'>,
  chosen: ChosenTemplates,
): Promise<Designs> {
  const book = createDiplomaTemplateBook(sql);
  const of = async (kind: DiplomaKind): Promise<Design> => {
    const id = chosen[kind];
    const template =
      id === undefined ? await book.current(reach.programmeId, kind) : await book.byId(reach.programmeId, id);
    if (template !== null && template.kind === kind && template.archivedAt === null)
      return { templateId: template.id, design: template.design };
    if (id !== undefined) throw new Refusal('template-unknown');
    const isEvent = contestKind === 'event' && kind === 'certificate';
    return { templateId: null, design: isEvent ? eventCertificate : diplomaDesigns[kind] };
  };
  return {
    diploma: await of('diploma'),
    gratitude: await of('gratitude'),
    certificate: await of('certificate'),
  };
}

/** Who gives the papers: the office that runs the programme, or the programme by its name. */
export async function officeOf({ sql, reach }: Pick<Look, 'sql' | 'reach'>): Promise<string> {
  const [row] = await sql.query<{ name: string }>(
    `select coalesce((select o.name from organization o where o.programme_id = p.id and o.kind = 'office'
       order by o.id limit 1), p.name) as name from programme p where p.id = $1`,
    [reach.programmeId],
  );
  return row?.name ?? '';
}

type Paper = { contest: Contest; office: string; issuedOn: string };

/** `number`, `verificationUrl`: empty in a preview. */
export function factsOf(
  line: AwardLine,
  { contest, office, issuedOn }: Paper,
  given: Pick<DiplomaFacts, 'number' | 'verificationUrl'>,
): DiplomaFacts {
  return {
    ...given,
    kind: line.kind,
    award: line.award ?? 'participant',
    place: line.place,
    recipient: line.recipient,
    organization: line.organization,
    contest: contest.title,
    nomination: line.nomination,
    work: line.work,
    team: line.team,
    city: contest.terms.city,
    issuedOn,
    office,
    signatures: null,
  };
}

type GivingWork = Pick<Work, 'sql' | 'reach' | 'staff' | 'at' | 'today'>;

/** Rows with numbers for these, in their order. `Refusal('diploma-no-address')`: nobody could check what is printed. */
export async function givePapers(
  work: GivingWork,
  contest: Contest,
  lines: readonly AwardLine[],
  { designs, publicUrl }: { designs: Designs; publicUrl: string | null },
): Promise<string[]> {
  if (publicUrl === null) throw new Refusal('diploma-no-address');
  const { sql, reach, staff, at, today: issuedOn } = work;
  const paper = { contest, office: await officeOf(work), issuedOn };
  const papers = lines.map((line): NewDiploma => {
    const { kind, entryId, personId, award, doubtful } = line;
    const code = verificationCode(randomBytes(16));
    const { templateId, design } = designs[kind];
    return {
      ...{ contestId: contest.id, entryId, personId, kind, award, code, templateId, doubtful },
      shown: (number) => ({
        facts: factsOf(line, paper, { number, verificationUrl: verificationUrl(publicUrl, code) }),
        design,
      }),
    };
  });
  const { programmeId } = reach;
  const prefix = contest.terms.diplomaPrefix;
  return createDiplomaBook(sql).give({ programmeId, prefix, issuedOn, by: staff.personId, at }, papers);
}

/** Prints and sends what was given. */
export function orderHandingOut(
  { books, reach, staff, at }: Work,
  contestId: string,
  ids: readonly string[],
): Promise<Errand> {
  const order = { kind: diplomasKind, power: 'contests:write', reach, at } as const;
  return books.errands.order({ ...order, params: { contestId, ids }, createdBy: staff.personId });
}

export async function errandOf({ books, reach, staff }: Work, id: string): Promise<Errand> {
  const scope = { programmeId: reach.programmeId, createdBy: staff.personId };
  const errand = await books.errands.find(scope, id);
  if (errand === null) throw new Refusal('errand-unknown');
  return errand;
}
