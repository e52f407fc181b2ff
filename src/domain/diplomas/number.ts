/** Letters before the number of a diploma: Russian capitals and digits. */
const prefixForm = /^[А-ЯЁ0-9]{1,8}$/u;

export function isNumberPrefix(text: string): boolean {
  return prefixForm.test(text);
}

/** «Мой наставник» → «МН»; `fallback` for a title without Russian words. */
export function prefixOf(title: string, fallback: string): string {
  const initials = (title.match(/[а-яё]+/giu) ?? [])
    // «и», «в», «на» count for nothing.
    .filter((word) => word.length > 2)
    .map((word) => word.slice(0, 1).toUpperCase())
    .slice(0, 4)
    .join('');
  return initials === '' ? fallback : initials;
}

/** «МН-2022-0001»; the serial counts from 1 within prefix and year, and grows past four digits where it has to. */
export function diplomaNumber({
  prefix,
  year,
  serial,
}: {
  prefix: string;
  year: number;
  serial: number;
}): string {
  return `${prefix}-${year}-${String(serial).padStart(4, '0')}`;
}

/** Crockford's base 32: no `i`, `l`, `o` and `u`, which are taken for others. */
const signs = '0123456789abcdefghjkmnpqrstvwxyz';
const codeLength = 26;

/** The word by which a paper is checked: 26 signs of 16 random bytes, so that nobody finds another's by trying. */
export function verificationCode(random: Uint8Array): string {
  if (random.length !== 16) throw new Error('a verification code is made of 16 bytes');
  let rest = random.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  let code = '';
  for (let at = 0; at < codeLength; at += 1) {
    code = (signs[Number(rest & 31n)] ?? '') + code;
    rest >>= 5n;
  }
  return code;
}

/** A code as somebody typed it from paper: capitals, spaces, hyphens and look-alikes; `null` where it is none. */
export function readVerificationCode(typed: string): string | null {
  const code = typed.toLowerCase().replace(/[\s-]/gu, '').replace(/o/gu, '0').replace(/[il]/gu, '1');
  return code.length === codeLength && [...code].every((sign) => signs.includes(sign)) ? code : null;
}

/** The public page of one paper: what its QR code says and what is printed below it. */
export function verificationUrl(publicUrl: string, code: string): string {
  return `${publicUrl.replace(/\/+$/u, '')}/diploma/${code}`;
}
