import { isIPv6 } from 'node:net';

/**
 * Where a call came from, cut so that it tells a network and no single machine: `192.0.2.0/24`, `2001:db8:1::/48`.
 */
export function networkOf(address: string): string | null {
  const mapped =
    /^::ffff:(\d+\.\d+\.\d+)\.\d+$/i.exec(address)?.[1] ?? /^(\d+\.\d+\.\d+)\.\d+$/.exec(address)?.[1];
  if (mapped !== undefined) return `${mapped}.0/24`;
  if (!isIPv6(address)) return null;
  const [head = ''] = address.split('::');
  const groups = head.split(':').filter((group) => group !== '');
  return `${[...groups, '0', '0', '0'].slice(0, 3).join(':')}::/48`;
}
