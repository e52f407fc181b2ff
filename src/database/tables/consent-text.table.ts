import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type ConsentTextRow = {
  id: string;
  programmeId: string;
  kind: string;
  giver: string;
  version: number;
  title: string;
  summary: string;
  body: string;
  hash: string;
  publishedAt: Date;
  publishedBy: string | null;
};

export const consentTextTable = new EntitySchema<ConsentTextRow>({
  name: 'consent_text',
  columns: {
    id: identity,
    programmeId: { type: 'bigint', foreignKey: { target: 'programme' } },
    kind: { type: 'text' },
    giver: { type: 'text' },
    version: { type: 'int' },
    title: { type: 'text' },
    summary: { type: 'text' },
    body: { type: 'text' },
    hash: { type: 'text' },
    publishedAt: { type: 'timestamptz' },
    publishedBy: { type: 'bigint', nullable: true, foreignKey: { target: 'person' } },
  },
  uniques: [{ columns: ['programmeId', 'kind', 'giver', 'version'] }],
  checks: [
    {
      name: 'consent_text_kind_check',
      expression: "(kind = ANY (ARRAY['personal-data', 'distribution', 'participation', 'pupil-media']))",
    },
    { name: 'consent_text_giver_check', expression: "(giver = ANY (ARRAY['self', 'representative']))" },
    { name: 'consent_text_version_check', expression: '(version > 0)' },
  ],
});
