import { describe, expect, test } from 'vitest';
import { type Consent, type ConsentKind, consentKinds } from './consent.ts';
import { lackingKinds } from './lacking-kinds.ts';
import { type ConsentedAction, mayPublish, requireConsents } from './required.ts';

let ids = 0;
function consent(kind: ConsentKind, change: Partial<Consent> = {}): Consent {
  ids += 1;
  return {
    id: String(ids),
    personId: '1',
    givenBy: '1',
    textId: '1',
    kind,
    giver: 'self',
    version: 1,
    hash: '',
    current: true,
    way: 'chat',
    scope: {},
    givenAt: new Date('2022-03-18'),
    withdrawnAt: null,
    ...change,
  };
}

const needs: [ConsentedAction, ConsentKind[]][] = [
  ['pair-order', ['personal-data', 'participation']],
  ['publication', ['personal-data', 'distribution']],
  ['contest-entry-shown', ['personal-data', 'distribution']],
  ['pupil-photo', ['pupil-media']],
];

describe.each(needs)('%s', (action, kinds) => {
  const given = kinds.map((kind) => consent(kind));

  test(`needs ${kinds.join(' and ')}, nothing else`, () => {
    requireConsents(action, given);
    for (const kind of kinds) {
      const others = consentKinds.filter((each) => each !== kind).map((each) => consent(each));
      expect(() => requireConsents(action, others)).toThrow(
        expect.objectContaining({ code: 'consent-missing', facts: { kind } }),
      );
    }
  });

  test('goes on with one to an earlier text, not with a withdrawn one', () => {
    requireConsents(
      action,
      given.map((each) => ({ ...each, current: false })),
    );
    for (const gone of given) {
      const rest = given.map((each) => (each === gone ? { ...each, withdrawnAt: new Date() } : each));
      expect(() => requireConsents(action, rest)).toThrow('consent-missing');
    }
  });

  test('needs the representative’s for somebody under 18', () => {
    expect(() => requireConsents(action, given, { minor: true })).toThrow('consent-missing');
    requireConsents(
      action,
      given.map((each) => ({ ...each, giver: 'representative' as const })),
      { minor: true },
    );
  });
});

describe('a distribution', () => {
  const scope = { what: ['photo', 'names'], where: ['vk'] };
  const given = [consent('personal-data'), consent('distribution', { scope })];

  test('covers what it names, where it names it', () => {
    expect(mayPublish(given, 'photo', 'vk')).toBe(true);
    expect(mayPublish(given, 'video', 'vk')).toBe(false);
    expect(mayPublish(given, 'photo', 'press')).toBe(false);
    expect(mayPublish([given[0]!, consent('distribution')], 'photo', 'vk')).toBe(false);
  });

  test('given anew with less takes the place of the wider one', () => {
    const narrower = consent('distribution', {
      scope: { ...scope, what: ['names'] },
      givenAt: new Date('2022-04-01'),
    });
    expect(mayPublish([narrower, ...given], 'photo', 'vk')).toBe(false);
    expect(mayPublish([...given, narrower], 'names', 'vk')).toBe(true);
  });

  test('is nothing once withdrawn, without personal data, or a minor’s own', () => {
    const [data, wide] = given;
    expect(mayPublish([data!, { ...wide!, withdrawnAt: new Date() }], 'photo', 'vk')).toBe(false);
    expect(mayPublish([wide!], 'photo', 'vk')).toBe(false);
    expect(mayPublish(given, 'photo', 'vk', { minor: true })).toBe(false);
  });
});

describe('what somebody lacks', () => {
  const both = [consent('personal-data'), consent('participation')];

  test('follows from role and age', () => {
    expect(lackingKinds(['mentor'], false, [])).toEqual(['personal-data', 'participation']);
    expect(lackingKinds(['curator'], false, [])).toEqual(['personal-data']);
    expect(lackingKinds(['curator', 'mentor'], false, [])).toEqual(['personal-data', 'participation']);
    expect(lackingKinds(['mentor'], false, both)).toEqual([]);
    expect(lackingKinds(['mentee'], true, both)).toEqual(['personal-data', 'participation']);
    expect(lackingKinds([], true, [])).toEqual([]);
  });

  test('holds what was given to an earlier text, but for what a parent gave before the pupil came of age', () => {
    expect(lackingKinds(['mentor'], false, [{ ...both[0]!, current: false }, both[1]!])).toEqual([
      'personal-data',
    ]);
    const parents = both.map((each) => ({ ...each, giver: 'representative' as const }));
    expect(lackingKinds(['mentee'], false, parents)).toEqual([]);
  });
});
