const largestInt32 = 2n ** 31n - 1n;

/**
 * VK's `random_id` of a delivery row: 1 … 2^31 − 1, the same at each try, different for any two of 2^31 − 1
 * consecutive ids.
 */
export function randomIdOf(deliveryId: string): number {
  return Number(BigInt(deliveryId) % largestInt32) + 1;
}
