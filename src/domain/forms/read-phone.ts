/**
 * A phone in any spelling: `+7XXXXXXXXXX` for a Russian one («8 (912) 345-67-89», «912 345 67 89»), digits after the plus
 * kept for a foreign one. `null` for what is none, and for several at once.
 */
export function readPhone(words: string): string | null {
  const found = words.match(/\+?\d[\d\s().\-‐‑–—]{4,}\d/g) ?? [];
  const [only, ...more] = found;
  if (only === undefined || more.length > 0 || /\d/.test(words.replace(only, ''))) return null;
  const digits = only.replace(/\D/g, '');
  if (digits.length === 11 && /^[78]/.test(digits)) return `+7${digits.slice(1)}`;
  if (only.startsWith('+')) return /^[1-9]\d{7,14}$/.test(digits) && digits[0] !== '7' ? `+${digits}` : null;
  return digits.length === 10 ? `+7${digits}` : null;
}
