import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { IncomingEvent } from '../../domain/messages/incoming.ts';
import { clientOf, rawEventOf, readEvent } from './read-event.ts';

const now = new Date('2022-03-18T08:30:00Z');
const reading = { groupId: 200, clock: { now: () => now } };

const event = (type: string, object: object) => ({ type, object, group_id: 200, event_id: 'e1', v: '5.199' });
const said = (message: object, client_info: object = { button_actions: ['text', 'callback'] }) =>
  event('message_new', {
    message: {
      id: 1,
      date: 1647592200,
      from_id: 42,
      peer_id: 42,
      out: 0,
      text: '',
      attachments: [],
      ...message,
    },
    client_info,
  });

const doc = { id: 1, owner_id: 42, title: 'Приказ.pdf', size: 9, ext: 'pdf', date: 1, type: 1 };
const url = 'https://vk.com/doc42_1?hash=h';
const size = (width: number) => ({
  type: 'x',
  width,
  height: width,
  url: `https://sun9-1.userapi.com/${width}`,
});

test.each<[string, object, IncomingEvent]>([
  ['a text', { text: 'Мои задачи' }, { kind: 'text', text: 'Мои задачи' }],
  [
    'escaped signs',
    { text: '&lt;a&gt; &amp;amp; &quot;б&quot;<br>в' },
    { kind: 'text', text: '<a> &amp; "б"\nв' },
  ],
  [
    'a deep link',
    { text: 'Начать', ref: 'inv-1', payload: '{"command":"start"}' },
    { kind: 'start', payload: 'inv-1' },
  ],
  ['the start button', { text: 'Start', payload: '{"command":"start"}' }, { kind: 'start', payload: '' }],
  ['«Начать» typed by hand', { text: 'начать' }, { kind: 'start', payload: '' }],
  [
    'a text button',
    { text: 'Готово', payload: '{"action":"task:1:done"}' },
    { kind: 'press', action: 'task:1:done', callbackId: '', messageId: '' },
  ],
  ['a foreign payload', { text: 'Готово', payload: '{"x":' }, { kind: 'text', text: 'Готово' }],
  [
    'a document',
    { text: 'вот', attachments: [{ type: 'doc', doc: { ...doc, url } }] },
    {
      kind: 'files',
      files: [{ name: 'Приказ.pdf', mime: 'application/octet-stream', size: 9, source: { url } }],
      text: 'вот',
    },
  ],
  [
    'a document whose title has no ending',
    { attachments: [{ type: 'doc', doc: { ...doc, title: 'Приказ', url } }] },
    {
      kind: 'files',
      files: [{ name: 'Приказ.pdf', mime: 'application/octet-stream', size: 9, source: { url } }],
      text: '',
    },
  ],
  [
    'a photo, the largest of its sizes',
    {
      attachments: [
        { type: 'photo', photo: { id: 7, owner_id: 42, sizes: [size(75), size(900), size(130)] } },
      ],
    },
    {
      kind: 'files',
      files: [
        {
          name: 'photo-7.jpg',
          mime: 'image/jpeg',
          size: null,
          source: { url: 'https://sun9-1.userapi.com/900' },
        },
      ],
      text: '',
    },
  ],
  [
    'a link with the preview VK hangs on it',
    {
      text: 'https://vk.com/wall-1_2',
      attachments: [{ type: 'link', link: { url: 'https://vk.com/wall-1_2' } }],
    },
    { kind: 'text', text: 'https://vk.com/wall-1_2', post: 'https://vk.com/wall-1_2' },
  ],
  ['a sticker', { attachments: [{ type: 'sticker', sticker: {} }] }, { kind: 'other', what: 'sticker' }],
  ['a voice message', { attachments: [{ type: 'audio_message' }] }, { kind: 'other', what: 'audio_message' }],
  ['a place', { geo: { type: 'point' } }, { kind: 'other', what: 'location' }],
  [
    'an attached post',
    { attachments: [{ type: 'wall', wall: { id: 2, to_id: -1, from_id: -1, text: 'Чужие слова' } }] },
    { kind: 'text', text: 'https://vk.com/wall-1_2', post: 'https://vk.com/wall-1_2' },
  ],
  [
    'a post with words',
    { text: 'Вот она', attachments: [{ type: 'wall', wall: { id: 2, owner_id: 42 } }] },
    { kind: 'text', text: 'Вот она', post: 'https://vk.com/wall42_2' },
  ],
  [
    'a post shared as a link',
    { attachments: [{ type: 'link', link: { url: 'https://vk.com/wall42_2?from=app', title: '' } }] },
    { kind: 'text', text: 'https://vk.com/wall42_2', post: 'https://vk.com/wall42_2' },
  ],
  [
    'a forwarded message with a post',
    { fwd_messages: [{ text: '', attachments: [{ type: 'wall', wall: { id: 2, to_id: -1 } }] }] },
    { kind: 'text', text: 'https://vk.com/wall-1_2', post: 'https://vk.com/wall-1_2' },
  ],
  [
    'a post in a message that was forwarded twice',
    { fwd_messages: [{ text: '', fwd_messages: [{ text: 'Читайте: vk.com/wall-1_2' }] }] },
    { kind: 'text', text: 'https://vk.com/wall-1_2', post: 'https://vk.com/wall-1_2' },
  ],
  [
    'a comment on a post',
    { attachments: [{ type: 'wall_reply', wall_reply: { id: 3, owner_id: -1, post_id: 2 } }] },
    { kind: 'other', what: 'wall_reply' },
  ],
  [
    'a link to elsewhere with words',
    { text: 'Да', attachments: [{ type: 'link', link: { url: 'https://example.org/' } }] },
    { kind: 'text', text: 'Да' },
  ],
  [
    'an attachment of a strange form',
    {
      text: 'Да',
      attachments: [
        { type: 'link', link: 5 },
        { type: 'wall', wall: {} },
      ],
    },
    { kind: 'text', text: 'Да' },
  ],
  ['forwarded messages', { fwd_messages: [{ text: 'чужое' }] }, { kind: 'other', what: 'forwarded' }],
])('reads %s', (_name, message, incoming) => {
  expect(readEvent(said(message), reading)).toEqual({
    platform: 'vk',
    eventId: 'e1',
    accountId: '42',
    chatId: '42',
    at: new Date(1647592200_000),
    event: incoming,
  });
});

