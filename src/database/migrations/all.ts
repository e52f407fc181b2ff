import { ProgrammeAndRoadmap1700000000001 } from './0001-programme-and-roadmap.ts';
import { Talking1700000000002 } from './0002-talking.ts';
import { TasksAndReminders1700000000003 } from './0003-tasks-and-reminders.ts';
import { PublicHolidays1700000000004 } from './0004-public-holidays.ts';
import { WeeklySummary1700000000005 } from './0005-weekly-summary.ts';
import { RegistrationAndConsents1700000000006 } from './0006-registration-and-consents.ts';
import { Panel1700000000007 } from './0007-panel.ts';
import { SignIn1700000000008 } from './0008-sign-in.ts';
import { Pairs1700000000009 } from './0009-pairs.ts';
import { Documents1700000000010 } from './0010-documents.ts';
import { RoadmapExtras1700000000011 } from './0011-roadmap-extras.ts';
import { Mailings1700000000012 } from './0012-mailings.ts';
import { PeopleSearch1700000000013 } from './0013-people-search.ts';
import { Suggestions1700000000014 } from './0014-suggestions.ts';
import { Contests1700000000015 } from './0015-contests.ts';
import { ContestMilestones1700000000016 } from './0016-contest-milestones.ts';
import { EventTickets1700000000017 } from './0017-event-tickets.ts';
import { ContestChecks1700000000018 } from './0018-contest-checks.ts';
import { Judging1700000000019 } from './0019-judging.ts';

/** In the order in which they run. */
export const migrations = [
  ProgrammeAndRoadmap1700000000001,
  Talking1700000000002,
  TasksAndReminders1700000000003,
  PublicHolidays1700000000004,
  WeeklySummary1700000000005,
  RegistrationAndConsents1700000000006,
  Panel1700000000007,
  SignIn1700000000008,
  Pairs1700000000009,
  Documents1700000000010,
  RoadmapExtras1700000000011,
  Mailings1700000000012,
  PeopleSearch1700000000013,
  Suggestions1700000000014,
  Contests1700000000015,
  ContestMilestones1700000000016,
  EventTickets1700000000017,
  ContestChecks1700000000018,
  Judging1700000000019,
];
