import type { Role } from '../people/person.ts';
import type { Power } from './powers.ts';

/** Whoever acts at the panel, by a program of theirs, or at the command line. */
export type Staff = {
  personId: string;
  programmeId: string;
  /** Live ones, as they are at this call. */
  appointments: readonly { role: Role; organizationId: string }[];
  /** What a token was given; `null` for the person themselves. A token never may more than whoever made it. */
  scopes: readonly Power[] | null;
  /** The second factor was passed, or is not asked of anybody with these roles. */
  trusted: boolean;
  from: Origin;
};

/** From where something was done, for the audit. */
export type Origin = {
  via: 'panel' | 'token' | 'chat' | 'cli';
  /** Of the session or the token; of a chat only the platform. */
  id: string | null;
  /** The network the call came from, cut so that it names no single machine: `/24`, `/48`. */
  network: string | null;
};

/** What a person answers for at the panel: everything but mentors, mentees and heads of teachers' associations. */
const seats: readonly Role[] = [
  'administrator',
  'coordinator',
  'office-head',
  'office-deputy-head',
  'viewer',
  'curator',
  'deputy-head',
  'head',
  'jury',
];

export function isStaffRole(role: Role): boolean {
  return seats.includes(role);
}

/** Whoever sees all organizations proves twice who they are. */
export function needsSecondFactor(held: readonly { role: Role }[]): boolean {
  const wide: readonly Role[] = [
    'administrator',
    'coordinator',
    'office-head',
    'office-deputy-head',
    'viewer',
  ];
  return held.some(({ role }) => wide.includes(role));
}
