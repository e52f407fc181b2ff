import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type ReminderRow = {
  id: string;
  /** Either of the two: what is reminded of. */
  taskId: string | null;
  consentTextId: string | null;
  personId: string;
  ruleKey: string;
  dueOn: string;
  state: string;
  reason: string | null;
  deliveryId: string | null;
  createdAt: Date;
  settledAt: Date | null;
};

export const reminderTable = new EntitySchema<ReminderRow>({
  name: 'reminder',
  columns: {
    id: identity,
    taskId: { type: 'bigint', nullable: true, foreignKey: { target: 'task' } },
    consentTextId: { type: 'bigint', nullable: true, foreignKey: { target: 'consent_text' } },
    personId: { type: 'bigint', foreignKey: { target: 'person' } },
    ruleKey: { type: 'text' },
    dueOn: { type: 'date' },
    state: { type: 'text', default: 'planned' },
    reason: { type: 'text', nullable: true },
    deliveryId: { type: 'bigint', nullable: true, foreignKey: { target: 'delivery' } },
    createdAt: { type: 'timestamptz', default: () => 'now()' },
    settledAt: { type: 'timestamptz', nullable: true },
  },
  uniques: [
    { columns: ['taskId', 'personId', 'ruleKey'] },
    { name: 'reminder_consent', columns: ['consentTextId', 'personId', 'ruleKey'] },
  ],
  checks: [
    { name: 'reminder_subject', expression: '((task_id IS NULL) <> (consent_text_id IS NULL))' },
    { name: 'reminder_state_check', expression: "(state = ANY (ARRAY['planned', 'sent', 'skipped']))" },
  ],
  indices: [
    { name: 'reminder_planned', columns: ['dueOn', 'personId'], where: "(state = 'planned'::text)" },
    { name: 'reminder_sent', columns: ['personId', 'settledAt'], where: "(state = 'sent'::text)" },
    {
      name: 'reminder_snooze',
      columns: ['taskId', 'personId', 'dueOn'],
      where: "(rule_key ~~ 'snooze:%'::text)",
    },
    { name: 'reminder_delivery', columns: ['deliveryId'], where: '(delivery_id IS NOT NULL)' },
  ],
});
