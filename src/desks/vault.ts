import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { Vault } from '../domain/sign-in/vault.ts';

const ivBytes = 12;
const tagBytes = 16;

/** AES-256-GCM. @param key 32 bytes; sealing and hashing each use a key of their own that follows from it. */
export function createVault(key: Buffer): Vault {
  const derived = (use: string) => Buffer.from(hkdfSync('sha256', key, '', `nastavnik ${use}`, 32));
  const [sealing, hashing] = [derived('seal'), derived('hash')];
  return {
    seal(text, context) {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv('aes-256-gcm', sealing, iv).setAAD(Buffer.from(context));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
    },
    open(sealed, context) {
      const all = Buffer.from(sealed, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', sealing, all.subarray(0, ivBytes), {
        authTagLength: tagBytes,
      })
        .setAAD(Buffer.from(context))
        .setAuthTag(all.subarray(ivBytes, ivBytes + tagBytes));
      return Buffer.concat([decipher.update(all.subarray(ivBytes + tagBytes)), decipher.final()]).toString();
    },
    hash: (text, context) => createHmac('sha256', hashing).update(`${context}:${text}`).digest('base64url'),
  };
}
