/** An invitation is good for two weeks: long enough for a holiday, short enough for a forwarded link to go stale. */
export const invitationDays = 14;

/** Guesses of a typed code that one chat account has within an hour. */
export const codeTriesPerHour = 10;

export type NewInvitation = {
  /** For deep links; 128 bits, `A-Za-z0-9_-`. */
  secret: string;
  /** For typing; see `codeSigns`. */
  code: string;
  expiresAt: Date;
};

/** With the deep link of every platform; `null` where its bot has never been started. */
export type LinkedInvitation = NewInvitation & { links: { name: string; link: string | null }[] };

/**
 * Signs that look the same on a Russian and on a Latin keyboard, or are digits, and are not mistaken for each
 * other: nobody has to switch the layout to type a code.
 */
export const codeSigns = '0234579ABCEHKMPTXY';
export const codeLength = 9;

/** What people type for a sign of ours: the other alphabet, or what it is mistaken for. */
const lookAlikes: Record<string, string> = {
  А: 'A',
  В: 'B',
  '8': 'B',
  Е: 'E',
  Ё: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: '0',
  O: '0',
  Р: 'P',
  С: 'C',
  Т: 'T',
  У: 'Y',
  Х: 'X',
  З: '3',
  Ч: '4',
  S: '5',
  Z: '2',
};

/** «7KM-4XH-ATP»: three groups are easier to read out and to type. */
export function showCode(code: string): string {
  return code.replace(/(.{3})(?=.)/g, '$1-');
}

/**
 * The code in what somebody typed, whatever the case, spaces, dashes and alphabet; `null` for what is no code. A code
 * always has a digit, so that an ordinary word of nine letters is never taken for one.
 */
export function readCode(text: string): string | null {
  const typed = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/^\s*КОД\s*:?/, '');
  return /\d/.test(typed) ? readSigns(typed, codeLength) : null;
}

/** So many of our signs in what somebody typed, with whatever stands between them; `null` for anything else. */
export function readSigns(text: string, length: number): string | null {
  const typed = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}_.«»"]/gu, '');
  const signs = [...typed].map((sign) => lookAlikes[sign] ?? sign);
  return signs.length === length && signs.every((sign) => codeSigns.includes(sign)) ? signs.join('') : null;
}

/** The secret in a deep link that somebody pasted instead of pressing it; `null` where there is none. */
export function readLink(text: string): string | null {
  return /^\S*[?&](?:start|ref)=([A-Za-z0-9_-]{20,64})(?:&\S*)?$/.exec(text.trim())?.[1] ?? null;
}
