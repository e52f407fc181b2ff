import type { ChatMessage, Keyboard } from '../../src/sandbox/chats.ts';
import type { StoredFile } from '../../src/sandbox/files.ts';
import type { Phone } from '../../src/sandbox/phone.ts';

export type Platform = 'telegram' | 'vk';
export type ChatPerson = ReturnType<typeof person>;

/** What is asked, and what is done then: words are typed, what begins with «>» is the label of a button. */
export type Turn = readonly [asked: string | RegExp, does: string | ((phone: Phone) => unknown)];

/** Somebody with a phone in the hand: waits for what the bot says, answers as people do. */
export function person(phone: Phone) {
  const fits = (text: string, wanted: string | RegExp) =>
    typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text);
  const newest = (messages: readonly ChatMessage[]) =>
    messages.findLast((message) => message.from === 'bot' && !message.deleted && message.text !== '');

  /** Until the last that the bot said, new or edited, is this. */
  function sees(wanted: string | RegExp): Promise<ChatMessage> {
    return phone.until(
      (messages) => {
        const last = newest(messages);
        return last && fits(last.text, wanted) ? last : undefined;
      },
      `«${String(wanted)}»`,
    );
  }

  /** Until the bot has said this at any time, later messages or not. */
  function told(wanted: string | RegExp): Promise<ChatMessage> {
    return phone.until(
      (messages) => messages.findLast((message) => message.from === 'bot' && fits(message.text, wanted)),
      `«${String(wanted)}»`,
    );
  }

  /** Presses the newest button whose label begins so, or the one of this message. */
  async function presses(label: string, among?: ChatMessage): Promise<void> {
    const begins = new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
    const isOn = (rows: Keyboard | undefined) => rows?.rows.flat().some((each) => begins.test(each.label));
    const found = await phone.until((messages) => {
      const here = among === undefined ? messages : [among];
      const message = here.findLast((one) => !one.deleted && isOn(one.keyboard));
      return message ?? (isOn(phone.chat.menu) ? 'menu' : undefined);
    }, `the button «${label}»`);
    const pressed = phone.press(
      found === 'menu' ? { label: begins, menu: true } : { label: begins, message: found },
    );
    if (pressed.isCallback) await pressed.answer();
  }

  return {
    phone,
    sees,
    told,
    presses,
    /** Everything that the bot has said and still stands. */
    all: () =>
      phone
        .fromBot()
        .map(({ text }) => text)
        .join('\n---\n'),
    says: (text: string) => void phone.sendText(text),
    async goes(turns: readonly Turn[]): Promise<void> {
      for (const [asked, does] of turns) {
        await sees(asked);
        if (typeof does !== 'string') await does(phone);
        else if (does.startsWith('>')) await presses(does.slice(1));
        else phone.sendText(does);
      }
    },
    /** The newest files of these names, once all of them have come. */
    files: (...names: string[]): Promise<StoredFile[]> =>
      phone.until(
        (messages) => {
          const all = messages
            .filter(({ from }) => from === 'bot')
            .flatMap(({ attachments }) => attachments)
            .flatMap((each) => ('file' in each ? [each.file] : []));
          const wanted = names.map((name) => all.findLast((file) => file.name === name));
          return wanted.every((file) => file !== undefined) ? wanted : undefined;
        },
        `the files ${names.join(', ')}`,
      ),
  };
}
