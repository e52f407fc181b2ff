import { fillDraft, tidyDraft } from '../../domain/consents/fill-text.ts';
import { xlsxMime } from '../../domain/files/sheet-plan.ts';
import type { FileContent } from '../../domain/files/stored-file.ts';
import type { PageVisit } from '../../domain/pages/page-link.ts';
import type { StaffDesk } from '../../domain/pages/staff-desk.ts';
import { Refusal } from '../../domain/refusal.ts';
import { baseFileName } from '../../texts/bases.ts';
import { templateFileName } from '../../texts/page-bases.ts';
import { tellSigner } from '../dialogues/consent-scan.ts';
import { isStaff } from '../dialogues/page.ts';
import type { KnownTalk } from '../dialogues/talk.ts';
import { keepUpload } from './page-files.ts';
import { knownOn, type PageDeps, type PageTalk, talkOver } from './page-talk.ts';

type StaffTalk = PageTalk & KnownTalk;

/** What staff keep in order; who may is looked up anew with every request. */
export function createStaffDesk(deps: PageDeps): StaffDesk {
  const asStaff = <T>(visit: PageVisit, work: (talk: StaffTalk) => Promise<T>) =>
    talkOver(deps, visit, (talk) => {
      if (visit.purpose !== 'staff' || !isStaff(talk)) throw new Refusal('not-found');
      return work(knownOn(talk));
    });
  const asCoordinator = <T>(visit: PageVisit, work: (talk: StaffTalk, programmeId: string) => Promise<T>) =>
    asStaff(visit, (talk) => {
      if (!talk.isCoordinator) throw new Refusal('not-found');
      return work(talk, talk.person.programmeId);
    });
  const staffOf = (visit: PageVisit) =>
    asStaff(visit, async ({ person, today }) => ({ staffId: person.id, today }));

  return {
    welcome: (visit) => asStaff(visit, async ({ isCoordinator }) => ({ isCoordinator })),
    lacks: (visit) => asStaff(visit, ({ desk, person, at }) => desk.consents.lacking(person.id, at)),
    receivePaper: (visit, received) => asStaff(visit, (talk) => receivePaper(talk, received)),
    async baseTemplate(visit, base) {
      const { staffId, today } = await staffOf(visit);
      return xlsx(templateFileName(base, today), await deps.bases.template(base, { staffId }));
    },
    async exportBase(visit, base) {
      const { staffId, today } = await staffOf(visit);
      return xlsx(baseFileName(base, today), await deps.bases.export(base, { staffId }));
    },
    async importBase(visit, base, bytes, options) {
      const { staffId } = await staffOf(visit);
      return deps.bases.import(base, { staffId }, bytes, options);
    },
    templates: (visit) => asCoordinator(visit, ({ desk }, id) => desk.consents.templates(id)),
    preview: (visit, draft) =>
      asCoordinator(visit, async ({ desk, visitor }, id) => {
        const settings = await desk.programmes.settings(id);
        return fillDraft(tidyDraft(draft), settings, { name: visitor.programme?.name ?? '' });
      }),
    publish: (visit, kind, giver, draft) =>
      asCoordinator(visit, async ({ desk, person, at }, id) => {
        await desk.consents.publish(id, kind, giver, draft, person.id, at);
      }),
    competencies: (visit) => asCoordinator(visit, ({ desk }, id) => desk.competencies.list(id)),
    addCompetency: (visit, name) =>
      asCoordinator(visit, async ({ desk }, id) => {
        await desk.competencies.add(id, name);
      }),
    archiveCompetency: (visit, competencyId) =>
      asCoordinator(visit, ({ desk, at }, id) => desk.competencies.archive(id, competencyId, at)),
    settings: (visit) => asCoordinator(visit, ({ desk }, id) => desk.programmes.settings(id)),
    saveSettings: (visit, settings) =>
      asCoordinator(visit, ({ desk }, id) => desk.programmes.saveSettings(id, settings)),
  };
}

function xlsx(name: string, bytes: Uint8Array): FileContent {
  return { name, mime: xlsxMime, bytes };
}

async function receivePaper(
  talk: StaffTalk,
  { personId, kind, scan }: Parameters<StaffDesk['receivePaper']>[1],
): Promise<void> {
  const { desk, person, at } = talk;
  const lacks = await desk.consents.lacking(person.id, at);
  const lack = lacks.find((each) => each.personId === personId && each.kinds.includes(kind));
  // It came by another way meanwhile, or is not theirs to receive.
  if (lack === undefined) throw new Refusal('state-passed');
  const scanFileId = scan === null ? null : await keepUpload(talk, personId, scan);
  await desk.consents.receivePaper({ personId, kind, scanFileId, receivedBy: person.id, at });
  await tellSigner(talk, lack, kind);
}
