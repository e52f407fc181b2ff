import { expect, test } from 'vitest';
import { outcomeOf } from './check-outcome.ts';
import type { Entry } from './entry.ts';

const closesAt = new Date('2022-03-31T19:00:00Z');
const before = new Date('2022-03-20T06:00:00Z');
const after = new Date('2022-04-02T06:00:00Z');
const gone = [{ code: 'post-deleted', facts: {} }];
const ad = [{ code: 'post-ad', facts: {} }];

const outcome = (
  state: Entry['state'],
  findings: Entry['findings'],
  found: Entry['findings'],
  at = before,
  decidedAt: Date | null = null,
) => outcomeOf({ state, findings, decidedAt }, found, { closesAt }, at);

test('whoever waits for an answer gets it, good or bad', () => {
  expect(outcome('checking', [], [])).toEqual({ state: 'accepted', news: 'first', isNoted: false });
  expect(outcome('checking', [], ad)).toEqual({ state: 'mending', news: 'first', isNoted: false });
  expect(outcome('checking', ad, ad)).toMatchObject({ news: 'first' });
});

test('a work that gets worse is to be mended, and staff hear of it', () => {
  expect(outcome('accepted', [], gone)).toEqual({ state: 'mending', news: 'worse', isNoted: true });
});

test('nobody is told twice of the same', () => {
  expect(outcome('mending', gone, gone)).toEqual({ state: 'mending', news: null, isNoted: false });
  expect(outcome('mending', [...gone, ...ad], gone)).toMatchObject({ news: null });
  expect(outcome('accepted', [], [])).toMatchObject({ news: null });
});

test('what is mended is accepted', () => {
  expect(outcome('mending', gone, [])).toEqual({ state: 'accepted', news: 'mended', isNoted: false });
});

test('after the close, or against the word of staff, the machine takes nothing away', () => {
  const kept = { state: 'accepted', news: 'worse', isNoted: true };
  expect(outcome('accepted', [], gone, after)).toEqual(kept);
  expect(outcome('accepted', [], gone, before, before)).toEqual(kept);
  expect(outcome('accepted', gone, gone, after)).toEqual({ state: 'accepted', news: null, isNoted: false });
});

test('what was handed in at the last minute is for staff to decide', () => {
  expect(outcome('checking', [], ad, after)).toEqual({ state: 'mending', news: 'first', isNoted: true });
});

test('what staff gave back to its author is not taken by the machine', () => {
  expect(outcome('mending', [], [], before, before)).toEqual({
    state: 'mending',
    news: null,
    isNoted: false,
  });
});
