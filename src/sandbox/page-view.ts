import type { Attachment, Chat, ChatMessage } from './chats.ts';
import type { StoredFile } from './files.ts';

/** A chat in the page's list. */
export function chatView(chat: Chat) {
  const last = chat.messages.findLast((one) => !one.deleted);
  return {
    id: chat.id,
    platform: chat.platform,
    person: chat.personName,
    standing: chat.standing,
    lastAt: last?.at ?? 0,
    fresh: chat.messages.filter((one) => one.from === 'bot' && one.id > chat.seenId && !one.deleted).length,
    menu: chat.menu ?? null,
  };
}

export function messageView(message: ChatMessage) {
  return { ...message, attachments: message.attachments.map(attachmentView) };
}

function attachmentView(attachment: Attachment) {
  return 'file' in attachment ? { kind: attachment.kind, ...fileView(attachment.file) } : attachment;
}

function fileView(file: StoredFile) {
  const { name, mime, width, height } = file;
  return {
    name,
    mime,
    size: file.bytes.length,
    width,
    height,
    url: `/page-api/files/${file.number}/${file.key}`,
  };
}
