import { expect } from 'vitest';
import type { Desk } from '../../src/bot/desk.ts';
import { openTalk, type Talk } from '../../src/bot/dialogues/talk.ts';
import { createFormEngine } from '../../src/bot/forms/engine.ts';
import type { FormHooks } from '../../src/bot/forms/form-engine.ts';
import type { Database } from '../../src/database/sql.ts';
import type { ConsentBook } from '../../src/domain/consents/consent-book.ts';
import type { Choice } from '../../src/domain/forms/form.ts';
import { fitOutgoing } from '../../src/domain/messages/fit.ts';
import type { Incoming, IncomingEvent } from '../../src/domain/messages/incoming.ts';
import type { Button, Message, Outgoing } from '../../src/domain/messages/message.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import type { FormWords } from '../../src/texts/forms/form-words.ts';
import { deskOf } from './conversation.ts';

export type FormPhone = {
  shown: { id: string; text: string; buttons: Button[][]; files: string[]; contact: boolean }[];
  menu: string[][] | 'hide' | null;
  words: string[];
};

/** Texts of consents and who gave them, without a database; `version` is the one in force. */
export function consentsOfPaper() {
  const given: Parameters<ConsentBook['give']>[0][] = [];
  const state = { version: 1, operatorKnown: true, given };
  const book = {
    async current(programmeId: string, kind: string, giver: string) {
      if (!state.operatorKnown) throw new Refusal('operator-unknown');
      const { version } = state;
      return {
        id: String(version),
        programmeId,
        kind,
        giver,
        version,
        title: `Согласие № ${version}`,
        summary: 'Раз.\nДва.\nТри.',
        body: 'Текст',
        hash: `h${version}`,
      };
    },
    async give(one: (typeof given)[number]) {
      given.push(one);
      return { id: String(given.length) };
    },
  };
  return { state, book: book as unknown as ConsentBook };
}

type Deps = {
  hooks: readonly FormHooks[];
  words: Readonly<Record<string, FormWords>>;
  consents: ConsentBook;
  competencies: Choice[];
  now?: () => Date;
  pageUrl?: string | null;
  mayNameOthers?: (platform: string) => boolean;
};

/** Phones that talk to the form engine alone: presses and words go to it, and whatever it leaves is a word of ours. */
export function formChats(database: Database, deps: Deps) {
  let events = 0;
  const phones = new Map<string, FormPhone>();
  const settings = {
    hooks: deps.hooks,
    pageUrl: deps.pageUrl ?? null,
    mayNameOthers: deps.mayNameOthers ?? (() => true),
  };

  function phoneOf(platform: string, accountId: string): FormPhone {
    const key = `${platform}:${accountId}`;
    const phone = phones.get(key) ?? { shown: [], menu: null, words: [] };
    phones.set(key, phone);
    return phone;
  }

  async function talkOver(incoming: Incoming, work: (talk: Talk) => Promise<unknown>): Promise<void> {
    await database.transaction(async (sql) => {
      const writes: (() => Promise<void>)[] = [];
      const desk: Desk = {
        ...deskOf(sql, (write) => writes.push(write)),
        consents: deps.consents,
        competencies: {
          list: async () => deps.competencies,
          labels: async (ids) => new Map(ids.map((id) => [id, `Архив ${id}`])),
        },
      };
      // A new engine for each event: nothing may be kept but rows.
      const forms = createFormEngine(settings.hooks, (form) => deps.words[form]!);
      const { pageUrl, mayNameOthers } = settings;
      const talk = await openTalk(desk, incoming, incoming.at, { forms, pageUrl, mayNameOthers });
      await work(talk);
      await talk.close();
      for (const write of writes) await write();
    });
    await deliver();
  }

  async function deliver(): Promise<void> {
    const rows = await database.query<{
      id: string;
      platform: string;
      accountId: string;
      outgoing: Outgoing;
    }>(
      `update delivery set state = 'sent', message_id = 'm' || id, settled_at = now()
       where state = 'planned' returning id, platform, account_id as "accountId", outgoing`,
    );
    for (const { id, platform, accountId, outgoing } of rows.toSorted(
      (a, b) => Number(a.id) - Number(b.id),
    )) {
      const phone = phoneOf(platform, accountId);
      expect(fitOutgoing(outgoing), 'within the limits').toEqual([outgoing]);
      if (outgoing.kind === 'answer') phone.words.push(outgoing.text ?? '');
      else show(phone, outgoing, `m${id}`);
    }
  }

  function show(phone: FormPhone, outgoing: Exclude<Outgoing, { kind: 'answer' }>, id: string): void {
    const { message } = outgoing;
    expect(message.text.trim()).not.toBe('');
    const old =
      outgoing.kind === 'edit' ? phone.shown.find((each) => each.id === outgoing.messageId) : undefined;
    if (old) Object.assign(old, look(message));
    else if (outgoing.kind === 'send') phone.shown.push({ id, ...look(message) });
    if (message.menu !== undefined) phone.menu = message.menu;
  }

  return {
    settings,
    chat(platform: string, accountId: string) {
      const phone = phoneOf(platform, accountId);
      const with_ = async (event: IncomingEvent, work: (talk: Talk) => Promise<unknown>) => {
        const before = phone.shown.length;
        const at = deps.now?.() ?? new Date('2022-03-18T10:00:00+04:00');
        await talkOver({ platform, eventId: `f${++events}`, accountId, chatId: accountId, at, event }, work);
        return phone.shown.slice(before).map(({ text }) => text);
      };
      const does = (event: IncomingEvent) =>
        with_(event, async (talk) => {
          const isTaken =
            event.kind === 'press'
              ? await talk.forms.press(talk, event.action)
              : await talk.forms.hear(talk, event);
          if (!isTaken) talk.say({ text: 'Это не про анкету' });
        });
      const press = (action: string, messageId = phone.shown.at(-1)?.id ?? 'm0') =>
        does({ kind: 'press', action, callbackId: `c${++events}`, messageId });
      const holding = (label: string) =>
        phone.shown.findLast(({ buttons }) => buttons.flat().some((each) => each.label.includes(label)));
      return {
        phone,
        does,
        press,
        with: (work: (talk: Talk) => Promise<unknown>, event: IncomingEvent = { kind: 'text', text: '' }) =>
          with_(event, work),
        says: (text: string) => does({ kind: 'text', text }),
        async presses(label: string) {
          const message = holding(label);
          const button = message?.buttons.flat().find((each) => each.label.includes(label));
          if (!message || !button || !('action' in button)) throw new Error(`no button «${label}»`);
          return press(button.action, message.id);
        },
        last: () => phone.shown.at(-1)?.text ?? '',
        labels: () => (phone.shown.at(-1)?.buttons ?? []).flat().map(({ label }) => label),
      };
    },
  };
}

export type FormChat = ReturnType<ReturnType<typeof formChats>['chat']>;

function look(message: Message) {
  const { text, buttons = [], files = [], askContact } = message;
  return { text, buttons, files, contact: askContact !== undefined };
}
