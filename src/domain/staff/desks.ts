import type { ErrandDesk } from '../errands/errand-desk.ts';
import type { MailingDesk } from '../mailings/mailing-desk.ts';
import type { OverviewDesk } from '../overview/overview.ts';
import type { PeopleDesk } from '../people/people-desk.ts';
import type { TaskDesk } from '../tasks/task-desk.ts';
import type { SelfDesk } from './self-desk.ts';

/** What the API offers, topic by topic. Each call is one transaction and asks for the right itself. */
export type Desks = {
  mailings: MailingDesk;
  self: SelfDesk;
  people: PeopleDesk;
  overview: OverviewDesk;
  tasks: TaskDesk;
  errands: ErrandDesk;
};
