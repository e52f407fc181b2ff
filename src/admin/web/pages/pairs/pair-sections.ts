import { lazy } from 'react';
import { pairPanelWords } from '../../../../texts/panel/pairs.ts';
import type { Section } from '../../sections.tsx';

/** Pages about pairs, in the order in which addresses are tried. */
export const pairSections: readonly Section[] = [
  {
    path: '/pairs',
    menu: pairPanelWords.title,
    power: 'pairs:read',
    page: lazy(async () => ({ default: (await import('./board-page.tsx')).BoardPage })),
  },
  {
    path: '/pairs/new',
    power: 'pairs:write',
    page: lazy(async () => ({ default: (await import('./new-pair-page.tsx')).NewPairPage })),
  },
  {
    path: '/pairs/:id',
    power: 'pairs:read',
    page: lazy(async () => ({ default: (await import('./pair-page.tsx')).PairPage })),
  },
  {
    path: '/mentees',
    menu: pairPanelWords.queue,
    power: 'pairs:read',
    page: lazy(async () => ({ default: (await import('./mentees-page.tsx')).MenteesPage })),
  },
  {
    path: '/mentees/:id',
    power: 'pairs:read',
    page: lazy(async () => ({ default: (await import('./mentee-page.tsx')).MenteePage })),
  },
];
