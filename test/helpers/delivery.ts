import type { Delivery } from '../../src/domain/delivery/delivery.ts';
import type { FileContent, FileShelf } from '../../src/domain/files/stored-file.ts';
import type { Log } from '../../src/domain/log.ts';
import type { Outgoing } from '../../src/domain/messages/message.ts';

/** A claimed row for a private chat. */
export function deliveryTo(account: number, outgoing: Outgoing, changed: Partial<Delivery> = {}): Delivery {
  return {
    id: '1',
    platform: 'telegram',
    chatId: String(account),
    accountId: String(account),
    personId: null,
    outgoing,
    priority: 'bulk',
    randomId: 7,
    attempts: 1,
    ...changed,
  };
}

export function shelfOf(files: Record<string, FileContent>): FileShelf {
  return { read: async (id) => files[id] ?? null };
}

export type NotedLog = Log & { notes: { level: keyof Log; fields: object; words: string }[] };

export function notedLog(): NotedLog {
  const notes: NotedLog['notes'] = [];
  const at = (level: keyof Log) => (fields: object, words: string) =>
    void notes.push({ level, fields, words });
  return { notes, info: at('info'), warn: at('warn'), error: at('error') };
}
