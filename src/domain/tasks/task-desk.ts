import type { FileContent } from '../files/stored-file.ts';
import type { ListQuery, Page } from '../lists/page.ts';
import { Refusal } from '../refusal.ts';
import type { CallKey } from '../staff/once.ts';
import type { Staff } from '../staff/staff.ts';
import type { TaskCard, TaskState } from './task.ts';
import type { TaskHistory } from './task-history.ts';
import type { TaskFilter, TaskRow, TaskSort } from './task-list.ts';

/** Somebody who answers for a task. `person`: full name, `null` where the reader may not see people. */
export type TaskResponsible = {
  personId: string;
  person: string | null;
  reachable: boolean;
  handedBack: boolean;
  /** By «напомнить сейчас». */
  remindedToday: boolean;
};

/** A task with its story, as staff see it. */
export type TaskView = Omit<TaskCard, 'people' | 'occurrenceId'> & {
  itemId: string;
  roadmapId: string;
  state: TaskState;
  responsible: TaskResponsible[];
  history: TaskHistory;
};

/** What became of reminding one person now. */
export type Reminded = {
  personId: string;
  person: string | null;
  outcome: 'told' | 'unreachable' | 'told-today' | 'handed-back';
};

export type HandedIn = { texts: readonly string[]; links: readonly string[]; files: readonly FileContent[] };

/** `Refusal('task-unknown')` for whatever lies beyond reach; the others are those of `TaskBook`. */
export type TaskDesk = {
  list(staff: Staff, filter: TaskFilter, query: ListQuery<TaskSort>): Promise<Page<TaskRow>>;
  view(staff: Staff, taskId: string): Promise<TaskView>;
  /** `Refusal('link-wrong' | 'text-empty' | 'file-…' | 'results-too-many')`; with a file that can't be kept nothing is. */
  complete(staff: Staff, taskId: string, results: HandedIn, call: CallKey | null): Promise<{ id: string }>;
  waive(staff: Staff, taskId: string, reason: string): Promise<TaskView>;
  reopen(staff: Staff, taskId: string): Promise<TaskView>;
  /**
   * Writes to everybody who answers for it, each not more than once a day; who can't be written to is told to whoever asks.
   * `Refusal('task-unheld')` where nobody answers for it.
   */
  remind(staff: Staff, taskId: string): Promise<Reminded[]>;
  file(staff: Staff, taskId: string, fileId: string): Promise<FileContent>;
};

const most = { results: 20, text: 4_000, link: 2_000 };

/** What was typed, tidied: links are kept as text and never fetched. */
export function readHandedIn({ texts, links, files }: HandedIn): HandedIn {
  const [words, addresses] = [texts, links].map((list) =>
    list.map((each) => each.trim()).filter((each) => each !== ''),
  );
  if (words === undefined || addresses === undefined) throw new Error('there are two lists');
  if (words.length + addresses.length + files.length > most.results) {
    throw new Refusal('results-too-many', { most: most.results });
  }
  if (words.some((text) => text.length > most.text)) throw new Refusal('text-too-long', { most: most.text });
  const wrong = addresses.find((link) => !isLink(link));
  if (wrong !== undefined) throw new Refusal('link-wrong', { link: wrong.slice(0, 100) });
  return { texts: words, links: addresses, files };
}

function isLink(text: string): boolean {
  return text.length <= most.link && /^https?:\/\/[^\s/]+\.[^\s]+$/iu.test(text) && URL.canParse(text);
}

/** A day is enough between two reminders of one task. */
export function outcomeFor({ reachable, handedBack, remindedToday }: TaskResponsible): Reminded['outcome'] {
  if (handedBack) return 'handed-back';
  if (!reachable) return 'unreachable';
  return remindedToday ? 'told-today' : 'told';
}
