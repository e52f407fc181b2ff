import type { Choice } from '../forms/form.ts';

/** One list for what mentors offer and what mentees need; staff keep it, a programme begins with the default one. */
export type CompetencyBook = {
  /** In the order of the list, without the archived; `value` is the row's id. */
  list(programmeId: string): Promise<Choice[]>;
  /** Also archived ones, for answers given before. */
  labels(ids: readonly string[]): Promise<Map<string, string>>;
  /** A name that is there is no fault; an archived one comes back. */
  add(programmeId: string, name: string): Promise<Choice>;
  archive(programmeId: string, id: string, at: Date): Promise<void>;
};
