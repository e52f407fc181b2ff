import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../calendar/day.ts';
import {
  consentKey,
  type DueConsent,
  planConsentReminders,
  type WantedConsent,
} from './consent-reminders.ts';
import { mergeReminders } from './merge-reminders.ts';

const wanted = (known: WantedConsent['known'] = [], subjectId = '7'): WantedConsent => ({
  textId: '3',
  personId: '7',
  subjectId,
  known,
});

function asked(days: number, plan: (today: string) => boolean = () => true) {
  const known: { ruleKey: string; dueOn: string }[] = [];
  for (let day = 0; day < days; day += 1) {
    const today = addDays('2022-03-01', day);
    if (!plan(today)) continue;
    known.push(...planConsentReminders([wanted(known)], today));
  }
  return known.map(({ ruleKey, dueOn }) => [ruleKey, dueOn]);
}

test('a missing consent is asked for four times, then it is left to staff', () => {
  expect(asked(60)).toEqual([
    ['consent', '2022-03-01'],
    ['consent:2', '2022-03-04'],
    ['consent:3', '2022-03-08'],
    ['consent:4', '2022-03-15'],
  ]);
});

test('of turns that fell into days without a sweep only the latest is planned', () => {
  expect(asked(60, (today) => today === '2022-03-01' || today > '2022-03-09')).toEqual([
    ['consent', '2022-03-01'],
    ['consent:3', '2022-03-08'],
    ['consent:4', '2022-03-15'],
  ]);
});

test('whoever represents two pupils is asked for each, and for themselves', () => {
  const wishes = planConsentReminders([wanted(), wanted([], '8'), wanted([], '9')], '2022-03-01');
  expect(wishes.map(({ ruleKey }) => ruleKey)).toEqual(['consent', 'consent:1:8', 'consent:1:9']);
  expect(consentKey(2, '8')).toBe('consent:2:8');
});

test('wherever the clock jumps, no turn comes twice', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -20, max: 20 }), { maxLength: 30 }), (jumps) => {
      const known: { ruleKey: string; dueOn: string }[] = [];
      let today = '2022-03-01';
      for (const jump of jumps) {
        today = addDays(today, jump);
        const wishes = planConsentReminders([wanted(known)], today);
        expect(wishes.every(({ dueOn }) => dueOn <= today)).toBe(true);
        known.push(...wishes);
      }
      expect(new Set(known.map(({ ruleKey }) => ruleKey)).size).toBe(known.length);
    }),
    { numRuns: 200 },
  );
});

function due(id: string, changes: Partial<DueConsent> = {}): DueConsent {
  return {
    id,
    taskId: null,
    textId: '3',
    subjectId: '7',
    ruleKey: 'consent',
    dueOn: '2022-03-01',
    kind: 'personal-data',
    title: 'Согласие',
    pupil: null,
    outdated: false,
    newest: true,
    wanted: true,
    answered: false,
    ...changes,
  };
}

const person = { coordinates: false, paused: false, reachable: true, toldToday: false, askedThisWeek: false };

test.each<[string, Partial<DueConsent>]>([
  ['superseded', { newest: false }],
  ['settled', { wanted: false, answered: true }],
  ['moved', { wanted: false }],
])('a row is skipped as %s where %j', (reason, changes) => {
  expect(mergeReminders(person, [due('1', changes)], '2022-03-02')).toEqual({
    send: [],
    skip: [{ id: '1', reason }],
  });
});

test('of several turns about one consent the latest is sent, those about others go along', () => {
  const rows = [
    due('1'),
    due('2', { ruleKey: 'consent:2', dueOn: '2022-03-04' }),
    due('3', { textId: '4' }),
    due('4', { subjectId: '8' }),
  ];
  const merged = mergeReminders(person, rows, '2022-03-04');
  expect(merged.send.map(({ id }) => id)).toEqual(['2', '3', '4']);
  expect(merged.skip).toEqual([{ id: '1', reason: 'superseded' }]);
});
