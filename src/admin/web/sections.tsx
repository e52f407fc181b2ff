import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { applicationWords } from '../../texts/panel/applications.ts';
import { auditWords } from '../../texts/panel/audit.ts';
import { competencyWords } from '../../texts/panel/competencies.ts';
import { mailingWords } from '../../texts/panel/mailings.ts';
import { organizationWords } from '../../texts/panel/organizations.ts';
import { peopleWords } from '../../texts/panel/people.ts';
import { settingsWords } from '../../texts/panel/settings.ts';
import { shellWords } from '../../texts/panel/shell.ts';
import { sessionWords } from '../../texts/panel/sign-in.ts';
import { staffWords } from '../../texts/panel/staff.ts';
import { tokenWords } from '../../texts/panel/tokens.ts';
import { contestSections } from './pages/contests/contest-sections.ts';
import { orderSections } from './pages/orders/order-sections.ts';
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

/** In the order in which addresses are tried; `menu.ts` orders the menu. Pages are loaded when they are first opened. */
export const sections: readonly Section[] = [
  {
    path: '/messages',
    menu: mailingWords.menu,
    power: 'messages:read',
    page: lazy(async () => ({
      default: (await import('./pages/messages/mailing-list-page.tsx')).MailingListPage,
    })),
  },
  {
    path: '/messages/new',
    power: 'messages:write',
    page: lazy(async () => ({
      default: (await import('./pages/messages/new-mailing-page.tsx')).NewMailingPage,
    })),
  },
  {
    path: '/messages/:id',
    power: 'messages:read',
    page: lazy(async () => ({
      default: (await import('./pages/messages/mailing-page.tsx')).MailingPage,
    })),
  },
  {
    path: '/settings',
    menu: settingsWords.menu,
    power: 'settings:read',
    page: lazy(async () => ({
      default: (await import('./pages/settings/programme-page.tsx')).ProgrammePage,
    })),
  },
  {
    path: '/settings/reminders',
    power: 'settings:read',
    page: lazy(async () => ({
      default: (await import('./pages/settings/rules-page.tsx')).RulesPage,
    })),
  },
  {
    path: '/settings/holidays',
    power: 'settings:read',
    page: lazy(async () => ({
      default: (await import('./pages/settings/holidays-page.tsx')).HolidaysPage,
    })),
  },
  {
    path: '/settings/consents',
    power: 'settings:read',
    page: lazy(async () => ({
      default: (await import('./pages/settings/consents-page.tsx')).ConsentsPage,
    })),
  },
  {
    path: '/settings/consents/:kind/:giver',
    power: 'settings:read',
    page: lazy(async () => ({
      default: (await import('./pages/settings/consent-text-page.tsx')).ConsentTextPage,
    })),
  },
  ...roadmapSections,
  {
    path: '/people',
    menu: peopleWords.menu.people,
    power: 'people:read',
    page: lazy(async () => ({ default: (await import('./pages/people/people-page.tsx')).PeoplePage })),
  },
  {
    path: '/people/:id/double',
    power: 'people:write',
    page: lazy(async () => ({ default: (await import('./pages/people/double-page.tsx')).FindKnownPage })),
  },
  {
    path: '/people/:id/double/:otherId',
    power: 'people:write',
    page: lazy(async () => ({ default: (await import('./pages/people/double-page.tsx')).DoublePage })),
  },
  {
    path: '/people/:id',
    power: 'people:read',
    page: lazy(async () => ({ default: (await import('./pages/people/person-page.tsx')).PersonPage })),
  },
  {
    path: '/applications',
    menu: applicationWords.menu,
    power: 'applications:decide',
    page: lazy(async () => ({
      default: (await import('./pages/applications/applications-page.tsx')).ApplicationsPage,
    })),
  },
  {
    path: '/applications/:id',
    power: 'applications:decide',
    page: lazy(async () => ({
      default: (await import('./pages/applications/application-page.tsx')).ApplicationPage,
    })),
  },
  {
    path: '/organizations',
    menu: organizationWords.menu,
    power: 'organizations:read',
    page: lazy(async () => ({
      default: (await import('./pages/organizations/organizations-page.tsx')).OrganizationsPage,
    })),
  },
  {
    path: '/organizations/:id',
    power: 'organizations:read',
    page: lazy(async () => ({
      default: (await import('./pages/organizations/organization-page.tsx')).OrganizationPage,
    })),
  },
  {
    path: '/bases',
    menu: peopleWords.menu.bases,
    power: 'people:export',
    page: lazy(async () => ({ default: (await import('./pages/people/bases-page.tsx')).BasesPage })),
  },
  {
    path: '/doubles',
    menu: peopleWords.menu.doubles,
    power: 'people:write',
    page: lazy(async () => ({ default: (await import('./pages/people/doubles-page.tsx')).DoublesPage })),
  },
  {
    path: '/data-requests',
    menu: peopleWords.menu.requests,
    power: 'settings:read',
    page: lazy(async () => ({ default: (await import('./pages/people/requests-page.tsx')).RequestsPage })),
  },
  {
    path: '/deliveries',
    menu: peopleWords.menu.deliveries,
    power: 'people:read',
    page: lazy(async () => ({
      default: (await import('./pages/people/deliveries-page.tsx')).DeliveriesPage,
    })),
  },
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
  {
    path: '/staff',
    menu: staffWords.title,
    power: 'staff:read',
    page: lazy(async () => ({ default: (await import('./pages/staff/staff-page.tsx')).StaffPage })),
  },
  {
    path: '/audit',
    menu: auditWords.title,
    power: 'audit:read',
    page: lazy(async () => ({ default: (await import('./pages/audit/audit-page.tsx')).AuditPage })),
  },
  {
    path: '/tokens',
    menu: tokenWords.title,
    power: 'self',
    page: lazy(async () => ({ default: (await import('./pages/tokens/tokens-page.tsx')).TokensPage })),
  },
  {
    path: '/sessions',
    menu: sessionWords.title,
    power: 'self',
    page: lazy(async () => ({ default: (await import('./pages/sessions/sessions-page.tsx')).SessionsPage })),
  },
  ...pairSections,
  ...orderSections,
  ...contestSections,
  {
    path: '/api',
    menu: shellWords.api,
    power: 'self',
    page: lazy(async () => ({ default: (await import('./pages/api/api-page.tsx')).ApiPage })),
  },
];
