/** What is done to a work by a button: `entry:show:7`. */
const verbs = [
  'show',
  'go-on',
  'again',
  'replace',
  'withdraw',
  'withdrawn',
  'nomination',
  'title',
  'description',
  'files',
  'enough',
  'skip',
  'team',
  'alone',
  'leave',
  'left',
  'mentor',
  'other-mentor',
  'agree',
  'refuse',
] as const;
export type EntryVerb = (typeof verbs)[number];

export function entryAction(verb: EntryVerb, entryId: string): string {
  return `entry:${verb}:${entryId}`;
}

/** `null` for what is none; `more`: what some verbs add, such as the nomination. */
export function readEntryAction(action: string): { verb: EntryVerb; entryId: string; more: string } | null {
  const [, word = '', entryId = '', more = ''] =
    /^entry:([a-z-]+):([1-9]\d{0,17})(?::([1-9]\d{0,17}))?$/.exec(action) ?? [];
  const verb = verbs.find((each) => each === word);
  return verb === undefined ? null : { verb, entryId, more };
}
