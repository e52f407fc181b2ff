import { expect } from 'vitest';
import type { Desk, DialogueState } from '../../src/bot/desk.ts';
import { createHandler, type HandlerDeps } from '../../src/bot/handle.ts';
import { createChatAudit } from '../../src/database/repositories/audit-book.ts';
import { createOutbox } from '../../src/database/repositories/delivery-outbox.ts';
import { createDeskBooks } from '../../src/database/repositories/desk-books.ts';
import { createDialogueBook } from '../../src/database/repositories/dialogue-book.ts';
import type { Database, Sql } from '../../src/database/sql.ts';
import { fitOutgoing } from '../../src/domain/messages/fit.ts';
import type { Incoming, IncomingEvent, IncomingFile } from '../../src/domain/messages/incoming.ts';
import type { Button, Message, Outgoing } from '../../src/domain/messages/message.ts';
import { notedLog } from './delivery.ts';

export type Shown = { id: string; text: string; buttons: Button[][]; files: string[] };
export type Chat = ReturnType<ReturnType<typeof conversations>['chat']>;

export function deskOf(sql: Sql, beforeCommit: (write: () => Promise<void>) => void): Desk {
  return {
    ...createDeskBooks(sql),
    audit: createChatAudit(sql),
    dialogues: createDialogueBook<DialogueState>(sql, beforeCommit),
    outbox: createOutbox(sql),
  };
}

/** Phones in the hand: what is typed and pressed goes through the handler, and what leaves is shown as a phone shows it. */
export function conversations(database: Database, deps: Omit<HandlerDeps, 'log'>) {
  const log = notedLog();
  const handle = createHandler({ ...deps, log });
  const chats = new Map<string, { shown: Shown[]; menu: string[][]; words: string[] }>();
  let events = 0;

  async function receive(incoming: Incoming): Promise<void> {
    await database.transaction(async (sql) => {
      const writes: (() => Promise<void>)[] = [];
      await handle(
        deskOf(sql, (write) => writes.push(write)),
        incoming,
      );
      for (const write of writes) await write();
    });
    await deliver();
  }

  async function deliver(): Promise<void> {
    const rows = await database.query<{
      id: string;
      platform: string;
      accountId: string;
      outgoing: Outgoing;
    }>(
      `update delivery set state = 'sent', message_id = 'm' || id, settled_at = now()
       where state = 'planned' returning id, platform, account_id as "accountId", outgoing`,
    );
    for (const row of rows.toSorted((a, b) => Number(a.id) - Number(b.id))) show(row);
  }

  function show(row: { id: string; platform: string; accountId: string; outgoing: Outgoing }): void {
    const phone = phoneOf(`${row.platform}:${row.accountId}`);
    expect(fitOutgoing(row.outgoing), 'within the limits').toEqual([row.outgoing]);
    const { outgoing } = row;
    if (outgoing.kind === 'answer') {
      phone.words.push(outgoing.text ?? '');
      return;
    }
    expect(outgoing.message.text.trim()).not.toBe('');
    if (outgoing.kind === 'edit') {
      const old = phone.shown.find(({ id }) => id === outgoing.messageId);
      if (old) Object.assign(old, look(old.id, outgoing.message));
      return;
    }
    if (Array.isArray(outgoing.message.menu)) phone.menu = outgoing.message.menu;
    phone.shown.push(look(`m${row.id}`, outgoing.message));
  }

  function phoneOf(key: string) {
    const phone = chats.get(key) ?? { shown: [], menu: [], words: [] };
    chats.set(key, phone);
    return phone;
  }

  return {
    log,
    deliver,
    chat(platform: string, accountId: string) {
      const phone = phoneOf(`${platform}:${accountId}`);
      async function does(event: IncomingEvent, eventId = `e${++events}`): Promise<string[]> {
        const before = phone.shown.length;
        await receive({ platform, eventId, accountId, chatId: accountId, at: deps.clock.now(), event });
        return phone.shown.slice(before).map(({ text }) => text);
      }
      async function presses(label: string, message = holding(label)): Promise<string[]> {
        const button = message?.buttons.flat().find((each) => each.label.includes(label));
        if (!message || !button || !('action' in button)) throw new Error(`no button «${label}»`);
        return does({
          kind: 'press',
          action: button.action,
          callbackId: `c${++events}`,
          messageId: message.id,
        });
      }
      const holding = (label: string) =>
        phone.shown.findLast(({ buttons }) => buttons.flat().some((each) => each.label.includes(label)));
      return {
        phone,
        does,
        presses,
        holding,
        says: (text: string) => does({ kind: 'text', text }),
        opens: (payload: string) => does({ kind: 'start', payload }),
        sends: (names: string[], text = '') => does({ kind: 'files', files: names.map(file), text }),
        last: () => phone.shown.at(-1)?.text ?? '',
        labels: () => (phone.shown.at(-1)?.buttons ?? []).flat().map(({ label }) => label),
        all: () => phone.shown.map(({ text }) => text).join('\n---\n'),
      };
    },
  };
}

function look(id: string, message: Message): Shown {
  return { id, text: message.text, buttons: message.buttons ?? [], files: message.files ?? [] };
}

export function file(name: string): IncomingFile {
  return { name, mime: 'application/pdf', size: 1000, source: { fileId: name } };
}
