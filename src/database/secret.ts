import { createHash, randomBytes } from 'node:crypto';

/** In signs fit for an address and a cookie; 128 bits unless more are asked for. */
export function newSecret(bytes = 16): string {
  return randomBytes(bytes).toString('base64url');
}

/** A plain hash is enough: nobody goes through 128 bits. */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
