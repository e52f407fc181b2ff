import type { Database } from '../../src/database/sql.ts';
import type { Person, Role } from '../../src/domain/people/person.ts';
import type { foundTown } from '../helpers/small-town.ts';

/** Whoever calls: one person for each role that works at the panel, curator and heads in the organization `own`. */
export const callers = [
  'administrator',
  'coordinator',
  'viewer',
  'office-head',
  'curator',
  'deputy-head',
  'head',
  'jury',
] as const satisfies readonly Role[];
export type CallerRole = (typeof callers)[number];

// Groups that expectations are made of; written by hand on purpose: they are compared with what the domain decides.
export const administrator = ['administrator'] as const;
export const coordinators = ['administrator', 'coordinator'] as const;
/** Whoever may look at everything in the city. */
export const onlookers = ['administrator', 'coordinator', 'viewer', 'office-head'] as const;
export const curator = ['curator'] as const;
/** Whoever runs the programme in one organization. */
export const school = ['curator', 'deputy-head', 'head'] as const;
export const everybody = callers;

export type Town = Awaited<ReturnType<typeof foundTown>>;

/** Where objects lie: in the callers' own organization, in another one of their city, in another city. */
export type Place = {
  kind: 'own' | 'foreign' | 'other-city';
  organizationId: string;
  officeId: string;
  programmeId: string;
  /** Somebody appointed here, who takes part in nothing else. */
  person(names: string, role: Role): Promise<Person>;
};

export type Call = {
  path: string;
  body?: unknown;
  headers?: Record<string, string>;
  /** Where the version is read that `If-Match` names. */
  versionFrom?: string;
};

export type RouteExpectation<Ids> = {
  /** What is called about the objects of one place. */
  call(ids: Ids, place: Place): Call;
  /** Who may, wherever in the city. */
  city: readonly CallerRole[];
  /** Who may in their own organization. */
  own?: readonly CallerRole[];
  /** The status of the first call that is allowed. */
  ok: number;
  /** What was done with it takes it away: whoever comes second finds nothing. */
  gone?: true;
  /**
   * How a call about something foreign is answered: `404` with the very body of something that does not exist (the usual
   * one), `empty` for a list without anything of it, `same` where there is nothing foreign (settings of one's own).
   */
  foreign?: 404 | 'empty' | 'same';
  /** How somebody is answered who may nowhere; 403 but where whose it is decides. */
  refused?: 403 | 404;
};

/** What one topic of the API expects, and the objects it needs in each place. */
export type TopicExpectation<Ids> = {
  /** Made once in each place, before anything is called. */
  fill(database: Database, place: Place): Promise<Ids>;
  /** By method and path as in the OpenAPI document: `GET /api/people/{id}`. */
  routes: Readonly<Record<string, RouteExpectation<Ids>>>;
};

/** Keeps the ids' type within the topic. */
export function topic<Ids>(expectation: TopicExpectation<Ids>): TopicExpectation<unknown> {
  return expectation as TopicExpectation<unknown>;
}
