import type { Sql } from '../sql.ts';
import { createApplicationBook } from './application-book.ts';
import { createCompetencyBook } from './competency-book.ts';
import { createConsentBook } from './consent-book.ts';
import { createContestBook } from './contest-book.ts';
import { createDiplomaShelf } from './diploma-shelf.ts';
import { createEntryBook } from './entry-book.ts';
import { createErrandBook } from './errand-book.ts';
import { createFileDesk } from './file-desk.ts';
import { createNameExceptionBook } from './name-exception-book.ts';
import { createOrderBook } from './order-book.ts';
import { createOrganizationBook } from './organization-book.ts';
import { createPageLinkBook } from './page-link-book.ts';
import { createPairBook } from './pair-book.ts';
import { createPeopleBook } from './people-book.ts';
import { createPrivacyBook } from './privacy-book.ts';
import { createProgrammeBook } from './programme-book.ts';
import { createSignInBook } from './sign-in-book.ts';
import { createTaskBook } from './task-book.ts';
import { createTemplateBook } from './template-book.ts';
import { createUploadBook } from './upload-book.ts';

/** Everything dialogues look up and decide, bound to one transaction. */
export function createDeskBooks(sql: Sql) {
  return {
    people: createPeopleBook(sql),
    programmes: createProgrammeBook(sql),
    organizations: createOrganizationBook(sql),
    tasks: createTaskBook(sql),
    applications: createApplicationBook(sql),
    consents: createConsentBook(sql),
    competencies: createCompetencyBook(sql),
    pairs: createPairBook(sql),
    privacy: createPrivacyBook(sql),
    pages: createPageLinkBook(sql),
    signIns: createSignInBook(sql),
    files: createFileDesk(sql),
    contests: createContestBook(sql),
    entries: createEntryBook(sql),
    diplomas: createDiplomaShelf(sql),
    errands: createErrandBook(sql),
    orders: createOrderBook(sql),
    nameExceptions: createNameExceptionBook(sql),
    templates: createTemplateBook(sql),
    uploads: createUploadBook(sql),
  };
}
