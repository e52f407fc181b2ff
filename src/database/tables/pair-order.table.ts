import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type PairOrderRow = {
  id: string;
  programmeId: string;
  organizationId: string;
  state: string;
  templateId: string | null;
  basis: string;
  points: unknown;
  controlId: string | null;
  signerId: string | null;
  revision: number;
  printedRevision: number | null;
  fileId: string | null;
  number: string | null;
  orderedOn: string | null;
  year: number | null;
  scanFileId: string | null;
  createdBy: string | null;
  createdAt: Date;
};

export const pairOrderTable = new EntitySchema<PairOrderRow>({
  name: 'pair_order',
  columns: {
    id: identity,
    programmeId: { type: 'bigint', foreignKey: { target: 'programme' } },
    organizationId: { type: 'bigint', foreignKey: { target: 'organization' } },
    state: { type: 'text', default: 'draft' },
    templateId: { type: 'bigint', nullable: true, foreignKey: { target: 'document_template' } },
    basis: { type: 'text' },
    points: { type: 'jsonb', default: [] },
    controlId: { type: 'bigint', nullable: true, foreignKey: { target: 'person' } },
    signerId: { type: 'bigint', nullable: true, foreignKey: { target: 'person' } },
    revision: { type: 'int', default: 1 },
    printedRevision: { type: 'int', nullable: true },
    fileId: { type: 'bigint', nullable: true, foreignKey: { target: 'stored_file' } },
    number: { type: 'text', nullable: true },
    orderedOn: { type: 'date', nullable: true },
    year: { type: 'smallint', nullable: true },
    scanFileId: { type: 'bigint', nullable: true, foreignKey: { target: 'stored_file' } },
    createdBy: { type: 'bigint', nullable: true, foreignKey: { target: 'person' } },
    createdAt: { type: 'timestamptz' },
  },
  checks: [
    {
      name: 'pair_order_state_check',
      expression: "(state = ANY (ARRAY['draft', 'printed', 'registered', 'cancelled']))",
    },
    {
      name: 'pair_order_registered',
      expression:
        "(((state = 'registered') = (number IS NOT NULL)) AND ((number IS NULL) = (ordered_on IS NULL)) AND ((number IS NULL) = (year IS NULL)))",
    },
    {
      name: 'pair_order_printed',
      expression: "((state <> ALL (ARRAY['printed', 'registered'])) OR (file_id IS NOT NULL))",
    },
  ],
  uniques: [{ name: 'pair_order_number', columns: ['organizationId', 'year', 'number'] }],
  indices: [{ name: 'pair_order_organization', columns: ['organizationId', 'id'] }],
});
