import { distributionHooks } from './distribution-hooks.ts';
import type { FormHooks } from './form-engine.ts';

/** Every form there is. */
export const allForms: readonly FormHooks[] = [distributionHooks];
