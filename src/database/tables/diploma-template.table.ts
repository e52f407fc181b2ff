import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type DiplomaTemplateRow = {
  id: string;
  programmeId: string;
  kind: string;
  version: number;
  name: string;
  design: unknown;
  backgroundFileId: string | null;
  createdBy: string | null;
  createdAt: Date;
  archivedAt: Date | null;
};

export const diplomaTemplateTable = new EntitySchema<DiplomaTemplateRow>({
  name: 'diploma_template',
  columns: {
    id: identity,
    programmeId: { type: 'bigint', foreignKey: { target: 'programme' } },
    kind: { type: 'text' },
    version: { type: 'int' },
    name: { type: 'text' },
    design: { type: 'jsonb' },
    backgroundFileId: { type: 'bigint', nullable: true, foreignKey: { target: 'stored_file' } },
    createdBy: { type: 'bigint', nullable: true, foreignKey: { target: 'person' } },
    createdAt: { type: 'timestamptz' },
    archivedAt: { type: 'timestamptz', nullable: true },
  },
  checks: [
    {
      name: 'diploma_template_kind_check',
      expression: "(kind = ANY (ARRAY['diploma', 'gratitude', 'certificate']))",
    },
    { name: 'diploma_template_version_check', expression: '(version > 0)' },
  ],
  uniques: [{ columns: ['programmeId', 'kind', 'name', 'version'] }],
});
