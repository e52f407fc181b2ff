import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashtagsIn, plainHashtag, withoutHashtags } from './hashtags.ts';

test.each([
  ['Мой урок #МойНаставник', ['мойнаставник']],
  ['#мойнаставник2022', ['мойнаставник2022']],
  ['#мой_наставник!', ['мой_наставник']],
  ['#учёба и #Учеба', ['учеба']],
  ['#мойнаставник@club1, #глазов@nastavnik.glazov', ['мойнаставник', 'глазов']],
  ['#мы#вместе', ['мы', 'вместе']],
  ['Начало.#конец', ['конец']],
  ['(#в_скобках)', ['в_скобках']],
  ['почта#это не тег', []],
  ['№ #5 и #5класс', ['5класс']],
  ['# отдельно', []],
  ['#и\u0306од', ['йод']],
  ['', []],
])('in «%s» finds %j', (text, found) => {
  expect(hashtagsIn(text)).toEqual(found);
});

const tag = fc.stringMatching(/^[А-Яа-яЁё][А-Яа-яЁё0-9_]{0,20}$/);
const word = fc.stringMatching(/^[а-яё]{1,12}$/);

test('a hashtag is found wherever it stands, in any letters, and nothing that only begins like it', () => {
  fc.assert(
    fc.property(tag, word, word, fc.constantFrom(' ', '\n', ', ', ' (', '. '), (name, before, after, gap) => {
      const found = hashtagsIn(`${before}${gap}#${name.toUpperCase()} ${after}`);
      expect(found).toEqual([plainHashtag(name)]);
      expect(hashtagsIn(`${before} #${name}${after}`)).toEqual([plainHashtag(name + after)]);
    }),
  );
});

test('what counts as length are the words without the hashtags', () => {
  expect(withoutHashtags('Мой наставник\n\n#мойнаставник  #опыт@club1 учит меня')).toBe(
    'Мой наставник учит меня',
  );
});
