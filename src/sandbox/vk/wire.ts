import type { Attachment, Chat, ChatMessage } from '../chats.ts';
import { extensionOf, type StoredFile } from '../files.ts';
import { unixTime, type World } from '../world.ts';

/** Photos and documents have numbers of their own in VK; ours start here. */
const firstFileId = 456_000_000;

export function fileIdOf(file: StoredFile): number {
  return firstFileId + file.number;
}

export function fileNumberOf(id: number): number {
  return id - firstFileId;
}

export function fileUrl(world: World, file: StoredFile): string {
  return `${world.url()}/vk/files/${file.number}/${file.key}/${encodeURIComponent(file.name)}`;
}

export function wireDoc(world: World, file: StoredFile, ownerId: number): Record<string, unknown> {
  return {
    id: fileIdOf(file),
    owner_id: ownerId,
    title: file.name,
    size: file.bytes.length,
    ext: extensionOf(file.name),
    date: unixTime(world.now()),
    type: docType(extensionOf(file.name)),
    url: fileUrl(world, file),
    access_key: file.key,
  };
}

const docTypes: Record<string, number> = {
  txt: 1,
  doc: 1,
  docx: 1,
  pdf: 1,
  xlsx: 1,
  zip: 2,
  rar: 2,
  gif: 3,
  jpg: 4,
  png: 4,
  mp3: 5,
  mp4: 6,
  epub: 7,
};

function docType(extension: string): number {
  return docTypes[extension] ?? 8;
}

export function wirePhoto(world: World, file: StoredFile, ownerId: number): Record<string, unknown> {
  const size = { width: file.width ?? 1, height: file.height ?? 1 };
  const url = fileUrl(world, file);
  return {
    album_id: -3,
    date: unixTime(world.now()),
    id: fileIdOf(file),
    owner_id: ownerId,
    access_key: file.key,
    sizes: ['s', 'x', 'w'].map((type) => ({ ...size, type, url })),
    text: '',
    has_tags: false,
  };
}

export function wireVoice(world: World, file: StoredFile, ownerId: number): Record<string, unknown> {
  const url = fileUrl(world, file);
  return {
    id: fileIdOf(file),
    owner_id: ownerId,
    duration: 1,
    waveform: [1, 5, 9, 5, 1],
    link_mp3: url,
    link_ogg: url,
    access_key: file.key,
  };
}

function wireAttachment(world: World, ownerId: number, attachment: Attachment): Record<string, unknown>[] {
  switch (attachment.kind) {
    case 'document':
      return [{ type: 'doc', doc: wireDoc(world, attachment.file, ownerId) }];
    case 'photo':
      return [{ type: 'photo', photo: wirePhoto(world, attachment.file, ownerId) }];
    case 'voice':
      return [{ type: 'audio_message', audio_message: wireVoice(world, attachment.file, ownerId) }];
    case 'sticker':
      return [
        {
          type: 'sticker',
          sticker: {
            inner_type: 'base_sticker_new',
            product_id: 1,
            sticker_id: 13,
            images: [],
            is_allowed: true,
          },
        },
      ];
    case 'contact':
    case 'location':
    case 'post':
      return [];
  }
}

export type MessageExtras = {
  payload?: string;
  ref?: string;
  ref_source?: string;
  /** Instead of those that the message itself holds. */
  attachments?: Record<string, unknown>[];
  fwd_messages?: Record<string, unknown>[];
};

/** A person's message as `message_new` carries it. `id` counts over all chats, `message.id` inside this one. */
export function wireMessage(
  world: World,
  chat: Chat,
  message: ChatMessage,
  id: number,
  extras: MessageExtras = {},
): Record<string, unknown> {
  const place = message.attachments.find((one) => one.kind === 'location');
  return {
    id,
    date: unixTime(message.at),
    from_id: chat.accountId,
    peer_id: chat.accountId,
    out: 0,
    version: 10_000_000 + id,
    conversation_message_id: message.id,
    text: message.text,
    attachments: message.attachments.flatMap((one) => wireAttachment(world, chat.accountId, one)),
    fwd_messages: [],
    important: false,
    is_hidden: false,
    random_id: 0,
    ...(message.edited && { update_time: unixTime(world.now()) }),
    ...(place && {
      geo: { type: 'point', coordinates: { latitude: place.latitude, longitude: place.longitude } },
    }),
    ...extras,
  };
}

export function wireUser(chat: Chat, isClosed = false): Record<string, unknown> {
  const [first = '', ...rest] = chat.personName.split(' ');
  return {
    id: chat.accountId,
    first_name: first,
    last_name: rest.join(' '),
    can_access_closed: !isClosed,
    is_closed: isClosed,
    ...(chat.standing === 'gone' && { deactivated: 'deleted' }),
  };
}
