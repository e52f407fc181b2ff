import { lazy } from 'react';
import { contestWords } from '../../../../texts/panel/contests.ts';
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
    path: '/contests/:id',
    power: 'contests:read',
    page: lazy(async () => ({ default: (await import('./contest-page.tsx')).ContestPage })),
  },
];
