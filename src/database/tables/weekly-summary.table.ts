import { EntitySchema } from 'typeorm';

export type WeeklySummaryRow = {
  personId: string;
  monday: string;
  deliveryId: string | null;
  skippedReason: string | null;
  settledAt: Date;
};

export const weeklySummaryTable = new EntitySchema<WeeklySummaryRow>({
  name: 'weekly_summary',
  columns: {
    personId: { type: 'bigint', primary: true, foreignKey: { target: 'person' } },
    monday: { type: 'date', primary: true },
    deliveryId: { type: 'bigint', nullable: true, foreignKey: { target: 'delivery' } },
    skippedReason: { type: 'text', nullable: true },
    settledAt: { type: 'timestamptz' },
  },
  checks: [
    { name: 'weekly_summary_check', expression: '((delivery_id IS NULL) = (skipped_reason IS NOT NULL))' },
  ],
});
