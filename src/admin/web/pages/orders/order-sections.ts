import { lazy } from 'react';
import { orderWords } from '../../../../texts/panel/orders.ts';
import { templateWords } from '../../../../texts/panel/templates.ts';
import type { Section } from '../../sections.tsx';

/** Pages about orders and templates, in the order in which addresses are tried. */
export const orderSections: readonly Section[] = [
  {
    path: '/orders',
    menu: orderWords.menu,
    power: 'documents:read',
    page: lazy(async () => ({ default: (await import('./orders-page.tsx')).OrdersPage })),
  },
  {
    path: '/orders/new',
    power: 'documents:write',
    page: lazy(async () => ({ default: (await import('./new-order-page.tsx')).NewOrderPage })),
  },
  {
    path: '/orders/:id',
    power: 'documents:read',
    page: lazy(async () => ({ default: (await import('./order-page.tsx')).OrderPage })),
  },
  {
    path: '/templates',
    menu: templateWords.menu,
    power: 'documents:read',
    page: lazy(async () => ({
      default: (await import('../templates/templates-page.tsx')).TemplatesPage,
    })),
  },
];
