import { oneSlipApart } from './normalise.ts';

export type Every = 'year' | 'half-year' | 'quarter' | 'month' | 'week';
export type Unit = Every | 'day' | 'hour' | 'term' | 'trimester' | 'decade' | 'half' | 'date';

/** What a word means to the grammar, whatever its case and number. */
export type Sense =
  | { is: 'month' | 'weekday' | 'often'; n: number }
  | { is: 'season'; n: number; adjective: boolean }
  | { is: 'count'; n: number; ordinal: boolean }
  | { is: 'unit'; unit: Unit; plural: boolean }
  | { is: 'part'; part: 'start' | 'middle' | 'end' }
  | { is: 'every'; every: Every }
  | {
      is: 'each' | 'school' | 'calendar' | 'holidays' | 'times' | 'last' | 'ongoing' | 'current' | 'further';
    };

const monthForms: readonly (readonly string[])[] = [
  ['январь', 'января', 'январе', 'январю', 'январем', 'янв'],
  ['февраль', 'февраля', 'феврале', 'февралю', 'февралем', 'фев', 'февр'],
  ['март', 'марта', 'марте', 'марту', 'мартом', 'мар'],
  ['апрель', 'апреля', 'апреле', 'апрелю', 'апрелем', 'апр'],
  ['май', 'мая', 'мае', 'маю', 'маем'],
  ['июнь', 'июня', 'июне', 'июню', 'июнем', 'июн'],
  ['июль', 'июля', 'июле', 'июлю', 'июлем', 'июл'],
  ['август', 'августа', 'августе', 'августу', 'августом', 'авг'],
  ['сентябрь', 'сентября', 'сентябре', 'сентябрю', 'сентябрем', 'сен', 'сент', 'сентяб'],
  ['октябрь', 'октября', 'октябре', 'октябрю', 'октябрем', 'окт', 'октяб'],
  ['ноябрь', 'ноября', 'ноябре', 'ноябрю', 'ноябрем', 'ноя', 'нояб'],
  ['декабрь', 'декабря', 'декабре', 'декабрю', 'декабрем', 'дек', 'декаб'],
];

const months = new Map<string, Sense>(
  monthForms.flatMap((forms, at) => forms.map((form) => [form, { is: 'month', n: at + 1 }] as const)),
);
const longMonthForms = monthForms.flatMap((forms, at) =>
  forms.filter((form) => form.length >= 6).map((form) => ({ form, n: at + 1 })),
);

const unit = (unit: Unit, plural = false): Sense => ({ is: 'unit', unit, plural });
const count = (n: number, ordinal: boolean): Sense => ({ is: 'count', n, ordinal });
const season = (n: number, adjective: boolean): Sense => ({ is: 'season', n, adjective });
const weekday = (n: number): Sense => ({ is: 'weekday', n });
const every = (every: Every): Sense => ({ is: 'every', every });
const adjective = '(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ого|его|ому|ему|ом|ем|ую|юю|ым|им|ых|их|ыми|ими|ей)';

