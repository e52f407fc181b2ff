import { EntitySchema } from 'typeorm';

export type DialogueRow = {
  key: string;
  state: unknown;
  updatedAt: Date;
};

export const dialogueTable = new EntitySchema<DialogueRow>({
  name: 'dialogue',
  columns: {
    key: { type: 'text', primary: true },
    state: { type: 'jsonb' },
    updatedAt: { type: 'timestamptz' },
  },
});
