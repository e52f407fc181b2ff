import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type CalendarFeedRow = {
  id: string;
  ownerId: string;
  organizationId: string | null;
  secretHash: string;
  createdAt: Date;
  renewedAt: Date | null;
  readAt: Date | null;
};

export const calendarFeedTable = new EntitySchema<CalendarFeedRow>({
  name: 'calendar_feed',
  columns: {
    id: identity,
    ownerId: { type: 'bigint', foreignKey: { target: 'person' } },
    organizationId: { type: 'bigint', nullable: true, foreignKey: { target: 'organization' } },
    secretHash: { type: 'text', unique: true },
    createdAt: { type: 'timestamptz' },
    renewedAt: { type: 'timestamptz', nullable: true },
    readAt: { type: 'timestamptz', nullable: true },
  },
  // `nulls not distinct` in the database, which TypeORM cannot say and does not compare.
  uniques: [{ columns: ['ownerId', 'organizationId'] }],
});
