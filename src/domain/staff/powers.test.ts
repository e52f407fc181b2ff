import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Role, roles } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import { need, powers, powersOf, reaches, reachOf } from './powers.ts';
import { needsSecondFactor, type Staff } from './staff.ts';

const staff = (appointments: [Role, string][], changed: Partial<Staff> = {}): Staff => ({
  personId: '1',
  programmeId: '7',
  appointments: appointments.map(([role, organizationId]) => ({ role, organizationId })),
  scopes: null,
  trusted: true,
  from: { via: 'panel', id: '1', network: null },
  ...changed,
});

const code = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
  }
  return 'allowed';
};

test('a coordinator reaches the whole city, a curator their organizations', () => {
  expect(reachOf(staff([['coordinator', '1']]), 'people:write')).toEqual({
    programmeId: '7',
    organizationIds: null,
  });
  const curator = staff([
    ['curator', '3'],
    ['head', '4'],
    ['mentor', '5'],
  ]);
  expect(reachOf(curator, 'people:read')?.organizationIds).toEqual(['3', '4']);
  expect(reachOf(curator, 'people:write')?.organizationIds).toEqual(['3']);
  expect(reaches({ programmeId: '7', organizationIds: ['3'] }, '4')).toBe(false);
});

test('whoever holds nothing at the panel may nothing', () => {
  for (const role of ['mentor', 'mentee', 'association-head'] as const) {
    expect(powersOf(staff([[role, '1']])), role).toEqual([]);
  }
  expect(code(() => need(staff([]), 'overview:read'))).toBe('may-not');
  // Of which contests is the business of the jury's list.
  expect(powersOf(staff([['jury', '1']]))).toEqual(['contests:judge']);
});

test('only administrators upload templates and make staff; viewers change nothing', () => {
  expect(powersOf(staff([['administrator', '1']]))).toEqual(powers);
  for (const power of ['templates:write', 'staff:write'] as const) {
    expect(reachOf(staff([['coordinator', '1']]), power)).toBeNull();
  }
  for (const role of ['viewer', 'office-head', 'office-deputy-head'] as const) {
    const may = powersOf(staff([[role, '1']]));
    expect(may.filter((power) => !power.endsWith(':read'))).toEqual([]);
    expect(may).toContain('overview:read');
    expect(may).not.toContain('audit:read');
  }
});

test('before the second factor nothing is allowed, and it is asked of whoever sees all', () => {
  const half = staff([['coordinator', '1']], { trusted: false });
  expect(powersOf(half)).toEqual([]);
  expect(code(() => need(half, 'overview:read'))).toBe('second-factor-needed');
  expect(needsSecondFactor([{ role: 'curator' }])).toBe(false);
  expect(needsSecondFactor([{ role: 'office-head' }])).toBe(true);
});

test('a token may no more than its scopes, and no more than whoever made it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...roles), fc.constantFrom('1', '2', '3')), { maxLength: 4 }),
      fc.subarray([...powers]),
      (appointments, scopes) => {
        const person = powersOf(staff(appointments));
        const token = powersOf(staff(appointments, { scopes }));
        expect(token).toEqual(person.filter((power) => scopes.includes(power)));
      },
    ),
  );
});

test('one more appointment never takes a power away', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...roles), fc.constantFrom('1', '2')), { maxLength: 3 }),
      fc.tuple(fc.constantFrom(...roles), fc.constantFrom('1', '2')),
      (held, further) => {
        const more = staff([...held, further]);
        for (const power of powersOf(staff(held))) {
          const before = reachOf(staff(held), power)?.organizationIds ?? null;
          const after = reachOf(more, power)?.organizationIds ?? null;
          const lost = after === null ? [] : (before ?? ['the city']).filter((id) => !after.includes(id));
          expect(lost).toEqual([]);
        }
      },
    ),
  );
});
