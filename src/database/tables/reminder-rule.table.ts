import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type ReminderRuleRow = {
  id: string;
  programmeId: string;
  key: string;
  anchor: string;
  offsetDays: number;
  repeatDays: number | null;
  audience: string;
  active: boolean;
};

export const reminderRuleTable = new EntitySchema<ReminderRuleRow>({
  name: 'reminder_rule',
  columns: {
    id: identity,
    programmeId: { type: 'bigint', foreignKey: { target: 'programme' } },
    key: { type: 'text' },
    anchor: { type: 'text' },
    offsetDays: { type: 'int' },
    repeatDays: { type: 'int', nullable: true },
    audience: { type: 'text' },
    active: { type: 'boolean', default: true },
  },
  uniques: [{ columns: ['programmeId', 'key'] }],
  checks: [
    { name: 'reminder_rule_anchor_check', expression: "(anchor = ANY (ARRAY['opens', 'due', 'quarter']))" },
    {
      name: 'reminder_rule_audience_check',
      expression: "(audience = ANY (ARRAY['responsible', 'responsible-and-coordinator']))",
    },
    { name: 'reminder_rule_repeat_days_check', expression: '(repeat_days > 0)' },
  ],
});
