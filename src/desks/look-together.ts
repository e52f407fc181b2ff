import type { Power } from '../domain/staff/powers.ts';
import type { Staff } from '../domain/staff/staff.ts';
import { type DeskDeps, type Look, staffLook } from './desk-work.ts';

/** As `staffLook`, with everything that is read seen as of one transaction. */
export function lookTogether<T>(
  { database, clock }: Pick<DeskDeps, 'database' | 'clock'>,
  staff: Staff,
  power: Power,
  look: (look: Look) => Promise<T>,
): Promise<T> {
  return database.transaction((sql) =>
    staffLook({ database: { ...database, query: sql.query }, clock }, staff, power, (own) =>
      look({ ...own, sql }),
    ),
  );
}
