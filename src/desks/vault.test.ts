import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createVault } from './vault.ts';

const vault = createVault(randomBytes(32));

test('what was sealed is opened with the same key and context, and looks different each time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, context) => {
      const sealed = vault.seal(text, context);
      expect(vault.open(sealed, context)).toBe(Buffer.from(text).toString());
      expect(vault.seal(text, context)).not.toBe(sealed);
    }),
  );
});

test('another key, another person or a changed byte opens nothing', () => {
  const sealed = vault.seal('JBSWY3DPEHPK3PXP', 'second factor:7');
  expect(() => vault.open(sealed, 'second factor:8')).toThrow();
  expect(() => createVault(randomBytes(32)).open(sealed, 'second factor:7')).toThrow();
  for (const at of [0, 13, sealed.length - 2]) {
    const bytes = Buffer.from(sealed, 'base64url');
    const byte = Math.min(at, bytes.length - 1);
    bytes[byte] = (bytes[byte] ?? 0) ^ 1;
    expect(() => vault.open(bytes.toString('base64url'), 'second factor:7')).toThrow();
  }
});

test('a hash follows from the key, so that a table alone is of no use', () => {
  expect(vault.hash('7KM4XHATP2', '7')).toBe(vault.hash('7KM4XHATP2', '7'));
  expect(vault.hash('7KM4XHATP2', '8')).not.toBe(vault.hash('7KM4XHATP2', '7'));
  expect(createVault(randomBytes(32)).hash('7KM4XHATP2', '7')).not.toBe(vault.hash('7KM4XHATP2', '7'));
});
