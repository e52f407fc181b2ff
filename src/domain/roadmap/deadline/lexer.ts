import { isFunctionWord, type Sense, senseOf } from './lexicon.ts';
import { normalise, orLatin, romanNumber, russified } from './normalise.ts';

export type WrittenDate = { day: number | null; month: number; year: number | null };

/**
 * `start` and `end` are places in the cell. `tight`: nothing stands between this token and the one before.
 * `number` is what digits, Roman digits or a counting word say.
 */
export type Token = {
  start: number;
  end: number;
  kind: 'word' | 'number' | 'year' | 'date' | 'mark';
  word: string;
  sense: Sense | null;
  number: number | null;
  date: WrittenDate | null;
  tight: boolean;
};

const letters = 'a-zа-яіїєґ\u0301\u00ad\u200c\u200d\u2060';
/** A stress mark, a soft hyphen, joiners: parts of a word that nobody reads. */
const unseen = /\u0301|\u00ad|\u200c|\u200d|\u2060/g;
const wordForm = new RegExp(`[${letters}]+`, 'y');
/** «2022-03-25», «25.03.2022» also with spaces, «25,03,2022», «25.03.22». */
const wholeForms = [
  /(?<year>\d{4})([-.])(?<month>\d{2})\2(?<day>\d{2})(?!\d)/y,
  /(?<day>\d{1,2}) ?[./] ?(?<month>\d{1,2}) ?[./] ?(?<year>\d{4})(?!\d)/y,
  /(?<day>\d{2})([-,])(?<month>\d{2})\2(?<year>\d{4})(?!\d)/y,
  /(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{2})(?!\d|\.\d)/y,
];
const monthAndYearForm = /(\d{1,2})\.(\d{4})(?!\d)/y;
const dayAndMonthForm = /(\d{1,2})\.(\d{2})(?!\d|\.\d)/y;
const endings = orLatin('ого|его|ому|ему|ой|ый|ий|ая|яя|ое|ее|ую|го|му|ом|ем|ти|ми|я|й|е|ю|х|м');
const numberForm = new RegExp(`(\\d+)(?:(?: ?- ?)?(?:${endings})(?![${letters}]))?`, 'y');
/** «2022-го года». */
const yearEnding = new RegExp(`-?(?:${orLatin('го|ого|м|ом|й|ый')})(?![${letters}])`, 'y');
/** «15» of «15» сентября, as orders write it. */
const quotedForm = /[«"“„](\d{1,2})[»"”](?= ?[а-я])/y;
/** «№ 70», «№ 22/1», the class «5а»: names, not numbers of anything. */
const labelForm = new RegExp(`№ ?\\d[\\d/]*|\\d{1,2}[абв](?![${letters}\\d])`, 'y');
const abbreviations = new Set(
  'г гг ггг см им зам ул перв втор кв кварт уч учеб пол полуг мес нед дн раб янв фев февр мар апр июн июл авг сен сент окт ноя нояб дек др т д п пр ч'.split(
    ' ',
  ),
);

/** Never fails: what is no word, number or date is a mark. */
export function tokensOf(cell: string): Token[] {
  const text = normalise(cell);
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    if (text[at] === ' ') {
      at += 1;
      continue;
    }
    const token =
      dateAt(text, at) ?? labelAt(text, at) ?? numberAt(text, at) ?? wordAt(text, at) ?? markAt(text, at);
    token.tight = tokens.at(-1)?.end === at;
    tokens.push(withDot(token, text));
    at = tokens.at(-1)?.end ?? at + 1;
  }
  return joinBroken(tokens).map(likeRoman);
}

function make(
  kind: Token['kind'],
  text: string,
  start: number,
  end: number,
  more: Partial<Token> = {},
): Token {
  const word = text.slice(start, end);
  return { start, end, kind, word, sense: null, number: null, date: null, tight: false, ...more };
}

function dateAt(text: string, at: number): Token | null {
  if (!isDigit(text[at])) return null;
  for (const form of wholeForms) {
    form.lastIndex = at;
    const found = form.exec(text);
    if (found === null) continue;
    const { day, month, year } = found.groups ?? {};
    const century = year?.length === 2 ? 2000 : 0;
    const date = { day: Number(day), month: Number(month), year: century + Number(year) };
    return dated(text, at, found[0], date);
  }
  const [noDay, ofYear, theYear] = match(monthAndYearForm, text, at);
  if (noDay !== undefined && isMonth(ofYear) && isYear(theYear)) {
    return dated(text, at, noDay, { day: null, month: Number(ofYear), year: Number(theYear) });
  }
  const [noYear, theDay, ofMonth] = match(dayAndMonthForm, text, at);
  if (noYear === undefined || !isMonth(ofMonth)) return null;
  return dated(text, at, noYear, { day: Number(theDay), month: Number(ofMonth), year: null });
}

function dated(text: string, at: number, found: string, date: WrittenDate): Token {
  return make('date', text, at, at + found.length, { date });
}

