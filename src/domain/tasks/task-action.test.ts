import { expect, test } from 'vitest';
import { parseTaskAction, taskAction, taskVerbs } from './task-action.ts';

test('every verb is read back as it was written', () => {
  for (const verb of taskVerbs) {
    expect(parseTaskAction(taskAction(verb, '123456789012345678'))).toEqual({
      verb,
      taskId: '123456789012345678',
    });
  }
});

test.each([
  '',
  'tasks',
  'task:done',
  'task:done:',
  'task:done:0',
  'task:done:1:2',
  'task:burn:1',
  'task:done:1;drop',
])('the foreign action «%s» is nobody’s button', (action) => {
  expect(parseTaskAction(action)).toBeNull();
});
