import { expect, test } from 'vitest';
import { checkSettings } from './check-settings.ts';

const good: Record<string, string> = {
  name: '  Управление   образования ',
  address: 'Город, улица, 1',
  contact: '',
  draftDays: '30',
  leftDays: '365',
  eraseDays: '30',
  answerWorkingDays: '10',
  stopPublishingWorkingDays: '3',
};

function checked(changed: Record<string, string> = {}) {
  const typed = { ...good, ...changed };
  return checkSettings((name) => typed[name] ?? '');
}

test('what is typed becomes settings, with spaces made plain', () => {
  expect(checked()).toEqual({
    settings: {
      operator: { name: 'Управление образования', address: 'Город, улица, 1', contact: '' },
      retention: { draftDays: 30, leftDays: 365 },
      privacy: { eraseDays: 30, answerWorkingDays: 10, stopPublishingWorkingDays: 3 },
    },
    faults: [],
  });
});

test.each([
  ['eraseDays', '31'],
  ['answerWorkingDays', '11'],
  ['stopPublishingWorkingDays', '4'],
  ['draftDays', '0'],
  ['leftDays', '-5'],
  ['eraseDays', 'десять'],
  ['leftDays', ''],
  ['address', 'а'.repeat(501)],
])('%s can’t be «%s»', (name, value) => {
  expect(checked({ [name]: value }).faults).toEqual([name]);
});
