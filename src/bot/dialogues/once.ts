import type { Talk } from './talk.ts';

/**
 * Whether this button of this message is pressed for the first time: a second press before the message has changed counts
 * for nothing. `renew` makes the buttons of a message good again when it shows them anew.
 */
export async function isFirstPress(talk: Talk): Promise<boolean> {
  const { event } = talk.incoming;
  const key = pressKey(talk);
  if (event.kind !== 'press' || key === null) return true;
  const pressed = await talk.desk.dialogues.read(key);
  if (pressed?.step === event.action) return false;
  await talk.desk.dialogues.write(key, { name: 'pressed', step: event.action, data: {} });
  return true;
}

export async function renew(talk: Talk): Promise<void> {
  const key = pressKey(talk);
  if (key !== null) await talk.desk.dialogues.write(key, null);
}

/** `null` where the platform did not say which message it was. */
function pressKey({ incoming: { platform, chatId, event } }: Talk): string | null {
  if (event.kind !== 'press' || event.messageId === '') return null;
  return `pressed:${platform}:${chatId}:${event.messageId}`;
}
