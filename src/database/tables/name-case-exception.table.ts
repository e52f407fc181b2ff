import { EntitySchema } from 'typeorm';
import { identity } from './identity.ts';

export type NameCaseExceptionRow = {
  id: string;
  programmeId: string;
  part: string;
  gender: string;
  nominative: string;
  forms: unknown;
  createdBy: string | null;
  createdAt: Date;
};

export const nameCaseExceptionTable = new EntitySchema<NameCaseExceptionRow>({
  name: 'name_case_exception',
  columns: {
    id: identity,
    programmeId: { type: 'bigint', foreignKey: { target: 'programme' } },
    part: { type: 'text' },
    gender: { type: 'text' },
    nominative: { type: 'text' },
    forms: { type: 'jsonb' },
    createdBy: { type: 'bigint', nullable: true, foreignKey: { target: 'person' } },
    createdAt: { type: 'timestamptz' },
  },
  checks: [
    {
      name: 'name_case_exception_part_check',
      expression: "(part = ANY (ARRAY['surname', 'name', 'patronymic', 'post']))",
    },
    {
      name: 'name_case_exception_gender_check',
      expression: "(gender = ANY (ARRAY['male', 'female', 'any']))",
    },
  ],
  uniques: [{ columns: ['programmeId', 'part', 'gender', 'nominative'] }],
});
