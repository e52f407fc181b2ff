import { EntitySchema } from 'typeorm';

export type SecondFactorRow = {
  personId: string;
  secret: string;
  createdAt: Date;
  confirmedAt: Date | null;
  lastStep: string | null;
  tried: number;
  triedSince: Date | null;
};

export const secondFactorTable = new EntitySchema<SecondFactorRow>({
  name: 'second_factor',
  columns: {
    personId: { type: 'bigint', primary: true, foreignKey: { target: 'person' } },
    secret: { type: 'text' },
    createdAt: { type: 'timestamptz' },
    confirmedAt: { type: 'timestamptz', nullable: true },
    lastStep: { type: 'bigint', nullable: true },
    tried: { type: 'smallint', default: 0 },
    triedSince: { type: 'timestamptz', nullable: true },
  },
});
