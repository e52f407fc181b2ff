import { lazy } from 'react';
import { contestWords } from '../../../../texts/panel/contests.ts';
import { judgingWords } from '../../../../texts/panel/judging.ts';
import type { Section } from '../../sections.tsx';

/** Pages about contests, in the order in which addresses are tried. Tabs of a contest stand in `contest-tabs.ts` too. */
export const contestSections: readonly Section[] = [
  {
    path: '/contests',
    menu: contestWords.menu,
    power: 'contests:read',
    page: lazy(async () => ({ default: (await import('./contests-page.tsx')).ContestsPage })),
  },
  {
    path: '/contests/new',
    power: 'contests:write',
    page: lazy(async () => ({ default: (await import('./new-contest-page.tsx')).NewContestPage })),
  },
  {
    path: '/contests/:id/settings',
    power: 'contests:read',
    page: lazy(async () => ({ default: (await import('./contest-settings-page.tsx')).ContestSettingsPage })),
  },
  {
    path: '/contests/:id/jury',
    power: 'contests:read',
    page: lazy(async () => ({ default: (await import('./contest-jury-page.tsx')).ContestJuryPage })),
  },
  {
    path: '/judging',
    menu: judgingWords.menu,
    power: 'contests:judge',
    page: lazy(async () => ({ default: (await import('./judging-page.tsx')).JudgingPage })),
  },
  {
    path: '/judging/:contestId',
    power: 'contests:judge',
    page: lazy(async () => ({ default: (await import('./judging-works-page.tsx')).JudgingWorksPage })),
  },
  {
    path: '/judging/:contestId/:entryId',
    power: 'contests:judge',
    page: lazy(async () => ({ default: (await import('./sheet-page.tsx')).SheetPage })),
  },
  {
    path: '/contests/:id/progress',
    power: 'contests:read',
    page: lazy(async () => ({ default: (await import('./jury-progress-page.tsx')).JuryProgressPage })),
  },
  {
    path: '/contests/:id/results',
    power: 'contests:read',
    page: lazy(async () => ({ default: (await import('./results-page.tsx')).ResultsPage })),
  },
  {
    path: '/contests/:id/entries',
    power: 'contests:read',
    page: lazy(async () => ({ default: (await import('./entries-page.tsx')).EntriesPage })),
  },
  {
    path: '/contests/:id/entries/new',
    power: 'contests:write',
    page: lazy(async () => ({ default: (await import('./new-entry-page.tsx')).NewEntryPage })),
  },
  {
    path: '/contests/:id/entries/:entryId',
    power: 'contests:read',
    page: lazy(async () => ({ default: (await import('./entry-page.tsx')).EntryPage })),
  },
  {
    path: '/contests/:id/found',
    power: 'contests:write',
    page: lazy(async () => ({ default: (await import('./found-page.tsx')).FoundPage })),
  },
  {
    path: '/contests/:id/diplomas',
    power: 'contests:read',
    page: lazy(async () => ({ default: (await import('./diplomas-page.tsx')).DiplomasPage })),
  },
  {
    path: '/diploma-templates',
    power: 'contests:write',
    page: lazy(async () => ({
      default: (await import('./diploma-templates-page.tsx')).DiplomaTemplatesPage,
    })),
  },
  {
    path: '/contests/:id/guests',
    power: 'contests:read',
    page: lazy(async () => ({ default: (await import('./guests-page.tsx')).GuestsPage })),
  },
  {
    path: '/attend/:ticket',
    power: 'contests:write',
    page: lazy(async () => ({ default: (await import('./attend-page.tsx')).AttendPage })),
  },
  {
    path: '/contests/:id',
    power: 'contests:read',
    page: lazy(async () => ({ default: (await import('./contest-page.tsx')).ContestPage })),
  },
];
