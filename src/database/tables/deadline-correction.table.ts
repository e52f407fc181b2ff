import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type DeadlineCorrectionRow = {
  id: string;
  programmeId: string;
  periodFrom: string;
  periodTo: string;
  code: string;
  title: string;
  deadline: string;
  correction: unknown;
  madeBy: string | null;
  madeAt: Date;
};

export const deadlineCorrectionTable = new EntitySchema<DeadlineCorrectionRow>({
  name: 'deadline_correction',
  columns: {
    id: identity,
    programmeId: { type: 'bigint', foreignKey: { target: 'programme' } },
    periodFrom: { type: 'date' },
    periodTo: { type: 'date' },
    code: { type: 'text' },
    title: { type: 'text' },
    deadline: { type: 'text' },
    correction: { type: 'jsonb' },
    madeBy: { type: 'bigint', nullable: true, foreignKey: { target: 'person' } },
    madeAt: { type: 'timestamptz' },
  },
  uniques: [
    {
      name: 'deadline_correction_once',
      columns: ['programmeId', 'periodFrom', 'periodTo', 'code', 'title', 'deadline'],
    },
  ],
});
