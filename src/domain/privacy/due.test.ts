import { expect, test } from 'vitest';
import { defaultSettings } from '../programme/settings.ts';
import { dueDay } from './due.ts';

const { privacy } = defaultSettings;
/** A Friday before a holiday on Monday. */
const friday = '2026-03-06';
const exceptions = new Map([['2026-03-09', false]]);

test.each([
  ['export', {}, '2026-03-23'],
  ['withdraw-consent', { kind: 'participation' }, '2026-03-23'],
  ['withdraw-consent', { kind: 'distribution' }, '2026-03-12'],
  ['withdraw-consent', { kind: 'pupil-media' }, '2026-03-12'],
  ['erase', { kind: 'distribution' }, '2026-03-16'],
] as const)('%s %o is to be done by %s', (kind, facts, day) => {
  expect(dueDay({ kind, facts }, friday, privacy, exceptions)).toBe(day);
});

test('no setting makes an erasure later than the law', () => {
  expect(dueDay({ kind: 'erase', facts: {} }, friday, { ...privacy, eraseDays: 90 }, exceptions)).toBe(
    '2026-04-05',
  );
});
