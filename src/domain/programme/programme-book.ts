import type { Programme } from './programme.ts';

export type ProgrammeBook = {
  /** `Refusal('programme-exists')` for a key that is taken. */
  add(programme: Pick<Programme, 'key' | 'name'> & { timeZone?: string }): Promise<Programme>;
  list(): Promise<Programme[]>;
};
