import type { Message } from '../../domain/messages/message.ts';
import type { PageVisit } from '../../domain/pages/page-link.ts';
import type { Spoken, TalkDesk, TalkTopic } from '../../domain/pages/talk-desk.ts';
import { words } from '../../texts/talk.ts';
import { pressConsents, showConsents } from '../dialogues/consents.ts';
import { pressMe } from '../dialogues/me.ts';
import { pressPrivacy, showPrivacy } from '../dialogues/privacy.ts';
import { pressPrivacyOfStranger, showPrivacyForStranger } from '../dialogues/privacy-requests.ts';
import type { KnownTalk } from '../dialogues/talk.ts';
import { readOrdered } from './page-files.ts';
import { knownOn, type PageDeps, type PageTalk, talkOver } from './page-talk.ts';

/** What people may press about themselves; nothing that shows others. */
const own = [
  /^privacy:(show|file|erase|erase-yes|keep|forget|forget-yes)$/,
  /^consent:(list|later)$/,
  /^consent:(of|open|copy|withdraw|really):\d+$/,
  /^consent:(ask:[a-z-]+|give:\d+|yes:\d+):\d+$/,
  /^me:edit$/,
];

const topics: Record<TalkTopic, (talk: KnownTalk) => Promise<void>> = {
  privacy: showPrivacy,
  consents: showConsents,
};

/** Dialogues of the chat with their words shown on the page. */
export function createTalkDesk(deps: PageDeps): TalkDesk {
  return {
    show: (visit, topic) =>
      spoken(deps, visit, async (talk) => {
        if (talk.visitor.person !== null) return topics[topic](knownOn(talk));
        showPrivacyForStranger(talk);
      }),
    press: (visit, action) =>
      spoken(deps, visit, async (talk) => {
        if (!isAllowed(action) || !(await pressed(talk, action))) talk.toast(words.oldButton);
      }),
    async file(visit, fileId) {
      const { person } = visit;
      if (person === null || !/^[1-9]\d{0,17}$/.test(fileId)) return null;
      const mayRead = await deps.inTransaction(({ uploads }) => uploads.mayRead(person.id, fileId));
      return readOrdered(deps, mayRead ? fileId : null);
    },
  };
}

function isAllowed(action: string): boolean {
  return own.some((pattern) => pattern.test(action));
}

async function pressed(talk: PageTalk, action: string): Promise<boolean> {
  if (talk.visitor.person === null) return pressPrivacyOfStranger(talk, action);
  const known = knownOn(talk);
  for (const press of [pressPrivacy, pressConsents, pressMe]) {
    if (await press(known, action)) return true;
  }
  return false;
}

/** Catches what would be said in the visitor's chat; buttons that work nowhere but there are left out. */
function spoken(deps: PageDeps, visit: PageVisit, work: (talk: PageTalk) => Promise<void>): Promise<Spoken> {
  return talkOver(deps, visit, async (talk) => {
    const messages: Message[] = [];
    const put = (message: Message) => void messages.push(message);
    let toast: string | null = null;
    const toPage = {
      say: put,
      show: put,
      toast(text: string) {
        toast ??= text;
      },
      mayNameOthers: true,
    };
    await work(Object.assign(talk, toPage));
    const opensForm = messages.length === 0 && (await talk.forms.runOf(talk)) !== null;
    return { messages: messages.map(onPage), toast, opensForm };
  });
}

function onPage({ buttons = [], ...rest }: Message): Message {
  const rows = buttons.map((row) => row.filter((each) => 'action' in each && isAllowed(each.action)));
  return { ...rest, buttons: rows.filter((row) => row.length > 0) };
}
