import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type DiplomaRow = {
  id: string;
  programmeId: string;
  contestId: string;
  entryId: string | null;
  personId: string;
  kind: string;
  award: string | null;
  year: number;
  serial: number;
  number: string;
  code: string;
  templateId: string | null;
  shown: unknown;
  doubtful: boolean;
  issuedOn: string;
  fileId: string | null;
  createdBy: string | null;
  createdAt: Date;
  toldAt: Date | null;
  revokedAt: Date | null;
  revokedBy: string | null;
  reason: string;
};

export const diplomaTable = new EntitySchema<DiplomaRow>({
  name: 'diploma',
  columns: {
    id: identity,
    programmeId: { type: 'bigint', foreignKey: { target: 'programme' } },
    contestId: { type: 'bigint', foreignKey: { target: 'contest' } },
    entryId: { type: 'bigint', nullable: true, foreignKey: { target: 'contest_entry' } },
    personId: { type: 'bigint', foreignKey: { target: 'person' } },
    kind: { type: 'text' },
    award: { type: 'text', nullable: true },
    year: { type: 'smallint' },
    serial: { type: 'int' },
    number: { type: 'text' },
    code: { type: 'text', unique: true },
    templateId: { type: 'bigint', nullable: true, foreignKey: { target: 'diploma_template' } },
    shown: { type: 'jsonb' },
    doubtful: { type: 'boolean', default: false },
    issuedOn: { type: 'date' },
    fileId: { type: 'bigint', nullable: true, foreignKey: { target: 'stored_file' } },
    createdBy: { type: 'bigint', nullable: true, foreignKey: { target: 'person' } },
    createdAt: { type: 'timestamptz' },
    toldAt: { type: 'timestamptz', nullable: true },
    revokedAt: { type: 'timestamptz', nullable: true },
    revokedBy: { type: 'bigint', nullable: true, foreignKey: { target: 'person' } },
    reason: { type: 'text', default: '' },
  },
  checks: [
    { name: 'diploma_kind_check', expression: "(kind = ANY (ARRAY['diploma', 'gratitude', 'certificate']))" },
    { name: 'diploma_award_check', expression: "(award = ANY (ARRAY['winner', 'laureate', 'participant']))" },
  ],
  uniques: [{ columns: ['programmeId', 'year', 'serial'] }],
  indices: [
    // `nulls not distinct` in the database, which TypeORM cannot say and does not compare.
    {
      name: 'diploma_once',
      columns: ['contestId', 'entryId', 'personId', 'kind'],
      unique: true,
      where: '(revoked_at IS NULL)',
    },
    { name: 'diploma_person', columns: ['personId'] },
    { name: 'diploma_contest', columns: ['contestId', 'id'] },
  ],
});
