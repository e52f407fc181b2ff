import type { Day } from '../calendar/day.ts';
import type { ReminderRule } from './reminder.ts';

/** What a new programme starts with; from then on its own rows count. */
export const defaultRules: readonly ReminderRule[] = [
  { key: 'opens', anchor: 'opens', offsetDays: 0, repeatDays: null, audience: 'responsible' },
  { key: '14-days', anchor: 'due', offsetDays: -14, repeatDays: null, audience: 'responsible' },
  { key: '7-days', anchor: 'due', offsetDays: -7, repeatDays: null, audience: 'responsible' },
  { key: '1-day', anchor: 'due', offsetDays: -1, repeatDays: null, audience: 'responsible' },
  { key: 'on-the-day', anchor: 'due', offsetDays: 0, repeatDays: null, audience: 'responsible' },
  { key: 'late', anchor: 'due', offsetDays: 3, repeatDays: null, audience: 'responsible-and-coordinator' },
  // Once told of a late task the coordinator has the weekly summary.
  { key: 'late-weekly', anchor: 'due', offsetDays: 10, repeatDays: 7, audience: 'responsible' },
  { key: 'quarterly', anchor: 'quarter', offsetDays: 0, repeatDays: null, audience: 'responsible' },
];

/** Of a postponed reminder: one for each day somebody chose. */
export function snoozeKey(until: Day): string {
  return `snooze:${until}`;
}

/** Tells a coordinator that nobody holds the role: one for each week. */
export function appointKey(monday: Day): string {
  return `appoint:${monday}`;
}

export function isAppoint(ruleKey: string): boolean {
  return ruleKey.startsWith('appoint:');
}
