import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type PersonRow = {
  id: string;
  programmeId: string;
  surname: string;
  name: string;
  patronymic: string;
  remindPlatform: string | null;
  pausedUntil: string | null;
  phone: string | null;
  birthYear: number | null;
  writeFrom: string | null;
  writeTo: string | null;
  erasedAt: Date | null;
  createdAt: Date;
  nameKey: string;
};

export const personTable = new EntitySchema<PersonRow>({
  name: 'person',
  columns: {
    id: identity,
    programmeId: { type: 'bigint', foreignKey: { target: 'programme' } },
    surname: { type: 'text' },
    name: { type: 'text' },
    patronymic: { type: 'text', default: '' },
    remindPlatform: { type: 'text', nullable: true, foreignKey: { target: 'platform' } },
    pausedUntil: { type: 'date', nullable: true },
    phone: { type: 'text', nullable: true },
    birthYear: { type: 'smallint', nullable: true },
    writeFrom: { type: 'text', nullable: true },
    writeTo: { type: 'text', nullable: true },
    erasedAt: { type: 'timestamptz', nullable: true },
    createdAt: { type: 'timestamptz', default: () => 'now()' },
    // Written by a trigger.
    nameKey: { type: 'text', collation: 'C', default: '' },
  },
  indices: [
    { name: 'person_names', columns: ['programmeId', 'nameKey', 'id'] },
    { name: 'person_phone', columns: ['phone'], where: '(phone IS NOT NULL)' },
    // Of a kind that can't be told here, and only where the server has pg_trgm.
    { name: 'person_name_trigrams', columns: ['nameKey'], synchronize: false },
  ],
});
