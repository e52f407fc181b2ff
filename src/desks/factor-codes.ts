import { randomInt } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { codeSigns, readSigns } from '../domain/people/invitation.ts';
import { recoveryCodes, stepSeconds, window } from '../domain/sign-in/second-factor.ts';

/** What programs on phones show above the code. No name: that list lies open on a desk, and in backups of the phone. */
const issuer = 'Наставник';
const secretBytes = 20;
const codeLength = 10;

/** 160 bits, in base32 as people type it. */
export function newFactorSecret(): string {
  return new Secret({ size: secretBytes }).base32;
}

/** The address that a phone reads from the QR code. */
export function factorUri(secret: string, label: string): string {
  return totp(secret, label).toString();
}

/** How many steps the code is away from now; `null` for a wrong one. */
export function factorDelta(secret: string, code: string, now: Date): number | null {
  return totp(secret, '').validate({ token: code, window, timestamp: now.getTime() });
}

function totp(secret: string, label: string): TOTP {
  return new TOTP({
    issuer,
    label: label === '' ? 'панель' : label,
    secret: Secret.fromBase32(secret),
    digits: 6,
    period: stepSeconds,
    algorithm: 'SHA1',
  });
}

/** Each of some 41 bits; kept as keyed hashes, so that only whoever has the key could go through them. */
export function newRecoveryCodes(): string[] {
  const sign = () => codeSigns[randomInt(codeSigns.length)] ?? '';
  return Array.from({ length: recoveryCodes }, () => Array.from({ length: codeLength }, sign).join(''));
}

/** However it was typed; `null` for what is no recovery code. */
export function readRecoveryCode(text: string): string | null {
  return readSigns(text, codeLength);
}
