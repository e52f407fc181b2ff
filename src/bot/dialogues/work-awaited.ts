import type { IncomingFile } from '../../domain/messages/incoming.ts';
import type { Platform } from '../../domain/people/channel.ts';
import type { KnownTalk } from './talk.ts';

const name = 'contest-work';

export type SentFile = IncomingFile & { platform: Platform };
/** What of a work is awaited. `files` and `link`: gathered to take the place of those it was handed in with. */
export type Awaited = {
  step: 'title' | 'about' | 'files';
  entryId: string;
  editing: boolean;
  files?: SentFile[];
  link?: string | null;
};

export function awaitWork(talk: KnownTalk, { step, ...data }: Awaited): void {
  talk.turn({ name, step, data });
}

export function awaitedIn(talk: KnownTalk): Awaited | null {
  const state = talk.state();
  if (state?.name !== name) return null;
  return { ...(state.data as Omit<Awaited, 'step'>), step: state.step as Awaited['step'] };
}
