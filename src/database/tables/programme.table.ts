import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type ProgrammeRow = {
  id: string;
  key: string;
  name: string;
  timeZone: string;
  workFrom: string;
  workTo: string;
  settings: unknown;
  createdAt: Date;
};

export const programmeTable = new EntitySchema<ProgrammeRow>({
  name: 'programme',
  columns: {
    id: identity,
    key: { type: 'text', unique: true },
    name: { type: 'text' },
    timeZone: { type: 'text', default: 'Europe/Samara' },
    workFrom: { type: 'text', default: '09:00' },
    workTo: { type: 'text', default: '18:00' },
    settings: { type: 'jsonb', default: {} },
    createdAt: { type: 'timestamptz', default: () => 'now()' },
  },
});
