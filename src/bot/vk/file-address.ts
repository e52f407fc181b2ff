/** Where VK keeps what people attach: its own site (which leads on), pictures, documents. */
const hosts = [
  'vk.com',
  'vk.ru',
  'userapi.com',
  'vkuserphoto.ru',
  'vkuseraudio.net',
  'vkuser.net',
  'vk-cdn.net',
];

/**
 * Whether a file may be fetched from there. Addresses come from VK's own answers, never from a text; the list makes
 * sure that not even a forged event leads into the operator's network. A local stand-in is allowed as a whole.
 */
export function mayFetch(address: URL, apiRoot: string | undefined): boolean {
  if (apiRoot !== undefined && address.origin === new URL(apiRoot).origin) return true;
  const isOurs = hosts.some((host) => address.hostname === host || address.hostname.endsWith(`.${host}`));
  return isOurs && address.protocol === 'https:' && address.port === '' && address.username === '';
}