function numberAt(text: string, at: number): Token | null {
  const [quoted, day] = match(quotedForm, text, at);
  if (quoted !== undefined)
    return make('number', text, at, at + quoted.length, { word: day ?? '', number: Number(day) });
  const [found, digits = ''] = match(numberForm, text, at);
  if (found === undefined) return null;
  if (isYear(digits)) {
    const [ending = ''] = match(yearEnding, text, at + 4);
    return { ...make('year', text, at, at + 4, { number: Number(digits) }), end: at + 4 + ending.length };
  }
  const mixed = /^1+[vу](?![a-zа-я])/.exec(text.slice(at, at + 4))?.[0];
  if (mixed !== undefined) return make('number', text, at, at + mixed.length, { number: romanNumber(mixed) });
  const end = at + found.length;
  if (digits.length > 3) return make('number', text, at, at + digits.length);
  return make('number', text, at, end, { number: Number(digits) });
}

function labelAt(text: string, at: number): Token | null {
  const [label] = match(labelForm, text, at);
  return label === undefined ? null : make('word', text, at, at + label.length);
}

function wordAt(text: string, at: number): Token | null {
  const [found] = match(wordForm, text, at);
  if (found === undefined) return null;
  const whole = worded(text, at, found);
  const hyphen = found.indexOf('\u00ad');
  if (hyphen < 1 || whole.sense !== null || whole.number !== null) return whole;
  return worded(text, at, found.slice(0, hyphen));
}

function worded(text: string, at: number, found: string): Token {
  const plain = found.replace(unseen, '');
  const end = at + found.length;
  const number = romanNumber(plain);
  if (number !== null) return make('number', text, at, end, { word: plain, number });
  const russian = russified(plain);
  const sense = senseOf(russian);
  const meant = sense !== null || isFunctionWord(russian) || /[а-я]/.test(plain) ? russian : plain;
  const counted = sense?.is === 'count' ? sense.n : null;
  return make('word', text, at, end, { word: meant, sense, number: counted });
}

function markAt(text: string, at: number): Token {
  const dots = /^\.{2,}/.exec(text.slice(at, at + 9))?.[0];
  if (dots !== undefined) return { ...make('mark', text, at, at + dots.length), word: '-' };
  const mark = make('mark', text, at, at + 1);
  return mark.word === '\u00ad' ? { ...mark, word: '-' } : mark;
}

/** The dot of an abbreviation, of a number or before one («май.2023») belongs to it; any other ends a sentence. */
function withDot(token: Token, text: string): Token {
  if (text[token.end] !== '.') return token;
  if (isInitial(token)) return { ...token, word: `${token.word}.`, end: token.end + 1 };
  const abbreviated =
    (token.kind === 'word' && (abbreviations.has(token.word) || isDigit(text[token.end + 1]))) ||
    token.kind === 'number' ||
    token.kind === 'date' ||
    (token.kind === 'year' && /^\. ?г/.test(text.slice(token.end, token.end + 3)));
  return abbreviated ? { ...token, end: token.end + 1 } : token;
}

/** «И.» of a name is no «и». */
function isInitial({ kind, word }: Token): boolean {
  return kind === 'word' && word.length === 1 && !abbreviations.has(word);
}

/** «сен- тябрь» broken at the end of a line, «кв-л» shortened by a hyphen. */
function joinBroken(tokens: readonly Token[]): Token[] {
  const kept: Token[] = [];
  for (const token of tokens) {
    const hyphen = kept.at(-1);
    const head = kept.at(-2);
    const broken = hyphen?.word === '-' && head?.kind === 'word' && token.kind === 'word';
    const whole = broken ? wholeOf(head, token) : null;
    if (head === undefined || whole === null) kept.push(token);
    else kept.splice(-2, 2, { ...head, end: token.end, ...whole });
  }
  return kept;
}

function wholeOf(head: Token, tail: Token): Pick<Token, 'word' | 'sense'> | null {
  const shortened = `${head.word}-${tail.word}`;
  if (/^(?:кв-ла?|м-ца?)$/.test(shortened)) return { word: shortened, sense: senseOf(shortened) };
  const word = head.word + tail.word;
  const sense = head.sense === null && tail.sense === null ? senseOf(word) : null;
  return sense?.is === 'month' ? { word, sense } : null;
}

/** What typists make of II and III: «П полугодие», «Ш квартал». */
function likeRoman(token: Token, at: number, tokens: readonly Token[]): Token {
  if (token.word !== 'п' && token.word !== 'ш') return token;
  const noun = tokens.slice(at + 1, at + 4).find(({ sense }) => sense?.is === 'unit')?.sense;
  const fits = noun?.is === 'unit' && ['quarter', 'half-year', 'term'].includes(noun.unit);
  return fits ? { ...token, kind: 'number', number: token.word === 'п' ? 2 : 3 } : token;
}

function match(form: RegExp, text: string, at: number): (string | undefined)[] {
  form.lastIndex = at;
  return form.exec(text) ?? [];
}

function isDigit(letter: string | undefined): boolean {
  return letter !== undefined && letter >= '0' && letter <= '9';
}

function isMonth(digits: string | undefined): boolean {
  return Number(digits) >= 1 && Number(digits) <= 12;
}

function isYear(digits: string | undefined): boolean {
  return digits?.length === 4 && Number(digits) >= 1900 && Number(digits) < 2200;
}
