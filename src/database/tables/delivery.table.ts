import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type DeliveryRow = {
  id: string;
  platform: string;
  accountId: string;
  chatId: string;
  personId: string | null;
  outgoing: unknown;
  priority: number;
  state: string;
  notBefore: Date;
  expiresAt: Date | null;
  attempts: number;
  claimedAt: Date | null;
  claimedBy: string | null;
  messageId: string | null;
  error: string | null;
  replacesId: string | null;
  createdAt: Date;
  settledAt: Date | null;
};

export const deliveryTable = new EntitySchema<DeliveryRow>({
  name: 'delivery',
  columns: {
    id: identity,
    platform: { type: 'text', foreignKey: { target: 'platform' } },
    accountId: { type: 'text' },
    chatId: { type: 'text' },
    personId: { type: 'bigint', nullable: true, foreignKey: { target: 'person' } },
    outgoing: { type: 'jsonb' },
    priority: { type: 'smallint' },
    state: { type: 'text', default: 'planned' },
    notBefore: { type: 'timestamptz', default: () => 'now()' },
    expiresAt: { type: 'timestamptz', nullable: true },
    attempts: { type: 'int', default: 0 },
    claimedAt: { type: 'timestamptz', nullable: true },
    claimedBy: { type: 'text', nullable: true },
    messageId: { type: 'text', nullable: true },
    error: { type: 'text', nullable: true },
    replacesId: { type: 'bigint', nullable: true, foreignKey: { target: 'delivery' } },
    createdAt: { type: 'timestamptz', default: () => 'now()' },
    settledAt: { type: 'timestamptz', nullable: true },
  },
  checks: [
    {
      name: 'delivery_state_check',
      expression: "(state = ANY (ARRAY['planned', 'claimed', 'sent', 'failed', 'uncertain', 'expired']))",
    },
  ],
  indices: [
    {
      name: 'delivery_chat',
      columns: ['platform', 'chatId', 'id'],
      where: "(state = ANY (ARRAY['planned'::text, 'claimed'::text]))",
    },
    { name: 'delivery_claimed', columns: ['platform', 'claimedBy'], where: "(state = 'claimed'::text)" },
    {
      name: 'delivery_expires',
      columns: ['platform', 'expiresAt'],
      where: "((state = 'planned'::text) AND (expires_at IS NOT NULL))",
    },
    { name: 'delivery_person', columns: ['personId', 'id'] },
    { name: 'delivery_planned', columns: ['platform', 'priority', 'id'], where: "(state = 'planned'::text)" },
    { name: 'delivery_uncertain', columns: ['platform'], where: "(state = 'uncertain'::text)" },
    { name: 'delivery_replaces', columns: ['replacesId'], unique: true },
    {
      name: 'delivery_trouble',
      columns: ['id'],
      where: "(state = ANY (ARRAY['failed'::text, 'uncertain'::text, 'expired'::text]))",
    },
  ],
});
