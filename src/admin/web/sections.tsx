import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { competencyWords } from '../../texts/panel/competencies.ts';
import { shellWords } from '../../texts/panel/shell.ts';
import { pairSections } from './pages/pairs/pair-sections.ts';
import { roadmapSections } from './pages/roadmap/sections.ts';
import type { Power } from './self.ts';

/** A page of the panel. `menu`: its word in the menu; a page without one is reached from others. */
export type Section = {
  path: string;
  menu?: string;
  power: Power | 'self';
  page: LazyExoticComponent<ComponentType>;
};

/** In the order of the menu. Pages are loaded when they are first opened. */
export const sections: readonly Section[] = [
  ...roadmapSections,
  {
    path: '/competencies',
    menu: competencyWords.menu,
    power: 'settings:read',
    page: lazy(async () => ({
      default: (await import('./pages/competencies/competencies-page.tsx')).CompetenciesPage,
    })),
  },
  {
    path: '/competencies/synonyms',
    power: 'settings:read',
    page: lazy(async () => ({
      default: (await import('./pages/competencies/synonyms-page.tsx')).SynonymsPage,
    })),
  },
  ...pairSections,
  {
    path: '/api',
    menu: shellWords.api,
    power: 'self',
    page: lazy(async () => ({ default: (await import('./pages/api/api-page.tsx')).ApiPage })),
  },
];
