import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type InboxRow = {
  id: string;
  platform: string;
  eventId: string;
  chatKey: string;
  payload: unknown;
  receivedAt: Date;
  handledAt: Date | null;
  attempts: number;
  retryAt: Date | null;
  error: string | null;
};

export const inboxTable = new EntitySchema<InboxRow>({
  name: 'inbox',
  columns: {
    id: identity,
    platform: { type: 'text', foreignKey: { target: 'platform' } },
    eventId: { type: 'text' },
    chatKey: { type: 'text' },
    payload: { type: 'jsonb' },
    receivedAt: { type: 'timestamptz', default: () => 'now()' },
    handledAt: { type: 'timestamptz', nullable: true },
    attempts: { type: 'int', default: 0 },
    retryAt: { type: 'timestamptz', nullable: true },
    error: { type: 'text', nullable: true },
  },
  uniques: [{ columns: ['platform', 'eventId'] }],
  indices: [
    { name: 'inbox_chat', columns: ['chatKey', 'id'], where: '(handled_at IS NULL)' },
    { name: 'inbox_unhandled', columns: ['id'], where: '(handled_at IS NULL)' },
  ],
});
