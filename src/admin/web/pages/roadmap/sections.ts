import { lazy } from 'react';
import { overviewWords } from '../../../../texts/panel/overview.ts';
import { calendarWords, roadmapWords } from '../../../../texts/panel/roadmap.ts';
import { taskWords } from '../../../../texts/panel/tasks.ts';
import type { Section } from '../../sections.tsx';

/** What there is to do in the roadmap, and how far it is. */
export const roadmapSections: readonly Section[] = [
  {
    path: '/overview',
    menu: overviewWords.title,
    power: 'overview:read',
    page: lazy(async () => ({ default: (await import('../overview/overview-page.tsx')).OverviewPage })),
  },
  {
    path: '/roadmap',
    menu: roadmapWords.menu,
    power: 'roadmap:read',
    page: lazy(async () => ({ default: (await import('./roadmap-page.tsx')).RoadmapPage })),
  },
  {
    path: '/roadmap/items/:id',
    power: 'roadmap:read',
    page: lazy(async () => ({ default: (await import('./item-page.tsx')).ItemPage })),
  },
  {
    path: '/roadmap/words',
    power: 'roadmap:read',
    page: lazy(async () => ({ default: (await import('./words-page.tsx')).WordsPage })),
  },
  {
    path: '/roadmap/import',
    power: 'roadmap:write',
    page: lazy(async () => ({ default: (await import('./import-page.tsx')).ImportPage })),
  },
  {
    path: '/roadmap/drafts/:id',
    power: 'roadmap:write',
    page: lazy(async () => ({ default: (await import('./draft-page.tsx')).DraftPage })),
  },
  {
    path: '/tasks',
    menu: taskWords.menu,
    power: 'tasks:read',
    page: lazy(async () => ({ default: (await import('../tasks/tasks-page.tsx')).TasksPage })),
  },
  {
    path: '/tasks/:id',
    power: 'tasks:read',
    page: lazy(async () => ({ default: (await import('../tasks/task-page.tsx')).TaskPage })),
  },
  {
    path: '/calendar',
    menu: calendarWords.menu,
    power: 'tasks:read',
    page: lazy(async () => ({ default: (await import('../calendar/calendar-page.tsx')).CalendarPage })),
  },
];
