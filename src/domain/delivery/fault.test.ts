import { expect, it } from 'vitest';
import { faultOf } from './fault.ts';

it('tells where an error came from without the words in it', () => {
  const error = Object.assign(new TypeError('Иванова Мария\n    Петровна: 8 912 000-00-00'), {
    code: '23505',
  });
  const fault = faultOf(error);
  expect(fault.code).toBe('TypeError 23505');
  expect(JSON.stringify(fault)).toContain('fault.test.ts');
  expect(JSON.stringify(fault)).not.toMatch(/Иванова|Петровна|912/);
});

it('survives things thrown that are no errors', () => {
  expect(faultOf('Иванова')).toEqual({ code: 'string', at: [] });
});