/** Whole words; the months stand above. Ordered only for the reader: no word matches two lines. */
const senses: readonly (readonly [pattern: string, sense: Sense])[] = [
  ['понедельник(?:|а|у|ом|е|и|ам|ов)|пн', weekday(1)],
  ['вторник(?:|а|у|ом|е|и|ам|ов)|вт', weekday(2)],
  ['сред(?:а|ы|у|е|ой|ам)|ср', weekday(3)],
  ['четверг(?:|а|у|ом|е|и|ам|ов)|чт', weekday(4)],
  ['пятниц(?:а|ы|у|е|ей|ам)?|пт', weekday(5)],
  ['суббот(?:а|ы|у|е|ой|ам)?|сб', weekday(6)],
  ['воскресень(?:е|я|ю|ем|ям)', weekday(7)],
  ['зим(?:а|ы|е|у|ой)', season(1, false)],
  ['весн(?:а|ы|е|у|ой)', season(2, false)],
  ['лет(?:о|а|у|ом)', season(3, false)],
  ['осен(?:ь|и|ью)', season(4, false)],
  [`зимн(?:е|${adjective})`, season(1, true)],
  [`весенн(?:е|${adjective})`, season(2, true)],
  [`летн(?:е|${adjective})`, season(3, true)],
  [`осенн(?:е|${adjective})`, season(4, true)],
  [`перв(?:|${adjective})`, count(1, true)],
  [`втор(?:|${adjective})`, count(2, true)],
  ['трет(?:ий|ья|ье|ьего|ьей|ьем|ьему|ью|ьи|ьих)', count(3, true)],
  [`четверт${adjective}`, count(4, true)],
  [`пят${adjective}`, count(5, true)],
  ['один|одна|одного|одной|одну|одно', count(1, false)],
  ['два|две|двух|двум', count(2, false)],
  ['три|трех|трем', count(3, false)],
  ['четыре|четырех', count(4, false)],
  ['пять|пяти', count(5, false)],
  ['шесть|шести', count(6, false)],
  ['семь|семи', count(7, false)],
  ['восемь|восьми', count(8, false)],
  ['девять|девяти', count(9, false)],
  ['десять|десяти', count(10, false)],
  ['дважды', { is: 'often', n: 2 }],
  ['трижды', { is: 'often', n: 3 }],
  ['день|дня|дню|днем|дн', unit('day')],
  ['дней|дни|дням|днях|сутки|суток', unit('day', true)],
  ['час|часа|часов|часах', unit('hour', true)],
  ['недел(?:я|и|ю|е|ей)|нед', unit('week')],
  ['недел(?:ь|ям|ях)', unit('week', true)],
  ['месяц(?:|а|у|ем|е)|мес|м-ца?', unit('month')],
  ['месяц(?:ы|ев|ам|ах)', unit('month', true)],
  ['квартал(?:|а|у|ом|е)|кв|кварт|кв-ла?', unit('quarter')],
  ['квартал(?:ы|ов|ам|ах)', unit('quarter', true)],
  ['полугоди(?:е|я|ю|ем|и)|полугод|полуг|пол|пг', unit('half-year')],
  ['полугоди(?:й|ям|ях)|полгода', unit('half-year', true)],
  ['четверт(?:ь|и|ью)', unit('term')],
  ['четверт(?:ей|ям|ях)', unit('term', true)],
  ['триместр(?:|а|у|ом|е|ы|ов|ам)', unit('trimester')],
  ['год|года|году|годом|годе|г', unit('year')],
  ['годы|годов|годам|годах|гг|ггг|лет', unit('year', true)],
  ['декад(?:а|ы|у|е|ой|ам)?', unit('decade')],
  ['половин(?:а|ы|у|е|ой)', unit('half')],
  ['числ(?:о|а|у|ом|е|ах|ам)?|чис', unit('date')],
  ['начал(?:о|а|у|ом|е)|нач', { is: 'part', part: 'start' }],
  ['середин(?:а|ы|у|е|ой)|сер', { is: 'part', part: 'middle' }],
  ['кон(?:ец|ца|цу|цом|це|цы)|окончани(?:е|я|ю|и)|завершени(?:е|я|ю)', { is: 'part', part: 'end' }],
  [`ежегодн(?:о|${adjective})|погодно`, every('year')],
  [`ежеквартальн(?:о|${adjective})|поквартально`, every('quarter')],
  [`ежемесячн(?:о|${adjective})|помесячно`, every('month')],
  [`еженедельн(?:о|${adjective})|понедельно`, every('week')],
  ['кажд(?:ый|ая|ое|ого|ой|ую|ом|ому|ые|ых|ым)', { is: 'each' }],
  [`учебн${adjective}|уч|учеб`, { is: 'school' }],
  [`календарн${adjective}`, { is: 'calendar' }],
  [`текущ${adjective}|следующ${adjective}|нов${adjective}|отчетн${adjective}`, { is: 'current' }],
  ['каникул(?:ы|ах|ам)?', { is: 'holidays' }],
  ['раз|раза|разу', { is: 'times' }],
  [`последн${adjective}`, { is: 'last' }],
  [`дал(?:ее|ьше)|затем|впоследствии|последующ${adjective}`, { is: 'further' }],
  [
    `(?:постоян|регуляр|систематичес?|непрерыв|бессроч|круглогодич)[нк](?:о|и|${adjective})|перманентно` +
      `|систематически|ежедневн(?:о|${adjective})`,
    { is: 'ongoing' },
  ],
];

const sensesByStart = new Map<string, [RegExp, Sense][]>();
for (const [pattern, sense] of senses) {
  for (const alternative of alternativesOf(pattern)) {
    const start = /^\(\?:/.test(alternative) ? '' : alternative.slice(0, 2).replace(/[([].*/, '');
    const known = sensesByStart.get(start) ?? [];
    known.push([new RegExp(`^(?:${alternative})$`), sense]);
    sensesByStart.set(start, known);
  }
}

/** The alternatives at the top of a pattern, not those within its brackets. */
function alternativesOf(pattern: string): string[] {
  const found = [''];
  let depth = 0;
  for (const letter of pattern) {
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (letter === '|' && depth === 0) found.push('');
    else found.push(`${found.pop() ?? ''}${letter}`);
  }
  return found;
}

/** `null` where the grammar does not know the word. */
export function senseOf(word: string): Sense | null {
  const month = months.get(word);
  if (month !== undefined) return month;
  for (const start of [word.slice(0, 2), word.slice(0, 1), '']) {
    for (const [pattern, sense] of sensesByStart.get(start) ?? []) if (pattern.test(word)) return sense;
  }
  return monthWithSlip(word);
}

/** «сентябоь» is September; a word one slip away from two months is none of them. */
function monthWithSlip(word: string): Sense | null {
  if (word.length < 5 || word.length > 10) return null;
  const near = new Set(longMonthForms.filter(({ form }) => oneSlipApart(word, form)).map(({ n }) => n));
  const [n] = near;
  return near.size === 1 && n !== undefined ? { is: 'month', n } : null;
}

/** Words that only join others: nothing is lost where they stand alone. */
const connecting = new Set(
  (
    'в во на с со по и а или либо также за чем год года году годы г гг течение течении ' +
    'период периода период срок сроки сроком срока исполнения выполнения реализации проведения дата даты число числа ' +
    'включительно ориентировочно примерно около месяц месяца месяце далее затем начиная том числе т ч весь всего всей ' +
    'все этого каждый каждая каждое каждого каждой каждом каждую каждые но'
  ).split(' '),
);

/** Words that turn the meaning of what follows: where they stand alone, something is lost. */
const turning = new Set(['не', 'до', 'к', 'ко', 'от', 'позднее', 'позже']);

export function isConnecting(word: string): boolean {
  return connecting.has(word);
}

export function isFunctionWord(word: string): boolean {
  return connecting.has(word) || turning.has(word);
}
