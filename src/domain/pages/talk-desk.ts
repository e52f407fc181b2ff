import type { FileContent } from '../files/stored-file.ts';
import type { Message } from '../messages/message.ts';
import type { PageVisit } from './page-link.ts';

export type TalkTopic = 'privacy' | 'consents';

/** What a dialogue says, shown on the page instead of the chat. */
export type Spoken = {
  messages: readonly Message[];
  /** The word that answered the button. */
  toast: string | null;
  /** It opened a form, which has a page of its own. */
  opensForm: boolean;
};

/**
 * The chat's own dialogues about oneself on the page: there everybody may be named.
 * Whoever else is told of something is told in their chat.
 */
export type TalkDesk = {
  show(visit: PageVisit, topic: TalkTopic): Promise<Spoken>;
  /** A button that was shown; an old or forged one is refused, or answered as in the chat. */
  press(visit: PageVisit, action: string): Promise<Spoken>;
  /** A document that was shown with a message; `null` for one that is somebody else's. */
  file(visit: PageVisit, fileId: string): Promise<FileContent | null>;
};
