import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scriptOf, scriptSafe } from './script.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 40 });
const halves = fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)), maxLength: 40 });

test('a packed call carries any text unchanged and never more than a literal', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(anyText, halves), { maxLength: 25 }), (texts) => {
      const safe = texts.map(scriptSafe);
      const code = scriptOf(safe.map((message) => ({ method: 'messages.send', params: { message } })));
      const API = { messages: { send: ({ message }: { message: string }) => message } };
      const result: unknown = runInNewContext(`(() => { ${code} })()`, { API });
      expect(JSON.parse(JSON.stringify(result))).toEqual(safe);
      // Whether VKScript knows \u escapes is nowhere written, so none is ever needed.
      expect(code).not.toMatch(/(?<!\\)(\\\\)*\\u/);
    }),
  );
});

test.each([
  ['«Приказ»\r\nот 5.03', '«Приказ»\nот 5.03'],
  ['строка\u2028строка\u2029абзац', 'строка\nстрока\nабзац'],
  ['a\u0000b\u0007c\td', 'abc\td'],
  ['</script> "кавычки" \\ 👍', '</script> "кавычки" \\ 👍'],
  ['\ud83dполовина', '\ufffdполовина'],
])('%j is sent as %j', (text, safe) => {
  expect(scriptSafe(text)).toBe(safe);
});
