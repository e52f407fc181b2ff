/**
 * The network of an address, cut so that it names no single machine: `/24` of IPv4, `/48` of IPv6. `null` for what is no
 * address.
 */
export function networkOf(address: string | undefined): string | null {
  const text = (address ?? '').replace(/^::ffff:/i, '').replace(/%.*$/, '');
  const four = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.\d{1,3}$/.exec(text);
  if (four !== null) return `${four[1]}.${four[2]}.${four[3]}.0/24`;
  if (!/^[\da-f:]+$/i.test(text) || !text.includes(':')) return null;
  const [left = '', right] = text.toLowerCase().split('::');
  const groups = left === '' ? [] : left.split(':');
  const rest = right === undefined || right === '' ? [] : right.split(':');
  const missing = right === undefined ? 0 : Math.max(0, 8 - groups.length - rest.length);
  const all = [...groups, ...Array<string>(missing).fill('0'), ...rest];
  return `${all.slice(0, 3).join(':')}::/48`;
}

const browsers: readonly (readonly [RegExp, string])[] = [
  [/YaBrowser/, 'Яндекс Браузер'],
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/SamsungBrowser/, 'Samsung Internet'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chromium|Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/Android/, 'Android'],
  [/iPhone|iPad|iPod/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux|X11/, 'Linux'],
];

/** «Firefox, Windows»: enough for people to know their own browser by; `null` where it says neither. */
export function browserOf(agent: string): string | null {
  const named = (list: typeof browsers) => list.find(([pattern]) => pattern.test(agent))?.[1];
  const words = [named(browsers), named(systems)].filter((word) => word !== undefined);
  return words.length === 0 ? null : words.join(', ');
}
