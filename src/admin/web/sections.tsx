import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { shellWords } from '../../texts/panel/shell.ts';
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
  {
    path: '/api',
    menu: shellWords.api,
    power: 'self',
    page: lazy(async () => ({ default: (await import('./pages/api/api-page.tsx')).ApiPage })),
  },
];
