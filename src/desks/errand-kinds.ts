import type { Database } from '../database/sql.ts';
import type { Clock } from '../domain/calendar/clock.ts';
import type { ErrandKinds } from '../domain/errands/errand.ts';
import type { MayNameOthers } from '../domain/people/channel.ts';
import { baseImportKind, createBaseImport } from './base-errand.ts';
import { createDiplomaArchive, createDiplomasErrand, packKind } from './diploma-errand.ts';
import { diplomasKind } from './diploma-giving.ts';
import { createMaterialsErrand, materialsKind } from './materials-errand.ts';
import { createOrdersErrand } from './order-errand.ts';
import { createResultNotices, resultNoticesKind } from './results-errand.ts';

export type ErrandKindDeps = { database: Database; clock: Clock; mayNameOthers: MayNameOthers };

/** Every kind of long work there is, by the name that stands in `errand.kind`. */
export function createErrandKinds(deps: ErrandKindDeps): ErrandKinds {
  return {
    'orders-print': createOrdersErrand(deps),
    [baseImportKind]: createBaseImport(deps),
    [diplomasKind]: createDiplomasErrand(deps),
    [packKind]: createDiplomaArchive(deps),
    [materialsKind]: createMaterialsErrand(deps),
    [resultNoticesKind]: createResultNotices(deps),
  };
}
