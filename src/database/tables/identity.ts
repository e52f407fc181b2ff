import type { EntitySchemaColumnOptions } from 'typeorm';

/** `bigint generated always as identity primary key`: a string of digits in the program. */
export const identity: EntitySchemaColumnOptions = {
  type: 'bigint',
  primary: true,
  generated: 'increment',
};
