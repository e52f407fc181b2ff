import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomIdOf } from './random-id.ts';

const bigId = fc.bigInt({ min: 1n, max: 2n ** 63n - 1n - 2n ** 31n });

describe('randomIdOf', () => {
  it('is a positive int32 for every row id', () => {
    fc.assert(
      fc.property(bigId, (id) => {
        const randomId = randomIdOf(String(id));
        expect(Number.isInteger(randomId) && randomId >= 1 && randomId <= 2 ** 31 - 1).toBe(true);
      }),
    );
  });

  it('differs for any two rows less than 2^31 - 1 ids apart', () => {
    fc.assert(
      fc.property(bigId, fc.bigInt({ min: 1n, max: 2n ** 31n - 2n }), (id, apart) => {
        expect(randomIdOf(String(id))).not.toBe(randomIdOf(String(id + apart)));
      }),
    );
  });
});
