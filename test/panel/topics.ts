import { applicationsTopic } from './topics/applications.ts';
import { auditTopic } from './topics/audit.ts';
import { calendarTopic } from './topics/calendar.ts';
import { competenciesTopic } from './topics/competencies.ts';
import { contestEntriesTopic } from './topics/contest-entries.ts';
import { contestEventsTopic } from './topics/contest-events.ts';
import { contestsTopic } from './topics/contests.ts';
import { diplomasTopic } from './topics/diplomas.ts';
import { errandsTopic } from './topics/errands.ts';
import { judgingTopic } from './topics/judging.ts';
import { mailingsTopic } from './topics/mailings.ts';
import { namesTopic } from './topics/names.ts';
import { ordersTopic } from './topics/orders.ts';
import { pairsTopic } from './topics/pairs.ts';
import { papersTopic } from './topics/papers.ts';
import { peopleTopic } from './topics/people.ts';
import { peopleCareTopic } from './topics/people-care.ts';
import { peoplePapersTopic } from './topics/people-papers.ts';
import { roadmapTopic } from './topics/roadmap.ts';
import { sessionTopic } from './topics/session.ts';
import { settingsTopic } from './topics/settings.ts';
import { staffTopic } from './topics/staff.ts';
import { tasksTopic } from './topics/tasks.ts';
import { templatesTopic } from './topics/templates.ts';
import { tokensTopic } from './topics/tokens.ts';

/** Every topic of the API; a route that stands in none fails the matrix. */
export const topics = {
  errands: errandsTopic,
  judging: judgingTopic,
  mailings: mailingsTopic,
  orders: ordersTopic,
  names: namesTopic,
  papers: papersTopic,
  templates: templatesTopic,
  session: sessionTopic,
  competencies: competenciesTopic,
  settings: settingsTopic,
  audit: auditTopic,
  staff: staffTopic,
  tokens: tokensTopic,
  people: peopleTopic,
  peoplePapers: peoplePapersTopic,
  pairs: pairsTopic,
  peopleCare: peopleCareTopic,
  tasks: tasksTopic,
  roadmap: roadmapTopic,
  applications: applicationsTopic,
  calendar: calendarTopic,
  contests: contestsTopic,
  contestEntries: contestEntriesTopic,
  contestEvents: contestEventsTopic,
  diplomas: diplomasTopic,
};
