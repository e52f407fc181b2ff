import { type Button, limits, type Message, type Outgoing } from './message.ts';

/**
 * What leaves, in pieces that every platform takes: a long text is cut at a paragraph, a line, a sentence or a word, never inside
 * a character; buttons, menu and files go with the last piece. Too many buttons are our own mistake: `RangeError`.
 */
export function fitOutgoing(outgoing: Outgoing): Outgoing[] {
  if (outgoing.kind === 'answer') {
    return [
      outgoing.text === undefined ? outgoing : { ...outgoing, text: cut(outgoing.text, limits.answer) },
    ];
  }
  const [first, ...rest] = fitMessage(outgoing.message);
  if (first === undefined) return [];
  return [{ ...outgoing, message: first }, ...rest.map((message): Outgoing => ({ kind: 'send', message }))];
}

export function fitMessage(message: Message): Message[] {
  if (message.buttons !== undefined && message.menu !== undefined) {
    throw new RangeError('a message carries buttons or a menu, no platform shows both');
  }
  if (message.askContact !== undefined) checkContact(message);
  checkButtons(message.buttons ?? []);
  checkMenu(message.menu === undefined || message.menu === 'hide' ? [] : message.menu);
  if ((message.files ?? []).length > limits.files) throw new RangeError('too many files in a message');
  const { text: whole, buttons = [], ...rest } = message;
  const last = buttons.length === 0 ? rest : { ...rest, buttons };
  const each = {
    ...(message.namesOthers && { namesOthers: message.namesOthers }),
    ...(message.secret && { secret: message.secret }),
  };
  const pieces = splitText(whole, limits.text);
  return pieces.map((text, index) => ({ text, ...(index === pieces.length - 1 ? last : each) }));
}

function checkButtons(rows: readonly (readonly Button[])[]): void {
  if (rows.length > limits.buttonRows) throw new RangeError('too many rows of buttons');
  if (rows.flat().length > limits.buttons) throw new RangeError('too many buttons');
  if (rows.some((row) => row.length > limits.buttonsInRow)) throw new RangeError('too many buttons in a row');
  for (const button of rows.flat()) {
    checkLabel(button.label);
    if ('action' in button && utf8.encode(button.action).length > limits.actionBytes) {
      throw new RangeError('the action of a button is too long');
    }
  }
}

function checkContact({ askContact = '', menu }: Message): void {
  if (menu !== undefined) throw new RangeError('a message asks for a contact or shows a menu');
  checkLabel(askContact);
}

function checkMenu(rows: readonly (readonly string[])[]): void {
  if (rows.length > limits.menuRows) throw new RangeError('too many rows in the menu');
  if (rows.flat().length > limits.menuButtons) throw new RangeError('too many buttons in the menu');
  if (rows.some((row) => row.length > limits.buttonsInRow)) throw new RangeError('too many buttons in a row');
  for (const label of rows.flat()) checkLabel(label);
}

function checkLabel(label: string): void {
  if (label.length === 0 || label.length > limits.label) throw new RangeError('a label is empty or too long');
}

const utf8 = new TextEncoder();

/** Where a long text may be parted, best first; what is parted at is dropped, but for the end of a sentence. */
const seams = [/\n\n+/g, /\n/g, /(?<=[.!?…]) +/g, / +/g];

/** No piece is empty but for an empty text, and none begins or ends inside a character. */
export function splitText(text: string, length: number): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > length) {
    const { end, next } = seamOf(rest, length);
    pieces.push(rest.slice(0, end));
    rest = rest.slice(next);
  }
  // Platforms refuse a blank message.
  const said = [...pieces, rest].filter((piece) => piece.trim() !== '');
  return said.length > 0 ? said : [text.slice(0, length)];
}

/** The last good seam that leaves the piece at least half full, so that a text is not crumbled. */
function seamOf(text: string, length: number): { end: number; next: number } {
  const window = text.slice(0, length + 1);
  for (const seam of seams) {
    const found = [...window.matchAll(seam)].findLast(({ index }) => index >= length / 2 && index <= length);
    if (found !== undefined) return { end: found.index, next: found.index + found[0].length };
  }
  const end = wholeCharacters(text, length);
  return { end, next: end };
}

/** Shortened to `length` with an ellipsis. */
function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, wholeCharacters(text, length - 1))}…`;
}

/** `length`, or one less where it would part a surrogate pair. */
function wholeCharacters(text: string, length: number): number {
  const last = text.charCodeAt(length - 1);
  const next = text.charCodeAt(length);
  const parts = last >= 0xd800 && last <= 0xdbff && next >= 0xdc00 && next <= 0xdfff;
  return parts && length > 1 ? length - 1 : length;
}
