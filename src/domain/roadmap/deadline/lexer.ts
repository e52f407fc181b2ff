import { isConnecting, type Sense, senseOf } from './lexicon.ts';
import { normalise, romanNumber, russified } from './normalise.ts';

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
const isoForm = /(\d{4})-(\d{2})-(\d{2})(?!\d)/y;
const fullForm = /(\d{1,2}) ?[./] ?(\d{1,2}) ?[./] ?(\d{4})(?!\d)/y;
const shortYearForm = /(\d{1,2})\.(\d{1,2})\.(\d{2})(?![\d.])/y;
const monthAndYearForm = /(\d{1,2})\.(\d{4})(?!\d)/y;
const dayAndMonthForm = /(\d{1,2})\.(\d{2})(?!\d|\.\d)/y;
const numberForm = new RegExp(
  `(\\d+)(?:-?(?:ого|его|ому|ему|ой|ый|ий|ая|яя|ое|ее|ую|го|му|ом|ем|ти|ми|я|й|е|ю|х|м)(?![${letters}]))?`,
  'y',
);
/** «2022-го года». */
const yearEnding = new RegExp(`-?(?:го|ого|м|ом|й|ый)(?![${letters}])`, 'y');
const abbreviations = new Set(
  'г гг ггг перв втор кв кварт уч учеб пол полуг мес нед дн раб янв фев февр мар апр июн июл авг сен сент окт ноя нояб дек др т д п пр ч'.split(
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
    const token = dateAt(text, at) ?? numberAt(text, at) ?? wordAt(text, at) ?? markAt(text, at);
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
  const [iso, y, m, d] = match(isoForm, text, at);
  if (iso !== undefined) return dated(text, at, iso, { day: Number(d), month: Number(m), year: Number(y) });
  const [full, day, month, year] = match(fullForm, text, at);
  if (full !== undefined)
    return dated(text, at, full, { day: Number(day), month: Number(month), year: Number(year) });
  const [brief, briefDay, briefMonth, last] = match(shortYearForm, text, at);
  if (brief !== undefined) {
    return dated(text, at, brief, {
      day: Number(briefDay),
      month: Number(briefMonth),
      year: 2000 + Number(last),
    });
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
  const meant = sense !== null || isConnecting(russian) || /[а-я]/.test(plain) ? russian : plain;
  const counted = sense?.is === 'count' ? sense.n : null;
  return make('word', text, at, end, { word: meant, sense, number: counted });
}

function markAt(text: string, at: number): Token {
  const dots = /^\.{2,}/.exec(text.slice(at, at + 9))?.[0];
  if (dots !== undefined) return { ...make('mark', text, at, at + dots.length), word: '-' };
  const mark = make('mark', text, at, at + 1);
  return mark.word === '\u00ad' ? { ...mark, word: '-' } : mark;
}

/** The dot of an abbreviation or of a number belongs to it; any other ends a sentence. */
function withDot(token: Token, text: string): Token {
  const abbreviated =
    (token.kind === 'word' && abbreviations.has(token.word)) ||
    token.kind === 'number' ||
    token.kind === 'date' ||
    (token.kind === 'year' && /^\. ?г/.test(text.slice(token.end, token.end + 3)));
  return abbreviated && text[token.end] === '.' ? { ...token, end: token.end + 1 } : token;
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
