import { expect, test } from 'vitest';
import { type ControlAction, controlAction, parseControlAction } from './control-action.ts';

const all: ControlAction[] = [
  { verb: 'summary' },
  { verb: 'done', page: 1 },
  { verb: 'late', page: 12 },
  ...(['open', 'card', 'waive', 'keep', 'reopen', 'return'] as const).map((verb) => ({
    verb,
    taskId: '9'.repeat(18),
  })),
  { verb: 'files', taskId: '7', page: 3 },
];

test.each(all)('%j is read from its button as it was put there', (action) => {
  const put = controlAction(action);
  expect(parseControlAction(put)).toEqual(action);
  expect(Buffer.byteLength(put)).toBeLessThanOrEqual(64);
});

test.each([
  '',
  'control',
  'control:done',
  'control:done:0',
  'control:done:1:2',
  'control:summary:1',
  'control:open:x',
  'control:open:1234567890123456789',
  'control:files:1',
  'control:toString:1',
  'task:open:1',
])('«%s» is no button of a coordinator', (action) => {
  expect(parseControlAction(action)).toBeNull();
});
