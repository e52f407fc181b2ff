import { ProgrammeAndRoadmap1700000000001 } from './0001-programme-and-roadmap.ts';
import { Talking1700000000002 } from './0002-talking.ts';
import { TasksAndReminders1700000000003 } from './0003-tasks-and-reminders.ts';

/** In the order in which they run. */
export const migrations = [
  ProgrammeAndRoadmap1700000000001,
  Talking1700000000002,
  TasksAndReminders1700000000003,
];
