import type { NamingStrategyInterface, Table } from 'typeorm';
import { DefaultNamingStrategy } from 'typeorm';

const nameOf = (table: Table | string) =>
  (typeof table === 'string' ? table : table.name).replace(/^.*\./, '');

/** PostgreSQL's own names for keys and constraints, and snake_case columns: so the migrations need not spell them out. */
export const naming: NamingStrategyInterface = Object.assign(new DefaultNamingStrategy(), {
  columnName: (property: string, custom: string | undefined) =>
    custom ?? property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  primaryKeyName: (table: Table | string) => `${nameOf(table)}_pkey`,
  uniqueConstraintName: (table: Table | string, columns: string[]) =>
    `${nameOf(table)}_${columns.join('_')}_key`,
  foreignKeyName: (table: Table | string, columns: string[]) => `${nameOf(table)}_${columns.join('_')}_fkey`,
});
