import { Secret, TOTP } from 'otpauth';
import { expect, test } from 'vitest';
import {
  factorDelta,
  factorUri,
  newFactorSecret,
  newRecoveryCodes,
  readRecoveryCode,
} from './factor-codes.ts';

const now = new Date('2026-11-05T08:00:10Z');

test('codes are those of RFC 6238, one step before and after is taken, two are not', () => {
  const secret = Secret.fromLatin1('12345678901234567890').base32;
  // Appendix B of the RFC, cut to six digits.
  expect(factorDelta(secret, '287082', new Date(59_000))).toBe(0);
  expect(factorDelta(secret, '287082', new Date(89_000))).toBe(-1);
  expect(factorDelta(secret, '287082', new Date(29_000))).toBe(1);
  expect(factorDelta(secret, '287082', new Date(119_000))).toBeNull();
  expect(factorDelta(secret, '081804', new Date(1_111_111_109_000))).toBe(0);
});

test('the address for the QR code is read by any program', () => {
  const secret = newFactorSecret();
  const uri = new URL(factorUri(secret, 'Глазов'));
  expect(uri.protocol).toBe('otpauth:');
  expect(uri.searchParams.get('secret')).toBe(secret);
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  const shown = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now.getTime() });
  expect(factorDelta(secret, shown, now)).toBe(0);
});

test('ten recovery codes, all different, read however they are typed', () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  const [code = ''] = codes;
  expect(readRecoveryCode(` ${code.slice(0, 5).toLowerCase()}-${code.slice(5)} `)).toBe(code);
  expect(readRecoveryCode(code.slice(1))).toBeNull();
  expect(readRecoveryCode('')).toBeNull();
});
