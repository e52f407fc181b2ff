import type { FormEngine, FormHooks } from './form-engine.ts';

export function createFormEngine(hooks: readonly FormHooks[]): FormEngine {
  const nothing = async () => false;
  return {
    start: () => Promise.reject(new Error(`not built yet: ${hooks.length} forms`)),
    runOf: async () => null,
    resume: nothing,
    remind: async () => undefined,
    press: nothing,
    hear: nothing,
    pause: nothing,
    take: async () => ({ faults: {}, done: false }),
    agree: async () => undefined,
    finish: async () => undefined,
  };
}
