import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitMessage, fitOutgoing, splitText } from './fit.ts';
import { limits } from './message.ts';

const words = fc
  .array(fc.constantFrom('слово', 'Конец. ', ' ', '\n', '\n\n', '👩‍🏫', '🌿🌿🌿', 'оченьдлинноеслово'), {
    maxLength: 400,
  })
  .map((parts) => parts.join(''));
const lonely = /\p{Surrogate}/u;

test('the pieces are within the length, whole, and lose nothing but the spaces they were parted at', () => {
  fc.assert(
    fc.property(words, fc.integer({ min: 12, max: 200 }), (text, length) => {
      const pieces = splitText(text, length);
      for (const piece of pieces) {
        expect(piece.length).toBeLessThanOrEqual(length);
        expect(lonely.test(piece)).toBe(false);
      }
      expect(pieces.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      if (text.length <= length) expect(pieces).toEqual([text]);
    }),
  );
});

test('a long text is parted between paragraphs where it can be', () => {
  const [first, second] = splitText(`${'а'.repeat(60)}\n\n${'б в '.repeat(20)}`, 100);
  expect(first).toBe('а'.repeat(60));
  expect(second).toBe('б в '.repeat(20));
});

test('buttons go with the last piece and an edit goes on as messages', () => {
  const buttons = [[{ label: 'Да', action: 'yes' }]];
  const text = 'слово '.repeat(1000);
  const pieces = fitOutgoing({ kind: 'edit', messageId: '5', message: { text, buttons } });
  expect(pieces.map((piece) => piece.kind)).toEqual(['edit', 'send']);
  expect(pieces.map((piece) => piece.kind !== 'answer' && piece.message.buttons)).toEqual([
    undefined,
    buttons,
  ]);
});

test('a short message stays as it is', () => {
  const message = { text: 'Здравствуйте!', menu: [['Мои задачи']] };
  expect(fitMessage(message)).toEqual([message]);
});

test('the word that answers a button is shortened', () => {
  const [answer] = fitOutgoing({ kind: 'answer', callbackId: '1', text: '🌿'.repeat(300) });
  expect(answer?.kind === 'answer' && answer.text?.length).toBeLessThanOrEqual(limits.answer);
  expect(answer?.kind === 'answer' && lonely.test(answer.text ?? '')).toBe(false);
});

test.each([
  ['seven rows', { buttons: Array.from({ length: 7 }, () => [{ label: 'a', action: 'a' }]) }],
  [
    'eleven buttons',
    { buttons: [3, 4, 4].map((n) => Array.from({ length: n }, () => ({ label: 'a', action: 'a' }))) },
  ],
  ['six in a row', { buttons: [Array.from({ length: 6 }, () => ({ label: 'a', action: 'a' }))] }],
  ['a long label', { buttons: [[{ label: 'а'.repeat(41), action: 'a' }]] }],
  ['an empty label', { buttons: [[{ label: '', action: 'a' }]] }],
  ['65 bytes in Cyrillic', { buttons: [[{ label: 'a', action: 'я'.repeat(33) }]] }],
  ['eleven rows of a menu', { menu: Array.from({ length: 11 }, () => ['a']) }],
  ['eleven files', { files: Array.from({ length: 11 }, (_, index) => String(index)) }],
  ['a contact and a menu at once', { askContact: 'a', menu: [['a']] }],
  ['an empty label of a contact', { askContact: '' }],
  ['buttons and a menu at once', { buttons: [], menu: [['a']] }],
])('%s are refused as our own mistake', (_, parts) => {
  expect(() => fitMessage({ text: 'a', ...parts })).toThrow(RangeError);
});
