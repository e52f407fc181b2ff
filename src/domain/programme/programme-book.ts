import type { Programme } from './programme.ts';
import type { ProgrammeSettings } from './settings.ts';

export type ProgrammeBook = {
  /** `Refusal('programme-exists')` for a key that is taken. */
  add(programme: Pick<Programme, 'key' | 'name'> & { timeZone?: string }): Promise<Programme>;
  list(): Promise<Programme[]>;
  /** Name, zone and working hours. */
  change(programmeId: string, change: Omit<Programme, 'id' | 'key'>): Promise<void>;
  settings(programmeId: string): Promise<ProgrammeSettings>;
  saveSettings(programmeId: string, settings: ProgrammeSettings): Promise<void>;
};
