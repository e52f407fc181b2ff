import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type MailingRecipientRow = {
  id: string;
  mailingId: string;
  personId: string;
  state: string;
  reason: string | null;
  platform: string | null;
  deliveryId: string | null;
  settledAt: Date | null;
};

export const mailingRecipientTable = new EntitySchema<MailingRecipientRow>({
  name: 'mailing_recipient',
  columns: {
    id: identity,
    mailingId: { type: 'bigint', foreignKey: { target: 'mailing' } },
    personId: { type: 'bigint', foreignKey: { target: 'person' } },
    state: { type: 'text', default: 'planned' },
    reason: { type: 'text', nullable: true },
    platform: { type: 'text', nullable: true, foreignKey: { target: 'platform' } },
    deliveryId: { type: 'bigint', nullable: true, foreignKey: { target: 'delivery' } },
    settledAt: { type: 'timestamptz', nullable: true },
  },
  uniques: [{ columns: ['mailingId', 'personId'] }],
  checks: [
    {
      name: 'mailing_recipient_state_check',
      expression: "(state = ANY (ARRAY['planned', 'queued', 'sent', 'failed', 'uncertain', 'skipped']))",
    },
    { name: 'mailing_recipient_check', expression: "((state <> 'queued') OR (delivery_id IS NOT NULL))" },
    {
      name: 'mailing_recipient_check1',
      expression: "((state = ANY (ARRAY['planned', 'queued'])) = (settled_at IS NULL))",
    },
  ],
  indices: [
    { name: 'mailing_recipient_planned', columns: ['mailingId', 'id'], where: "(state = 'planned'::text)" },
    {
      name: 'mailing_recipient_open',
      columns: ['mailingId', 'id'],
      where: "(state = ANY (ARRAY['queued'::text, 'uncertain'::text]))",
    },
    { name: 'mailing_recipient_person', columns: ['personId'] },
    {
      name: 'mailing_recipient_delivery',
      columns: ['deliveryId'],
      unique: true,
      where: '(delivery_id IS NOT NULL)',
    },
  ],
});
