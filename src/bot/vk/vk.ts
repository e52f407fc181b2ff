import type { Clock } from '../../domain/calendar/clock.ts';
import { type FileShelf, FileTrouble } from '../../domain/files/stored-file.ts';
import type { Log } from '../../domain/log.ts';
import { download } from '../download.ts';
import type { Messenger } from '../messenger.ts';
import { apiRootOf, createVkClient } from './calls.ts';
import { checkVk } from './check.ts';
import { createVkCourier } from './courier.ts';
import { mayFetch } from './file-address.ts';
import { pollVk } from './poll.ts';
import { clientOf, rawEventOf, readEvent } from './read-event.ts';
import { type CallbackSettings, vkWebhook } from './webhook.ts';

export type VkOptions = {
  token: string;
  groupId: number;
  /** What stands in front of `/method/…`. */
  apiRoot?: string;
  /** Settings of the community's Callback API server; no webhook without them. */
  callback?: CallbackSettings;
  files: FileShelf;
  clock: Clock;
  log: Log;
};

export function createVk({ token, groupId, apiRoot, callback, files, clock, log }: VkOptions): Messenger {
  const root = apiRootOf(apiRoot);
  const client = createVkClient({ token, apiRoot: root });
  const eventOf = (event: unknown) => rawEventOf(event, { groupId, clock });
  /** Accounts whose client showed no callback buttons when it wrote last; forgotten at a restart, which costs a toast. */
  const oldClients = new Set<string>();

  return {
    platform: 'vk',
    courier: createVkCourier({
      client,
      files,
      log,
      pressStyle: (accountId) => (oldClients.has(accountId) ? 'text' : 'callback'),
    }),
    read(payload) {
      const seen = clientOf(payload);
      if (seen?.takesCallbacks) oldClients.delete(seen.accountId);
      else if (seen) oldClients.add(seen.accountId);
      return readEvent(payload, { groupId, clock });
    },
    poll: (poll) => pollVk({ call: client.call, groupId, eventOf, poll }),
    async fetchFile({ url = '' }, maxBytes) {
      if (!URL.canParse(url)) throw new FileTrouble('address-not-allowed', { final: true });
      const mayAsk = (address: URL) => mayFetch(address, apiRoot);
      // A document's address leads to the server that holds it; each step is checked anew.
      return download(new URL(url), { maxBytes, mayAsk, redirects: 3 });
    },
    link: async (secret) => `https://vk.me/club${groupId}?ref=${secret}`,
    check: () => checkVk(client.call, groupId, callback !== undefined),
    ...(callback && { webhook: vkWebhook(callback, groupId, eventOf) }),
    // The address is entered by hand in the community's settings.
    openWebhook: async () => undefined,
  };
}
