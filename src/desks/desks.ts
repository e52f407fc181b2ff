import type { Desks } from '../domain/staff/desks.ts';
import { createApplicationsDesk } from './applications-desk.ts';
import { createAuditDesk } from './audit-desk.ts';
import { createBasesDesk } from './bases-desk.ts';
import { createFeedDesk } from './calendar-feed-desk.ts';
import { createCompetencyDesk } from './competency-desk.ts';
import { createConsentsDesk } from './consents-desk.ts';
import { createContestDesk } from './contest-desk.ts';
import { createDeliveriesDesk } from './deliveries-desk.ts';
import type { DeskDeps } from './desk-work.ts';
import { createDiplomaDesk } from './diploma-desk.ts';
import { createDiplomaTemplateDesk } from './diploma-template-desk.ts';
import { createDoublesDesk } from './doubles-desk.ts';
import { createEntryDesk } from './entry-desk.ts';
import { createErrandDesk } from './errand-desk.ts';
import { createEventDesk } from './event-desk.ts';
import { createJudgingDesk } from './judging-desk.ts';
import { createJuryWatchDesk } from './jury-watch-desk.ts';
import { createMailingDesk } from './mailing-desk.ts';
import { createMentorShelves } from './mentor-shelf.ts';
import { createNameDesk } from './name-desk.ts';
import { createOrderDesk } from './order-desk.ts';
import { createOrganizationsDesk } from './organizations-desk.ts';
import { createOverviewDesk } from './overview-desk.ts';
import { createPairDesk } from './pair-desk.ts';
import { createPaperDesk } from './paper-desk.ts';
import { createPeopleDesk } from './people-desk.ts';
import { createResultsDesk } from './results-desk.ts';
import { createRoadmapDesk } from './roadmap-desk.ts';
import { createDraftDesk } from './roadmap-draft-desk.ts';
import { createSelfDesk } from './self-desk.ts';
import { createSessionDesk } from './session-desk.ts';
import { createSettingsDesk } from './settings-desk.ts';
import { createSignInDesk } from './sign-in-desk.ts';
import type { SignInNeeds } from './sign-in-needs.ts';
import { createStaffListDesk } from './staff-list-desk.ts';
import { createSuggestionDesk } from './suggestion-desk.ts';
import { createSynonymDesk } from './synonym-desk.ts';
import { createTaskDesk } from './task-desk.ts';
import { createTemplateDesk } from './template-desk.ts';
import { createTokenDesk } from './token-desk.ts';

/** Everything that staff may do, over this database. */
export function createDesks(deps: DeskDeps & SignInNeeds): Desks {
  const shelves = createMentorShelves();
  return {
    competencies: createCompetencyDesk(deps),
    synonyms: createSynonymDesk(deps, shelves),
    suggestions: createSuggestionDesk(deps, shelves),
    mailings: createMailingDesk(deps),
    audit: createAuditDesk(deps),
    self: createSelfDesk(deps),
    settings: createSettingsDesk(deps),
    people: createPeopleDesk(deps),
    bases: createBasesDesk(deps),
    consents: createConsentsDesk(deps),
    pairs: createPairDesk(deps),
    doubles: createDoublesDesk(deps),
    deliveries: createDeliveriesDesk(deps),
    organizations: createOrganizationsDesk(deps),
    overview: createOverviewDesk(deps),
    tasks: createTaskDesk(deps),
    errands: createErrandDesk(deps),
    sessions: createSessionDesk(deps),
    signIn: createSignInDesk(deps),
    staff: createStaffListDesk(deps),
    tokens: createTokenDesk(deps),
    roadmap: createRoadmapDesk(deps),
    drafts: createDraftDesk(deps),
    applications: createApplicationsDesk(deps),
    feeds: createFeedDesk(deps),
    orders: createOrderDesk(deps),
    templates: createTemplateDesk(deps),
    names: createNameDesk(deps),
    papers: createPaperDesk(deps),
    contests: createContestDesk(deps),
    judging: createJudgingDesk(deps),
    juryWatch: createJuryWatchDesk(deps),
    results: createResultsDesk(deps),
    entries: createEntryDesk(deps),
    events: createEventDesk(deps),
    diplomas: createDiplomaDesk(deps),
    diplomaTemplates: createDiplomaTemplateDesk(deps),
  };
}
