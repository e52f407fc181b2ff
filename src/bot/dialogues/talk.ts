import type { Day } from '../../domain/calendar/day.ts';
import { toDay } from '../../domain/calendar/day.ts';
import type { Incoming } from '../../domain/messages/incoming.ts';
import type { Message } from '../../domain/messages/message.ts';
import type { Platform } from '../../domain/people/channel.ts';
import type { Visitor } from '../../domain/people/people-book.ts';
import type { Person } from '../../domain/people/person.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Desk, DialogueState } from '../desk.ts';
import type { FormEngine } from '../forms/form-engine.ts';
import { noteRun, runKey } from '../forms/run-storage.ts';
import { type Addressee, createPost } from './post.ts';

/** One incoming event being answered. What is said is gathered and leaves together by `close`. */
export type Talk = {
  desk: Desk;
  incoming: Incoming;
  /** Who writes; another one after `become`. */
  visitor: Visitor;
  at: Date;
  forms: FormEngine;
  /** In the zone of the person's programme. */
  today: Day;
  isCoordinator: boolean;
  /**
   * Whether this chat's platform may carry the names of others, and personal questions at all: where it may not, they
   * are asked on our own page.
   */
  mayNameOthers: boolean;
  /** Where our own page is; `null` where the operator has published none. */
  pageUrl: string | null;
  /** `person:7`, or `account:vk:5` for somebody nobody knows: whose dialogue and form this is. */
  owner(): string;
  /** The account is somebody's since a moment ago: reads who it is, and takes the open dialogue along. */
  become(): Promise<KnownTalk>;
  /** Where the person stood when the event came, or was put since by `turn`. */
  state(): DialogueState | null;
  turn(state: DialogueState | null): void;
  /** A new message in this chat. */
  say(message: Message): void;
  /** Takes the place of the message whose button was pressed; a new message for anything but a press. */
  show(message: Message): void;
  /** The short word that answers a pressed button. */
  toast(text: string): void;
  /** Writes to another person, if any channel of theirs is open; at night in the morning. */
  tell(personId: string, message: (mayNameOthers: boolean) => Message): Promise<boolean>;
  /** Writes to an account, known or not. */
  write(account: Addressee, message: Message): void;
  close(): Promise<void>;
};

/** A talk with somebody known. */
export type KnownTalk = Talk & { person: Person };

export type TalkSettings = {
  mayNameOthers(platform: Platform): boolean;
  forms: FormEngine;
  pageUrl: string | null;
};

export async function openTalk(
  desk: Desk,
  incoming: Incoming,
  at: Date,
  settings: TalkSettings,
): Promise<Talk> {
  const { platform, event } = incoming;
  const post = createPost(desk, at, settings.mayNameOthers);
  const visitor = await writerOf(desk, incoming, at);
  let key = ownerOf(visitor);
  // This stands before every single answer, and nearly each one asks for both.
  const [open = null, form = null] = await desk.dialogues.readAll([key, runKey(key)]);
  noteRun(incoming, key, form);
  let before = open;
  let state = before;
  let word: string | undefined;
  const here = () => talk.visitor.account;

  const talk: Talk = {
    desk,
    incoming,
    ...whoIs(visitor, at),
    at,
    forms: settings.forms,
    mayNameOthers: settings.mayNameOthers(platform),
    pageUrl: settings.pageUrl,
    owner: () => key,
    async become() {
      const now = await writerOf(desk, incoming, at);
      const { person } = now;
      if (person === null) throw new Error('the account is still nobody’s');
      if (before !== null) await desk.dialogues.write(key, null);
      key = ownerOf(now);
      before = null;
      return Object.assign(talk, whoIs(now, at), { person });
    },
    state: () => state,
    turn(next) {
      state = next;
    },
    say: (message) => post.put(here(), { kind: 'send', message }),
    show(message) {
      const messageId = event.kind === 'press' ? event.messageId : '';
      post.put(here(), messageId === '' ? { kind: 'send', message } : { kind: 'edit', messageId, message });
    },
    toast(text) {
      word ??= text;
    },
    tell: post.tell,
    write: (account, message) => post.put(account, { kind: 'send', message }),
    async close() {
      if (state !== before) await desk.dialogues.write(key, state);
      if (event.kind !== 'press') return post.leave();
      // Each press is answered, once and first, or the button would seem to hang.
      const { callbackId } = event;
      if (callbackId === '' && post.isEmpty() && word !== undefined) talk.say({ text: word });
      if (callbackId === '') return post.leave();
      const answer = { kind: 'answer', callbackId, ...(word === undefined ? {} : { text: word }) } as const;
      return post.leave({ addressee: here(), outgoing: answer });
    },
  };
  return talk;
}

/** Whoever is on our page has not been seen in the chat: a channel that they closed stays closed. */
async function writerOf(
  { people }: Desk,
  { platform, accountId, chatId, event }: Incoming,
  at: Date,
): Promise<Visitor> {
  if (event.kind !== 'page') return people.visitor(platform, accountId, chatId, at);
  const visitor = await people.holder(platform, accountId);
  if (visitor === null) throw new Refusal('visit-over');
  return visitor;
}

function whoIs(visitor: Visitor, at: Date): Pick<Talk, 'visitor' | 'today' | 'isCoordinator'> {
  return {
    visitor,
    today: toDay(at, visitor.programme?.timeZone ?? 'UTC'),
    isCoordinator: visitor.appointments.some(({ role }) => role === 'coordinator'),
  };
}

function ownerOf({ account, person }: Visitor): string {
  return person === null ? `account:${account.platform}:${account.accountId}` : `person:${person.id}`;
}
