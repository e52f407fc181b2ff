import type { AuditDesk } from '../audit/audit-desk.ts';
import type { ErrandDesk } from '../errands/errand-desk.ts';
import type { MailingDesk } from '../mailings/mailing-desk.ts';
import type { OverviewDesk } from '../overview/overview.ts';
import type { PairDesk } from '../pairs/pair-desk.ts';
import type { PeopleDesk } from '../people/people-desk.ts';
import type { DraftDesk } from '../roadmap/draft-desk.ts';
import type { RoadmapDesk } from '../roadmap/roadmap-desk.ts';
import type { SessionDesk } from '../sign-in/session-desk.ts';
import type { SignInDesk } from '../sign-in/sign-in-desk.ts';
import type { TokenDesk } from '../sign-in/token-desk.ts';
import type { TaskDesk } from '../tasks/task-desk.ts';
import type { ApplicationsDesk } from '../registration/applications-desk.ts';
import type { TaskDesk } from '../tasks/task-desk.ts';
import type { SelfDesk } from './self-desk.ts';
import type { StaffListDesk } from './staff-list.ts';

/** What the API offers, topic by topic. Each call is one transaction and asks for the right itself. */
export type Desks = {
  mailings: MailingDesk;
  audit: AuditDesk;
  self: SelfDesk;
  people: PeopleDesk;
  pairs: PairDesk;
  overview: OverviewDesk;
  tasks: TaskDesk;
  errands: ErrandDesk;
  sessions: SessionDesk;
  signIn: SignInDesk;
  staff: StaffListDesk;
  tokens: TokenDesk;
  roadmap: RoadmapDesk;
  drafts: DraftDesk;
  applications: ApplicationsDesk;
};
