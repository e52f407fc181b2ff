import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type DocumentTemplateRow = {
  id: string;
  programmeId: string;
  kind: string;
  version: number;
  fileId: string;
  uploadedBy: string | null;
  uploadedAt: Date;
  archivedAt: Date | null;
};

export const documentTemplateTable = new EntitySchema<DocumentTemplateRow>({
  name: 'document_template',
  columns: {
    id: identity,
    programmeId: { type: 'bigint', foreignKey: { target: 'programme' } },
    kind: { type: 'text' },
    version: { type: 'int' },
    fileId: { type: 'bigint', foreignKey: { target: 'stored_file' } },
    uploadedBy: { type: 'bigint', nullable: true, foreignKey: { target: 'person' } },
    uploadedAt: { type: 'timestamptz' },
    archivedAt: { type: 'timestamptz', nullable: true },
  },
  checks: [
    {
      name: 'document_template_kind_check',
      expression:
        "(kind = ANY (ARRAY['pair-order', 'mentor-base', 'mentee-base', 'personal-programme', 'consent']))",
    },
    { name: 'document_template_version_check', expression: '(version > 0)' },
  ],
  uniques: [{ columns: ['programmeId', 'kind', 'version'] }],
});
