import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type StoredFileRow = {
  id: string;
  personId: string | null;
  name: string;
  mime: string;
  size: string | null;
  state: string;
  source: unknown;
  recipe: unknown;
  platform: string | null;
  sha256: string | null;
  bytes: Buffer | null;
  attempts: number;
  retryAt: Date;
  error: string | null;
  createdAt: Date;
};

export const storedFileTable = new EntitySchema<StoredFileRow>({
  name: 'stored_file',
  columns: {
    id: identity,
    personId: { type: 'bigint', nullable: true, foreignKey: { target: 'person' } },
    name: { type: 'text' },
    mime: { type: 'text' },
    size: { type: 'bigint', nullable: true },
    state: { type: 'text' },
    source: { type: 'jsonb', default: {} },
    recipe: { type: 'jsonb', nullable: true },
    platform: { type: 'text', nullable: true, foreignKey: { target: 'platform' } },
    sha256: { type: 'text', nullable: true },
    bytes: { type: 'bytea', nullable: true },
    attempts: { type: 'int', default: 0 },
    retryAt: { type: 'timestamptz', default: () => 'now()' },
    error: { type: 'text', nullable: true },
    createdAt: { type: 'timestamptz', default: () => 'now()' },
  },
  checks: [
    { name: 'stored_file_check', expression: "((state = 'stored') = (bytes IS NOT NULL))" },
    { name: 'stored_file_state_check', expression: "(state = ANY (ARRAY['wanted', 'stored', 'failed']))" },
  ],
  indices: [
    { name: 'stored_file_wanted', columns: ['retryAt'], where: "(state = 'wanted'::text)" },
    { name: 'stored_file_recipe', columns: ['recipe'], unique: true, where: '(recipe IS NOT NULL)' },
  ],
});
