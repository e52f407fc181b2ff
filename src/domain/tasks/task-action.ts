/** What a button under a reminder or a task asks for. */
export const taskVerbs = ['show', 'done', 'later', 'not-mine'] as const;
export type TaskVerb = (typeof taskVerbs)[number];

/** `task:done:123`: stays far below the 64 bytes of a button. */
export function taskAction(verb: TaskVerb, taskId: string): string {
  return `task:${verb}:${taskId}`;
}

/** The list of all one's tasks. */
export const allTasksAction = 'tasks';

/** `null` for anything that is not a task's button (another topic's, an older version's, forged). */
export function parseTaskAction(action: string): { verb: TaskVerb; taskId: string } | null {
  const [topic, verb, taskId, ...rest] = action.split(':');
  const known = taskVerbs.find((each) => each === verb);
  if (topic !== 'task' || known === undefined || rest.length > 0) return null;
  return taskId !== undefined && /^[1-9]\d{0,17}$/.test(taskId) ? { verb: known, taskId } : null;
}