test.each([
  ['an object', { action: 'task:1:done' }],
  ['a string', '{"action":"task:1:done"}'],
])('reads a callback press whose payload is %s', (_name, payload) => {
  const object = { user_id: 42, peer_id: 42, event_id: 'press', payload, conversation_message_id: 12 };
  expect(readEvent(event('message_event', object), reading)).toMatchObject({
    at: now,
    event: { kind: 'press', action: 'task:1:done', callbackId: 'press', messageId: '12' },
  });
});

test('reads permission and refusal', () => {
  const kindOf = (type: string) => readEvent(event(type, { user_id: 42, key: '' }), reading)?.event.kind;
  expect([kindOf('message_allow'), kindOf('message_deny')]).toEqual(['allow', 'deny']);
});

test('chats of several people, communities, other types and another community’s events are nothing for us', () => {
  expect(readEvent(said({ peer_id: 2_000_000_001, text: 'Всем' }), reading)).toBeNull();
  expect(readEvent(said({ from_id: -200, peer_id: -200, text: 'Мы' }), reading)).toBeNull();
  expect(readEvent(event('wall_post_new', { id: 1 }), reading)).toBeNull();
  expect(readEvent({ ...said({ text: 'Да' }), group_id: 201 }, reading)).toBeNull();
});

test('what is stored keeps the order of a chat, drops the secret and reads the same', () => {
  const full = {
    ...said({
      text: 'Да',
      payload: '{"action":"a"}',
      geo: { x: 1 },
      fwd_messages: [{}, { text: 'Его слова: vk.com/wall-1_2' }],
    }),
    secret: 's3',
  };
  const raw = rawEventOf(full, reading);
  expect(raw).toMatchObject({ platform: 'vk', eventId: 'e1', chatKey: 'vk:42' });
  expect(JSON.stringify(raw)).not.toContain('s3');
  expect(readEvent(raw?.payload, reading)).toEqual(readEvent(full, reading));
  expect(clientOf(raw?.payload)).toEqual(clientOf(full));
});

test('knows which clients take callback buttons', () => {
  expect(clientOf(said({}))).toEqual({ accountId: '42', takesCallbacks: true });
  expect(clientOf(said({}, { button_actions: ['text', 'open_link'] }))).toMatchObject({
    takesCallbacks: false,
  });
  expect(clientOf(said({}, {}))).toBeNull();
});

test('never throws, whatever comes', () => {
  const key = fc.constantFrom(
    'type',
    'object',
    'message',
    'group_id',
    'event_id',
    'payload',
    'attachments',
    'text',
  );
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      fc.jsonValue(),
      fc.constantFrom('message_new', 'message_event', 200),
      fc.dictionary(key, tie('tree')),
      fc.array(tie('tree')),
    ),
  }));
  fc.assert(fc.property(tree, (junk) => void [readEvent(junk, reading), clientOf(junk)]));
});
