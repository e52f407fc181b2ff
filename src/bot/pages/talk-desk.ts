import type { Message } from '../../domain/messages/message.ts';
import type { PageVisit } from '../../domain/pages/page-link.ts';
import type { Spoken, TalkDesk, TalkTopic } from '../../domain/pages/talk-desk.ts';
import { Refusal } from '../../domain/refusal.ts';
import { words } from '../../texts/talk.ts';
import { pressApplications, showApplications } from '../dialogues/applications.ts';
import { pressConsents, showConsents } from '../dialogues/consents.ts';
import { hearDecline } from '../dialogues/decline.ts';
import { pressMe } from '../dialogues/me.ts';
import { pressPrivacy, showPrivacy } from '../dialogues/privacy.ts';
import { pressPrivacyOfStranger, showPrivacyForStranger } from '../dialogues/privacy-requests.ts';
import type { KnownTalk } from '../dialogues/talk.ts';
import { readOrdered } from './page-files.ts';
import { knownOn, type PageDeps, type PageTalk, talkOver } from './page-talk.ts';

/** What anybody may press about themselves. */
const own = [
  /^privacy:(show|file|erase|erase-yes|keep|forget|forget-yes)$/,
  /^consent:(list|later)$/,
  /^consent:(of|open|copy|withdraw|really):\d+$/,
  /^consent:(ask:[a-z-]+|give:\d+|yes:\d+):\d+$/,
  /^me:edit$/,
];
/** What shows others: only where the link was asked for as staff. */
const staff = [/^apply:[a-z]+:\d+$/, /^privacy:(requests|(request|erase-now):\d+)$/];

const topics: Record<TalkTopic, (talk: KnownTalk) => Promise<void>> = {
  privacy: showPrivacy,
  consents: showConsents,
  applications: showApplications,
};

/** Dialogues of the chat with their words shown on the page. */
export function createTalkDesk(deps: PageDeps): TalkDesk {
  return {
    show: (visit, topic) =>
      spoken(deps, visit, async (talk) => {
        if (topic === 'applications' && visit.purpose !== 'staff') throw new Refusal('not-found');
        if (talk.visitor.person !== null) return topics[topic](knownOn(talk));
        showPrivacyForStranger(talk);
      }),
    press: (visit, action) =>
      spoken(deps, visit, async (talk) => {
        if (!isAllowed(visit, action) || !(await pressed(talk, action))) talk.toast(words.oldButton);
      }),
    say: (visit, text) =>
      spoken(deps, visit, async (talk) => {
        const isHeard =
          visit.purpose === 'staff' && (await hearDecline(knownOn(talk), { kind: 'text', text }));
        if (!isHeard) talk.toast(words.oldButton);
      }),
    async file(visit, fileId) {
      const { person } = visit;
      if (person === null || !/^[1-9]\d{0,17}$/.test(fileId)) return null;
      const mayRead = await deps.inTransaction(({ uploads }) => uploads.mayRead(person.id, fileId));
      return readOrdered(deps, mayRead ? fileId : null);
    },
  };
}

function isAllowed({ purpose }: PageVisit, action: string): boolean {
  return [...own, ...(purpose === 'staff' ? staff : [])].some((pattern) => pattern.test(action));
}

async function pressed(talk: PageTalk, action: string): Promise<boolean> {
  if (talk.visitor.person === null) return pressPrivacyOfStranger(talk, action);
  const known = knownOn(talk);
  for (const press of [pressPrivacy, pressConsents, pressApplications, pressMe]) {
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
    const awaitsWords = visit.purpose === 'staff' && talk.state()?.name === 'decline';
    return { messages: messages.map((each) => onPage(visit, each)), toast, awaitsWords, opensForm };
  });
}

function onPage(visit: PageVisit, { buttons = [], ...rest }: Message): Message {
  const rows = buttons.map((row) => row.filter((each) => 'action' in each && isAllowed(visit, each.action)));
  return { ...rest, buttons: rows.filter((row) => row.length > 0) };
}
