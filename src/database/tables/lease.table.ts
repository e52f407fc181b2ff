import { EntitySchema } from 'typeorm';

export type LeaseRow = {
  name: string;
  holder: string;
  untilAt: Date;
};

export const leaseTable = new EntitySchema<LeaseRow>({
  name: 'lease',
  columns: {
    name: { type: 'text', primary: true },
    holder: { type: 'text' },
    untilAt: { type: 'timestamptz' },
  },
});
