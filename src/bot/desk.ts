import type { ChatAudit } from '../domain/audit/audit.ts';
import type { CompetencyBook } from '../domain/competencies/competency-book.ts';
import type { ConsentBook } from '../domain/consents/consent-book.ts';
import type { ContestBook, EntryBook } from '../domain/contests/contest-book.ts';
import type { DeliveryOrder } from '../domain/delivery/delivery.ts';
import type { DiplomaShelf } from '../domain/diplomas/diploma-shelf.ts';
import type { FileDesk } from '../domain/files/document.ts';
import type { OrganizationBook } from '../domain/organizations/organization-book.ts';
import type { PageLinkBook } from '../domain/pages/page-link.ts';
import type { PairBook } from '../domain/pairs/pair-book.ts';
import type { PeopleBook } from '../domain/people/people-book.ts';
import type { PrivacyBook } from '../domain/privacy/privacy-book.ts';
import type { ProgrammeBook } from '../domain/programme/programme-book.ts';
import type { ApplicationBook } from '../domain/registration/application-book.ts';
import type { SignInBook } from '../domain/sign-in/sign-in.ts';
import type { TaskBook } from '../domain/tasks/task-book.ts';

/** Where somebody stands in a conversation: the dialogue's name, its step and what was gathered so far. */
export type DialogueState = { name: string; step: string; data: Record<string, unknown> };

/** Everything a dialogue may touch while one incoming event is handled: all of it is one transaction. */
export type Desk = {
  people: PeopleBook;
  programmes: Pick<ProgrammeBook, 'list' | 'settings'>;
  organizations: Pick<OrganizationBook, 'list'>;
  tasks: TaskBook;
  applications: ApplicationBook;
  consents: ConsentBook;
  competencies: Pick<CompetencyBook, 'list' | 'labels'>;
  pairs: PairBook;
  contests: ContestBook;
  entries: EntryBook;
  diplomas: DiplomaShelf;
  privacy: PrivacyBook;
  pages: PageLinkBook;
  signIns: SignInBook;
  files: FileDesk;
  audit: ChatAudit;
  dialogues: {
    /** Kept per person once known (so that they may go on from the other platform), per account before. */
    read(key: string): Promise<DialogueState | null>;
    /** Several at once, in the order of the keys. */
    readAll(keys: readonly string[]): Promise<(DialogueState | null)[]>;
    write(key: string, state: DialogueState | null): Promise<void>;
  };
  /** What is said while one event is handled leaves together; nobody here needs the ids of the rows. */
  outbox: { put(orders: readonly DeliveryOrder[]): Promise<unknown> };
};
