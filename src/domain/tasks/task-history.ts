import type { Day } from '../calendar/day.ts';

/** What was handed in. A file is `wanted` while its bytes are still with the platform, `failed` when they can't be had. */
export type TaskResult =
  | { kind: 'text'; text: string }
  | { kind: 'link'; url: string }
  | { kind: 'file'; fileId: string; name: string; state: 'wanted' | 'stored' | 'failed' };

/** A task marked as done once. Days are those of the programme's zone. */
export type Completion = {
  id: string;
  on: Day;
  /** Full name; `null` where nobody in particular did it or the name may not be shown. */
  person: string | null;
  /** In the order they came. */
  results: TaskResult[];
};

/** A line of a task's story. `person` as in a completion. */
export type TaskEvent = {
  kind: string;
  on: Day;
  person: string | null;
  facts: Record<string, string>;
};

export type TaskHistory = {
  /** Newest first. */
  completions: Completion[];
  /** Oldest first. */
  events: TaskEvent[];
};

/** A completion in a list of all tasks. */
export type DoneTask = Completion & {
  taskId: string;
  itemCode: string;
  itemTitle: string;
  organizationName: string;
};

/** `page` counts from 0 and is the last one where fewer were asked for than there are. */
export type DonePage = { total: number; page: number; tasks: DoneTask[] };

/** The files whose bytes are there, those of the newest completion first. */
export function storedFiles(history: TaskHistory): { fileId: string; name: string }[] {
  return history.completions
    .flatMap(({ results }) => results)
    .flatMap((result) => (result.kind === 'file' && result.state === 'stored' ? [result] : []));
}
