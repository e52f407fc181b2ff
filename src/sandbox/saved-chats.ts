import type { Attachment, Chat, ChatMessage, Press } from './chats.ts';
import type { Files, StoredFile } from './files.ts';
import type { SavedAttachment, SavedChat, SavedFile, SavedMessage } from './saved.ts';

/** The last messages of a chat that the next run still shows. */
const keptMessages = 500;
/** So many presses of a chat may still wait for their answers: the bot gets to know of them after the start. */
const keptPresses = 100;

export function savedFile({ bytes: _, ...file }: StoredFile): SavedFile {
  return file;
}

export function savedChat(chat: Chat, elapsedMs: number): SavedChat {
  const { id, accountId, standing, seenId, menu } = chat;
  const open = [...chat.presses.values()].filter((press) => !press.answer).slice(-keptPresses);
  return {
    id,
    accountId,
    standing,
    seenId,
    ...(menu && { menu }),
    messages: chat.messages.slice(-keptMessages).map(savedMessage),
    presses: open.map(({ pressedAt, answer: _, ...press }) => ({ ...press, ageMs: elapsedMs - pressedAt })),
  };
}

function savedMessage(message: ChatMessage): SavedMessage {
  return { ...message, attachments: message.attachments.map(savedAttachment) };
}

function savedAttachment(attachment: Attachment): SavedAttachment {
  return 'file' in attachment ? { ...attachment, file: savedFile(attachment.file) } : attachment;
}

/** What a chat gets back of its saved form; everything else the next run gives anew. */
export function restoredChat(saved: SavedChat, files: Files, elapsedMs: number) {
  const { standing, seenId, menu } = saved;
  const messages = saved.messages.map((message): ChatMessage => {
    return { ...message, attachments: message.attachments.map((one) => attachmentOf(one, files)) };
  });
  const presses = saved.presses.map(({ ageMs, ...press }): [string, Press] => {
    return [press.id, { ...press, pressedAt: elapsedMs - ageMs }];
  });
  return { standing, seenId, ...(menu && { menu }), messages, presses: new Map(presses) };
}

/** A file that was too much to keep is still named, and empty. */
function attachmentOf(saved: SavedAttachment, files: Files): Attachment {
  if (!('file' in saved)) return saved;
  const found = files.get(saved.file.number, saved.file.key);
  return { ...saved, file: found ?? { ...saved.file, bytes: new Uint8Array() } };
}
