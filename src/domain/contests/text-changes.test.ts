import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textChanges } from './text-changes.ts';

test('tells what was taken out and what was put in', () => {
  expect(textChanges('Мой наставник учит меня', 'Мой старший наставник учит нас')).toEqual([
    { kind: 'same', text: 'Мой ' },
    { kind: 'new', text: 'старший ' },
    { kind: 'same', text: 'наставник учит ' },
    { kind: 'gone', text: 'меня' },
    { kind: 'new', text: 'нас' },
  ]);
  expect(textChanges('', '')).toEqual([]);
});

test('both texts can be read out of the changes', () => {
  const text = fc.array(fc.constantFrom('а', 'б', ' ', '\n', 'в,')).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pieces = textChanges(before, after);
      const without = (kind: 'gone' | 'new') =>
        pieces
          .filter((piece) => piece.kind !== kind)
          .map((piece) => piece.text)
          .join('');
      expect(without('new')).toBe(before);
      expect(without('gone')).toBe(after);
    }),
  );
});
