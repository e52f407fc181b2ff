import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type MailingRow = {
  id: string;
  programmeId: string;
  organizationIds: string[] | null;
  authorId: string;
  title: string;
  text: string;
  otherText: string | null;
  namesOthers: boolean;
  audience: unknown;
  state: string;
  copiedFrom: string | null;
  createdAt: Date;
  startedAt: Date | null;
  settledAt: Date | null;
};

export const mailingTable = new EntitySchema<MailingRow>({
  name: 'mailing',
  columns: {
    id: identity,
    programmeId: { type: 'bigint', foreignKey: { target: 'programme' } },
    organizationIds: { type: 'bigint', array: true, nullable: true },
    authorId: { type: 'bigint', foreignKey: { target: 'person' } },
    title: { type: 'text' },
    text: { type: 'text' },
    otherText: { type: 'text', nullable: true },
    namesOthers: { type: 'boolean' },
    audience: { type: 'jsonb' },
    state: { type: 'text', default: 'draft' },
    copiedFrom: { type: 'bigint', nullable: true, foreignKey: { target: 'mailing' } },
    createdAt: { type: 'timestamptz' },
    startedAt: { type: 'timestamptz', nullable: true },
    settledAt: { type: 'timestamptz', nullable: true },
  },
  checks: [
    {
      name: 'mailing_state_check',
      expression: "(state = ANY (ARRAY['draft', 'sending', 'paused', 'stopped', 'done']))",
    },
    { name: 'mailing_check', expression: "((state = 'draft') = (started_at IS NULL))" },
    {
      name: 'mailing_check1',
      expression: "((state = ANY (ARRAY['stopped', 'done'])) = (settled_at IS NOT NULL))",
    },
  ],
  indices: [
    { name: 'mailing_programme', columns: ['programmeId', 'id'] },
    { name: 'mailing_author', columns: ['authorId'] },
    { name: 'mailing_sending', columns: ['id'], where: "(state = 'sending'::text)" },
  ],
});
