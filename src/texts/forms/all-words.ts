import type { FormWords } from './form-words.ts';

/** By form. */
export const formWords: Readonly<Record<string, FormWords>> = {};
