import { EntitySchema } from 'typeorm';

export type CursorRow = {
  name: string;
  value: unknown;
};

export const cursorTable = new EntitySchema<CursorRow>({
  name: 'cursor',
  columns: {
    name: { type: 'text', primary: true },
    value: { type: 'jsonb' },
  },
});
