import fc from 'fast-check';
import type { Message, Update } from 'grammy/types';
import { expect, test } from 'vitest';
import type { IncomingEvent } from '../../domain/messages/incoming.ts';
import { rawEventOf, readUpdate } from './read-update.ts';

const now = new Date('2022-03-18T08:30:00Z');
const clock = { now: () => now };
const from = { id: 42, is_bot: false, first_name: 'Анна', username: 'anna' };
const chat = { id: 42, type: 'private', first_name: 'Анна' } as const;

type Content = Partial<Omit<Message, 'chat' | 'from'>>;

const said = (content: Content): Update => ({
  update_id: 7,
  message: { message_id: 3, date: 1647592200, chat, from, ...content } as Update['message'] & object,
});
const eventOf = (update: Update): IncomingEvent | undefined => readUpdate(update, clock)?.event;

const file = { file_id: 'F', file_unique_id: 'U' };
const forwarded: Content = { forward_origin: { type: 'hidden_user', sender_user_name: 'X', date: 1 } };

test.each<[string, Content, IncomingEvent]>([
  ['a text', { text: 'Мои задачи' }, { kind: 'text', text: 'Мои задачи' }],
  ['/start', { text: '/start' }, { kind: 'start', payload: '' }],
  ['/start with a code', { text: '/start inv_AbC-1' }, { kind: 'start', payload: 'inv_AbC-1' }],
  ['/startle', { text: '/startle' }, { kind: 'text', text: '/startle' }],
  [
    'a document',
    {
      document: { ...file, file_name: 'Приказ.pdf', mime_type: 'application/pdf', file_size: 9 },
      caption: 'вот',
    },
    {
      kind: 'files',
      files: [{ name: 'Приказ.pdf', mime: 'application/pdf', size: 9, source: { fileId: 'F' } }],
      text: 'вот',
    },
  ],
  [
    'a photo, the largest of its sizes',
    {
      photo: [
        { ...file, file_id: 'small', width: 90, height: 60 },
        { ...file, file_id: 'large', width: 900, height: 600, file_size: 80 },
      ],
    },
    {
      kind: 'files',
      files: [{ name: 'photo.jpg', mime: 'image/jpeg', size: 80, source: { fileId: 'large' } }],
      text: '',
    },
  ],
  [
    'a video',
    { video: { ...file, width: 1, height: 1, duration: 1 } },
    {
      kind: 'files',
      files: [{ name: 'video.mp4', mime: 'video/mp4', size: null, source: { fileId: 'F' } }],
      text: '',
    },
  ],
  [
    'their own contact',
    { contact: { phone_number: '+79001234567', first_name: 'Анна', user_id: 42 } },
    { kind: 'contact', phone: '+79001234567', own: true },
  ],
  [
    'somebody else’s contact',
    { contact: { phone_number: '+79001234567', first_name: 'Яна', user_id: 43 } },
    { kind: 'contact', phone: '+79001234567', own: false },
  ],
  [
    'a contact from the address book',
    { contact: { phone_number: '+79001234567', first_name: 'Яна' } },
    { kind: 'contact', phone: '+79001234567', own: false },
  ],
  ['a voice message', { voice: { ...file, duration: 3 } }, { kind: 'other', what: 'voice' }],
  ['a place', { location: { latitude: 58, longitude: 52 } }, { kind: 'other', what: 'location' }],
  ['a forwarded text', { ...forwarded, text: 'Читайте' }, { kind: 'other', what: 'forwarded' }],
])('reads %s', (_name, content, event) => {
  expect(readUpdate(said(content), clock)).toEqual({
    platform: 'telegram',
    eventId: '7',
    accountId: '42',
    chatId: '42',
    at: new Date(1647592200_000),
    event,
  });
});

test('a forwarded document is handed in as well as an own one', () => {
  expect(eventOf(said({ ...forwarded, document: file }))).toMatchObject({ kind: 'files' });
});

test('a press knows its message, and takes the time of reading', () => {
  const message = { message_id: 12, date: 1, chat, text: 'Сдать приказ' };
  const update: Update = {
    update_id: 8,
    callback_query: { id: 'cb', from, chat_instance: '1', data: 'task:1:done', message },
  };
  expect(readUpdate(update, clock)).toMatchObject({
    eventId: '8',
    chatId: '42',
    at: now,
    event: { kind: 'press', action: 'task:1:done', callbackId: 'cb', messageId: '12' },
  });
});

test('changed words are told, a moving place is not', () => {
  const edited = (content: Content): Update => ({
    update_id: 7,
    edited_message: said(content).message as never,
  });
  expect(eventOf(edited({ text: 'иначе' }))).toEqual({ kind: 'other', what: 'edited' });
  expect(eventOf(edited({ location: { latitude: 1, longitude: 2 } }))).toBeUndefined();
});

test.each([
  ['kicked', { kind: 'deny' }],
  ['member', { kind: 'allow' }],
] as const)('my_chat_member %s is %o', (status, event) => {
  const user = { ...from, id: 1, is_bot: true };
  const member = status === 'kicked' ? { status, user, until_date: 0 } : { status, user };
  const old_chat_member = { status: 'member', user } as const;
  const update: Update = {
    update_id: 9,
    my_chat_member: { chat, from, date: 1647592200, old_chat_member, new_chat_member: member },
  };
  expect(eventOf(update)).toEqual(event);
});

test('groups, other bots and service messages are nothing for us', () => {
  const group = { id: -100, type: 'group', title: 'ШМО' } as const;
  expect(
    eventOf({ update_id: 1, message: { ...said({ text: 'Всем!' }).message, chat: group } as never }),
  ).toBeUndefined();
  expect(eventOf(said({ text: 'Я бот', from: { ...from, is_bot: true } } as Content))).toBeUndefined();
  expect(eventOf(said({ pinned_message: { message_id: 1, date: 0, chat } }))).toBeUndefined();
});

test('what is stored holds no name, keeps the order of a chat and reads the same', () => {
  const update = said({ text: '/start код' });
  const raw = rawEventOf(update, clock);
  expect(raw).toMatchObject({ platform: 'telegram', eventId: '7', chatKey: 'telegram:42' });
  expect(JSON.stringify(raw)).not.toMatch(/Анна|anna/);
  expect(readUpdate(raw?.payload, clock)).toEqual(readUpdate(update, clock));
});

test('never throws, whatever comes', () => {
  const key = fc.constantFrom(
    'update_id',
    'message',
    'callback_query',
    'from',
    'chat',
    'text',
    'photo',
    'data',
    'id',
  );
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(fc.jsonValue(), fc.dictionary(key, tie('tree')), fc.array(tie('tree'))),
  }));
  fc.assert(fc.property(tree, (junk) => void readUpdate(junk, clock)));
  expect(readUpdate(undefined, clock)).toBeNull();
});
