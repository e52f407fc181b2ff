const pageVerbs = ['done', 'late'] as const;
const taskVerbs = ['open', 'card', 'waive', 'keep', 'reopen', 'return'] as const;

type PageVerb = (typeof pageVerbs)[number];
type TaskVerb = (typeof taskVerbs)[number];

/** What a coordinator's button asks for. Pages count from 1. */
export type ControlAction =
  | { verb: 'summary' }
  | { verb: PageVerb; page: number }
  /**
   * `open` brings the files along, `card` does not. `waive` and `reopen` ask first: `keep` takes the one back, `return`
   * does the other.
   */
  | { verb: TaskVerb; taskId: string }
  | { verb: 'files'; taskId: string; page: number };

/** `control:open:123`: stays far below the 64 bytes of a button. */
export function controlAction(action: ControlAction): string {
  const { verb, taskId = '', page = '' } = { taskId: '', page: '', ...action };
  return ['control', verb, taskId, page].filter((part) => part !== '').join(':');
}

/** `null` for anything that is not a coordinator's button. */
export function parseControlAction(action: string): ControlAction | null {
  const [topic, verb = '', ...numbers] = action.split(':');
  if (topic !== 'control' || !numbers.every((each) => /^[1-9]\d{0,17}$/.test(each))) return null;
  const [first = '', second = ''] = numbers;
  const pageVerb = pageVerbs.find((each) => each === verb);
  const taskVerb = taskVerbs.find((each) => each === verb);
  if (verb === 'summary' && numbers.length === 0) return { verb };
  if (pageVerb !== undefined && numbers.length === 1) return { verb: pageVerb, page: Number(first) };
  if (taskVerb !== undefined && numbers.length === 1) return { verb: taskVerb, taskId: first };
  if (verb === 'files' && numbers.length === 2) return { verb, taskId: first, page: Number(second) };
  return null;
}
