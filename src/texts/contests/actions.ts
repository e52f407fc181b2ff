/** What is done to a work by a button: `entry:show:7`, `entry:nomination:7:3`. */
const entryVerbs = [
  'show',
  'go-on',
  'again',
  'replace',
  'withdraw',
  'withdrawn',
  'nomination',
  'title',
  'about',
  'files',
  'enough',
  'skip',
  'team',
  'call-team',
  'leave',
  'left',
  'mentor',
  'other-mentor',
  'nobody',
  'agree',
  'refuse',
  'diploma',
] as const;
export type EntryVerb = (typeof entryVerbs)[number];

export function entryAction(verb: EntryVerb, entryId: string, more?: string): string {
  return `entry:${verb}:${entryId}${more === undefined ? '' : `:${more}`}`;
}

const contestVerbs = ['show', 'rules', 'enter', 'post', 'as-team'] as const;
export type ContestVerb = (typeof contestVerbs)[number];

/** `contest:enter:5`, with a nomination `contest:enter:5:3`. */
export function contestAction(verb: ContestVerb, contestId: string, nominationId?: string): string {
  return `contest:${verb}:${contestId}${nominationId === undefined ? '' : `:${nominationId}`}`;
}

const eventVerbs = ['show', 'ticket', 'calendar', 'call', 'refuse', 'refused'] as const;
/** What is done to one's registration for an event: `event:show:7`. */
export type EventVerb = (typeof eventVerbs)[number];

export function eventAction(verb: EventVerb, entryId: string): string {
  return `event:${verb}:${entryId}`;
}

const id = '([1-9]\\d{0,17})';
const shape = new RegExp(`^(entry|contest|event):([a-z-]+):${id}(?::${id})?$`);

type Read<Verb> = { verb: Verb; id: string; more: string | null };

/** `null` for what is none; `more`: the nomination or person that some verbs add. */
export function readEntryAction(action: string): Read<EntryVerb> | null {
  return read('entry', entryVerbs, action);
}

export function readContestAction(action: string): Read<ContestVerb> | null {
  return read('contest', contestVerbs, action);
}

export function readEventAction(action: string): Read<EventVerb> | null {
  return read('event', eventVerbs, action);
}

function read<Verb extends string>(topic: string, verbs: readonly Verb[], action: string): Read<Verb> | null {
  const [, of = '', word = '', on = '', more] = shape.exec(action) ?? [];
  const verb = verbs.find((each) => each === word);
  return of !== topic || verb === undefined ? null : { verb, id: on, more: more ?? null };
}
