import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeLength, codeSigns, readCode, readLink, showCode } from './invitation.ts';

const codes = fc
  .array(fc.constantFrom(...codeSigns), { minLength: codeLength, maxLength: codeLength })
  .map((signs) => signs.join(''))
  .filter((code) => /[24579]/.test(code));

const russian: Record<string, string> = {
  A: 'А',
  B: 'В',
  C: 'С',
  E: 'Е',
  H: 'Н',
  K: 'К',
  M: 'М',
  P: 'Р',
  T: 'Т',
  X: 'Х',
  Y: 'У',
  '0': 'О',
  '3': 'З',
};

test('a code is read back as it is shown, in any case and with any dashes and spaces', () => {
  fc.assert(
    fc.property(codes, fc.constantFrom('-', ' ', '–', ' - ', ''), fc.boolean(), (code, gap, small) => {
      const shown = showCode(code).replaceAll('-', gap);
      expect(readCode(` ${small ? shown.toLowerCase() : shown} `)).toBe(code);
    }),
  );
});

test('a code typed in Russian letters is the same code', () => {
  fc.assert(
    fc.property(codes, (code) => {
      expect(readCode([...code].map((sign) => russian[sign] ?? sign).join(''))).toBe(code);
      expect(readCode(`Код: ${[...code].map((sign) => russian[sign] ?? sign).join('')}`)).toBe(code);
    }),
  );
});

test.each(['', 'наставник', 'Мама мыла раму', '12345678', '7KM-4XH-ATPP', 'https://vk.com', '👍'])(
  '«%s» is no code',
  (text) => {
    expect(readCode(text)).toBeNull();
  },
);

test.each([
  ['https://t.me/nastavnik_bot?start=abcdefghij-klmnop_qrst', 'abcdefghij-klmnop_qrst'],
  ['vk.me/club1?ref=abcdefghijklmnopqrstuv&ref_source=x', 'abcdefghijklmnopqrstuv'],
  ['https://t.me/nastavnik_bot?start=short', null],
  ['смотрите https://t.me/x?start=abcdefghijklmnopqrstuv', null],
])('in «%s» the secret is %s', (text, secret) => {
  expect(readLink(text)).toBe(secret);
});

test('random text never breaks the reading', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      readCode(text);
      readLink(text);
    }),
  );
});
