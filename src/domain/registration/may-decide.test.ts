import { expect, test } from 'vitest';
import { type Role, roles } from '../people/person.ts';
import { appliedRoles } from './application.ts';
import { mayDecide } from './may-decide.ts';

const school = '10';
const otherSchool = '11';
const by = (role: Role, organizationId = school, personId = '1') => [{ personId, role, organizationId }];
const application = (role: (typeof appliedRoles)[number] | null, organizationId: string | null = school) => ({
  personId: '2',
  role,
  organizationId,
});

test('a coordinator and an administrator decide everything, wherever they are appointed', () => {
  for (const role of appliedRoles) {
    expect(mayDecide(application(role), by('coordinator', '1'))).toBe(true);
    expect(mayDecide(application(role), by('administrator', '1'))).toBe(true);
  }
});

test('a curator decides mentors and mentees of their own organization', () => {
  const decided = (at: string) =>
    appliedRoles.filter((role) => mayDecide(application(role), by('curator', at)));
  expect(decided(school)).toEqual(['mentor', 'mentee']);
  expect(decided(otherSchool)).toEqual([]);
});

test('nobody else decides anything', () => {
  const others = roles.filter((role) => !['coordinator', 'administrator', 'curator'].includes(role));
  for (const role of appliedRoles) {
    for (const held of others) expect(mayDecide(application(role), by(held))).toBe(false);
    expect(mayDecide(application(role), [])).toBe(false);
  }
});

test('nobody decides their own, and nobody a draft', () => {
  for (const held of ['coordinator', 'curator'] as const) {
    expect(mayDecide(application('mentor'), by(held, school, '2'))).toBe(false);
    expect(mayDecide(application(null, null), by(held))).toBe(false);
  }
});
