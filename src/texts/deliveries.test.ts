import { expect, test } from 'vitest';
import { uncertainText } from './deliveries.ts';

test('an uncertain message is named by numbers only', () => {
  const row = {
    id: '17',
    platform: 'telegram',
    accountId: '5100000001',
    personId: '4',
    error: 'ECONNRESET',
    claimedAt: new Date('2022-03-25T05:00:00Z'),
  };
  expect(uncertainText([row]).split('\n')[1]).toBe(
    '17  telegram  человек 4  2022-03-25T05:00:00.000Z  ECONNRESET',
  );
  expect(uncertainText([])).toContain('нет');
});
