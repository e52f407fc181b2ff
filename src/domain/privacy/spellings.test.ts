import { expect, test } from 'vitest';
import { erasedMark, spellingsOf } from './spellings.ts';

const natalya = { surname: 'Бабинцева', name: 'Наталья', patronymic: 'Юрьевна', phone: '+79124567890' };
const redactorOf = (others: Parameters<typeof spellingsOf>[1] = []) => {
  const spellings = spellingsOf(natalya, others);
  if (spellings === null) throw new Error('has a name');
  return spellings;
};

test.each([
  'Бабинцева Наталья Юрьевна',
  'бабинцевой натальи юрьевны',
  'НАТАЛЬЯ ЮРЬЕВНА БАБИНЦЕВА',
  'Бабинцевой Н. Ю.',
  'Н.Ю. Бабинцевой',
  'Бабинцева Н.',
  'Наталье Юрьевне',
  'Бабинцевой',
  'БАБИНЦЕВА',
  '8 (912) 456-78-90',
  '+79124567890',
])('«%s» is the person', (text) => {
  const { redact, hint } = redactorOf();
  expect(redact(`Передал: ${text}, спасибо`)).toBe(`Передал: ${erasedMark}, спасибо`);
  expect(text).toMatch(new RegExp(hint, 'u'));
});

test.each(['Бабинцеваль', 'наталья', 'Юрьевна', 'бабин', '9124567', '1791245678905'])(
  '«%s» is not',
  (text) => {
    expect(redactorOf().redact(text)).toBe(text);
  },
);

test('what names somebody else just as well is left', () => {
  const { redact } = redactorOf([{ surname: 'Бабинцев', name: 'Пётр', patronymic: 'Ильич' }]);
  expect(redact('Бабинцеву и Бабинцев П. И.')).toBe('Бабинцеву и Бабинцев П. И.');
  expect(redact('Бабинцева Н. Ю. и Бабинцев П. И.')).toBe(`${erasedMark} и Бабинцев П. И.`);
});

test('initials of somebody else are not hers', () => {
  const { redact } = redactorOf([{ surname: 'Бабинцева', name: 'Нина', patronymic: 'Павловна' }]);
  expect(redact('Бабинцева Н. П., Бабинцева Н.Ю.')).toBe(`Бабинцева Н. П., ${erasedMark}`);
});

test('a namesake keeps every spelling but the phone', () => {
  const { redact } = redactorOf([{ surname: 'Бабинцева', name: 'Наталья', patronymic: 'Юрьевна' }]);
  expect(redact('Бабинцева Наталья Юрьевна, 89124567890')).toBe(`Бабинцева Наталья Юрьевна, ${erasedMark}`);
});

test('short names are matched whole, signs are no pattern', () => {
  const li = spellingsOf({ surname: 'Ли', name: 'Ян', patronymic: '', phone: null }, []);
  expect(li?.redact('Ли и Лист, Ли Ян, Липа')).toBe(`${erasedMark} и Лист, ${erasedMark}, Липа`);
  const odd = spellingsOf({ surname: 'О’Нил-(мл.)', name: 'Шон', patronymic: '', phone: null }, []);
  expect(odd?.redact('О’Нил-(мл.) Шон пришёл')).toBe(`${erasedMark} пришёл`);
});

test('nobody without a name is searched for', () => {
  expect(spellingsOf({ surname: '', name: '', patronymic: '', phone: null }, [])).toBeNull();
});
