import { type Admin, createAdmin } from '../../src/admin/admin.ts';
import { createDeskBooks } from '../../src/database/repositories/desk-books.ts';
import type { Database } from '../../src/database/sql.ts';
import type { Clock } from '../../src/domain/calendar/clock.ts';
import type { FileContent } from '../../src/domain/files/stored-file.ts';
import type { Outgoing } from '../../src/domain/messages/message.ts';
import type { PagePurpose } from '../../src/domain/pages/page-link.ts';
import { createPageRoom } from '../../src/page-room.ts';
import { browser } from './browser.ts';
import { notedLog } from './delivery.ts';

export type PageServer = Awaited<ReturnType<typeof pageServer>>;

let accounts = 0;

/** Our own page, listening; nothing that names anybody else goes through Telegram. */
export async function pageServer(
  database: Database,
  clock: Clock,
  { publicUrl = 'http://127.0.0.1', shelf = () => null as FileContent | null } = {},
) {
  const desk = createPageRoom({
    database,
    clock,
    mayNameOthers: (platform) => platform !== 'telegram',
    pageUrl: () => publicUrl,
    files: { read: async () => shelf() },
  });
  const admin: Admin = createAdmin({
    host: '127.0.0.1',
    port: 0,
    health: async () => ({ parts: {}, oldestInboxSeconds: null, oldestDeliverySeconds: null }),
    webhooks: [],
    store: async () => undefined,
    page: { desk, publicUrl },
    log: notedLog(),
  });
  const url = await admin.start();

  /** A link as the chat would give it to a Telegram account, of this person if one is named. */
  async function link(purpose: PagePurpose = 'form', personId?: string) {
    const accountId = `visitor-${++accounts}`;
    const now = clock.now();
    const { people, pages } = createDeskBooks(database);
    const { account } = await people.visitor('telegram', accountId, accountId, now);
    if (personId !== undefined) {
      await database.query('update chat_account set person_id = $2 where id = $1', [account.id, personId]);
    }
    const { secret } = await pages.create(account.id, purpose, now);
    return { accountId, url: `${url}/go/${secret}` };
  }

  return {
    url,
    link,
    async visitor(purpose: PagePurpose = 'form', personId?: string) {
      const { accountId, url: address } = await link(purpose, personId);
      const page = browser(url);
      await page.opens(address);
      return { accountId, page };
    },
    /** Everything that was said in this account's chat. */
    async said(accountId: string): Promise<string> {
      const rows = await database.query<{ outgoing: Outgoing }>(
        'select outgoing from delivery where account_id = $1 order by id',
        [accountId],
      );
      return rows.map(({ outgoing }) => ('message' in outgoing ? outgoing.message.text : '')).join('\n');
    },
    stop: admin.stop,
  };
}
