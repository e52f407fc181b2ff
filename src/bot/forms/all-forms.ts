import { distributionHooks } from './distribution-hooks.ts';
import type { FormHooks } from './form-engine.ts';
import { registrationHooks } from './registration-hooks.ts';

/** Every form there is. */
export const allForms: readonly FormHooks[] = [...registrationHooks, distributionHooks];
