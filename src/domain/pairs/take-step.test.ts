import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Refusal } from '../refusal.ts';
import { livePairStates, nextPairStates, type PairState, pairStates } from './pair.ts';
import { type Asked, isLive, type PairStep, type Standing, takeStep } from './take-step.ts';

const asked = (personId: string, giver: Asked['giver'] = 'self'): Asked => ({
  personId,
  giver,
  answer: null,
});
const proposed = (menteeIds: readonly string[], minors: readonly string[] = []): Standing => ({
  state: 'proposed',
  mentorId: 'm',
  menteeIds,
  closeReason: null,
  asked: ['m', ...menteeIds].flatMap((id) => [
    asked(id),
    ...(minors.includes(id) ? [asked(id, 'representative')] : []),
  ]),
});
const says = (answer: 'agreed' | 'declined', personId: string, giver: Asked['giver'] = 'self'): PairStep => ({
  kind: 'answer',
  personId,
  giver,
  answer,
});
const walk = (standing: Standing, ...steps: PairStep[]) => steps.reduce(takeStep, standing);
const code = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'none';
};

describe('a proposal', () => {
  test('is agreed once everybody has, a pupil’s representative among them', () => {
    const pair = proposed(['a'], ['a']);
    const both = walk(pair, says('agreed', 'm'), says('agreed', 'a'));
    expect(both.state).toBe('proposed');
    expect(walk(both, says('agreed', 'a', 'representative')).state).toBe('agreed');
  });

  test('is declined by a mentor, by the only mentee, and by who represents that one', () => {
    expect(walk(proposed(['a', 'b']), says('declined', 'm'))).toMatchObject({
      state: 'declined',
      closeReason: 'mentor',
    });
    expect(walk(proposed(['a']), says('declined', 'a')).closeReason).toBe('mentee');
    expect(walk(proposed(['a'], ['a']), says('declined', 'a', 'representative')).closeReason).toBe(
      'representative',
    );
  });

  test('goes on without one of a group, and is agreed where only that one’s word was missing', () => {
    const pair = walk(proposed(['a', 'b']), says('agreed', 'm'), says('agreed', 'a'));
    expect(walk(pair, says('declined', 'b'))).toMatchObject({ state: 'agreed', menteeIds: ['a'] });
    expect(walk(pair, { kind: 'leave', personId: 'b' }).state).toBe('agreed');
  });

  test('hears nobody but those who were asked, and nobody once it is over', () => {
    const pair = proposed(['a']);
    expect(code(() => takeStep(pair, says('agreed', 'x')))).toBe('not-asked');
    expect(code(() => takeStep(pair, says('agreed', 'a', 'representative')))).toBe('not-asked');
    expect(code(() => walk(pair, says('declined', 'a'), says('agreed', 'a')))).toBe('state-passed');
  });

  test('may be thought over: who agreed may still say no', () => {
    expect(walk(proposed(['a']), says('agreed', 'a'), says('declined', 'a')).state).toBe('declined');
  });
});

test('who leaves before an order has declined, after it the pair ended early', () => {
  const agreed = walk(proposed(['a']), says('agreed', 'm'), says('agreed', 'a'));
  const leaves: PairStep = { kind: 'leave', personId: 'm' };
  expect(walk(agreed, leaves)).toMatchObject({ state: 'declined', closeReason: 'mentor-left' });
  expect(walk(agreed, { kind: 'order' }, leaves).state).toBe('ended-early');
  expect(walk(agreed, { kind: 'order' }, { kind: 'start' }, { kind: 'leave', personId: 'a' })).toMatchObject({
    state: 'ended-early',
    closeReason: 'mentee-left',
  });
});

/** Told once more, in another way: which steps lead from which state to which, if nobody is counted. */
const model: Readonly<Record<string, Partial<Record<PairState, readonly PairState[]>>>> = {
  answer: { proposed: ['proposed', 'agreed', 'declined'] },
  withdraw: { proposed: ['declined'], agreed: ['declined'] },
  expire: { proposed: ['declined'] },
  order: { agreed: ['ordered'] },
  start: { ordered: ['active'] },
  complete: { active: ['completed'] },
  end: { ordered: ['ended-early'], active: ['ended-early'] },
  leave: {
    proposed: ['proposed', 'agreed', 'declined'],
    agreed: ['agreed', 'declined'],
    ordered: ['ordered', 'ended-early'],
    active: ['active', 'ended-early'],
    completed: ['completed'],
    'ended-early': ['ended-early'],
    declined: ['declined'],
  },
};

const who = fc.constantFrom('m', 'a', 'b', 'c', 'x');
const agreeing = fc.record({
  kind: fc.constant('answer' as const),
  personId: who,
  giver: fc.constantFrom('self' as const, 'self' as const, 'representative' as const),
  answer: fc.constantFrom('agreed' as const, 'agreed' as const, 'agreed' as const, 'declined' as const),
});
const anyStep: fc.Arbitrary<PairStep> = fc.oneof(
  { weight: 8, arbitrary: agreeing },
  {
    weight: 3,
    arbitrary: fc.constantFrom<PairStep>({ kind: 'order' }, { kind: 'start' }, { kind: 'complete' }),
  },
  { weight: 1, arbitrary: fc.constantFrom<PairStep>({ kind: 'withdraw' }, { kind: 'expire' }) },
  { weight: 1, arbitrary: fc.constant<PairStep>({ kind: 'end', reason: 'no-fit' }) },
  { weight: 1, arbitrary: who.map((personId): PairStep => ({ kind: 'leave', personId })) },
);
const pairs = fc.record({
  menteeIds: fc.subarray(['a', 'b', 'c'], { minLength: 1 }),
  minors: fc.subarray(['m', 'a', 'b', 'c']),
});

test('whatever steps are taken, states follow one another as they may, and nothing is agreed unless all agree', () => {
  const reached = new Set<PairState>();
  fc.assert(
    fc.property(pairs, fc.array(anyStep, { maxLength: 40, size: 'max' }), ({ menteeIds, minors }, steps) => {
      let pair = proposed(menteeIds, minors);
      for (const step of steps) {
        const before = pair;
        const refused = code(() => {
          pair = takeStep(before, step);
        });
        const allowed = model[step.kind]?.[before.state];
        if (allowed === undefined) expect(refused).toBe('state-passed');
        else if (refused === 'none') expect(allowed).toContain(pair.state);
        else expect(refused).toBe('not-asked');
        if (pair.state !== before.state) expect(nextPairStates[before.state]).toContain(pair.state);
        reached.add(pair.state);
        if (!isLive(pair)) continue;
        expect(pair.menteeIds.length).toBeGreaterThan(0);
        expect(pair.asked.every(({ personId }) => ['m', ...pair.menteeIds].includes(personId))).toBe(true);
        const isAgreed = pair.asked.every(({ answer }) => answer === 'agreed');
        expect(isAgreed).toBe(pair.state !== 'proposed');
      }
      const isEnded = pair.state === 'declined' || pair.state === 'ended-early';
      expect(pair.closeReason !== null).toBe(isEnded);
    }),
    { numRuns: 3000 },
  );
  // Or the walk would prove little.
  expect([...reached].sort()).toEqual([...pairStates].sort());
});

test('what is over stays over', () => {
  for (const state of pairStates.filter((each) => !livePairStates.includes(each))) {
    expect(nextPairStates[state]).toEqual([]);
  }
});
