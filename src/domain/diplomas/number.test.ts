import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  diplomaNumber,
  isNumberPrefix,
  prefixOf,
  readVerificationCode,
  verificationCode,
  verificationUrl,
} from './number.ts';

test('a number says prefix, year and serial, and grows where four digits do not do', () => {
  expect(diplomaNumber({ prefix: 'МН', year: 2022, serial: 1 })).toBe('МН-2022-0001');
  expect(diplomaNumber({ prefix: 'МН', year: 2022, serial: 12345 })).toBe('МН-2022-12345');
});

test('a prefix is made of the weighty words of a title', () => {
  expect(prefixOf('Мой наставник', 'Д')).toBe('МН');
  expect(prefixOf('Лучшие практики и программы наставничества', 'Д')).toBe('ЛППН');
  expect(prefixOf('2022', 'Д')).toBe('Д');
  expect(['МН', 'Ё1'].every(isNumberPrefix)).toBe(true);
  expect(['', 'МН-1', 'MN', 'АБВГДЕЖЗИ'].some(isNumberPrefix)).toBe(false);
});

test('a code holds all 128 bits, no two alike, and is read back from how people type', () => {
  const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 });
  fc.assert(
    fc.property(bytes, bytes, (one, other) => {
      const code = verificationCode(one);
      expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{26}$/u);
      expect(verificationCode(other) === code).toBe(Buffer.compare(one, other) === 0);
      expect(readVerificationCode(` ${code.toUpperCase().replace(/(.{5})/gu, '$1-')} `)).toBe(code);
    }),
  );
  expect(readVerificationCode(`${'0'.repeat(25)}O`)).toBe('0'.repeat(26));
  expect(readVerificationCode('L'.repeat(13) + 'I'.repeat(13))).toBe('1'.repeat(26));
  expect(readVerificationCode('u'.repeat(26))).toBeNull();
  expect(readVerificationCode('0'.repeat(27))).toBeNull();
  expect(() => verificationCode(new Uint8Array(15))).toThrow('16 bytes');
});

test('the address of a paper hangs on the public one, with or without a slash', () => {
  expect(verificationUrl('https://example.org/', 'abc')).toBe('https://example.org/diploma/abc');
  expect(verificationUrl('https://example.org', 'abc')).toBe('https://example.org/diploma/abc');
});
