import { leadAt } from './dated.ts';
import type { Item, Trigger } from './item.ts';
import type { Token } from './lexer.ts';
import { unitOf } from './skip.ts';

/** The words that begin a clause, joined by one space; of several rows the upper one wins. */
type Row = { words: RegExp; trigger: Trigger };

const happens: Trigger = { is: 'trigger', kind: 'conditional', plan: false, absorbs: false };
const afterEvent: Trigger = { ...happens, absorbs: true };
const planned: Trigger = { ...happens, plan: true };
const goesOn: Trigger = { is: 'trigger', kind: 'ongoing', plan: false, absorbs: false };

const during =
  '(?:в (?:течени[еи]|период|ходе|сроки?|процессе)|на (?:протяжении|период|срок|время)|за период|период|сроки?)';
const whole = '(?:вс[ея]го|всей|весь|все|полного)';
const stretch = '(?:периода?|срок[аи]?|времени)';
const life = '(?:реализаци|действи|существован|функционирован|наставнич|программ|проект|модел|дорожн)';
const adjectives = '(?:[а-я]+(?:ому|ему|ым|им|ыми|ими|ой|ого|его|ых|их) ){0,3}';
const plans = '(?:план|график|расписани|циклограмм|календар|программ|положени|дорожн)';

/** Before any date is tried. */
const first: readonly Row[] = [
  row('по (?:окончани|завершени|истечени|итог|результат|прошестви)[а-я]*', afterEvent),
  row('(?:после|спустя|накануне|перед)(?![а-я])', afterEvent),
  row('(?:с|со|от) (?:момента|дня|даты|времени)', afterEvent),
  row('(?:в|на|к) (?:моменту|момент|дату)', afterEvent),
  row('не (?:ранее|раньше)(?: чем)?', afterEvent),
  row('по мере(?![а-я])', happens),
  row('(?:в )?[0-9]+(?:-?[а-я]+)? (?:- )?(?:ти |х )?(?:- )?дневн[а-я]+ срок', afterEvent),
  row('за (?:день|неделю|месяц|сутки)(?: до)?', afterEvent),
  row('через (?:день|неделю|месяц|год|полгода)', afterEvent),
  row(`${during} (?:${whole} )?(?:${stretch} )?(?:реализации |действия )?${adjectives}${life}`, goesOn),
  row(`(?:${during} |за )?${whole} (?:период|срок|врем)`, goesOn),
  row('(?:в течени[еи]|на протяжении) (?:периода|срока|времени)', goesOn),
  row('(?:по|до) (?:настоящ[а-я]+ врем|окончания срока)', goesOn),
];

/** After dates and repetitions were tried. */
const last: readonly Row[] = [
  row(`(?:по|в соответствии со?|согласно|в рамках) ${adjectives}${plans}`, planned),
  row('(?:отдельн|утвержденн|индивидуальн)[а-я]+ (?:план|график)', planned),
  row('(?:план|график)', planned),
  row('на (?:постоянной|регулярной|систематической|непрерывной|бессрочной) основе', goesOn),
  row('(?:в )?(?:постоянном|непрерывном) режиме', goesOn),
  row('(?:в течени[еи]|на протяжении)', happens),
  row('не (?:позднее|позже|более)', happens),
  row('в сроки? [а-я,]', happens),
  row('сроки? (?:определ|устан|указан|соглас)', happens),
  row('в (?:соответстви|случа|зависимост|порядке|рамках|день|дни|период|ходе|процессе|связи)', happens),
  row('в (?:[а-я]+(?:ые|ое|ом|ый|ий|ем) ){1,2}(?:срок|порядк|период|врем|случа|дни)', happens),
  row(
    '(?:по|при|согласно|исходя|если|когда|одновременно|параллельно|во время|на основании|с учетом)(?= [а-я«"])',
    happens,
  ),
  row('(?:до|к|ко|под|за|через|на этапе|на старте|на период)(?= [а-я«"])', happens),
  row('(?:ситуативно|эпизодически|внепланово|своевременно|незамедлительно|немедленно|срочно)', happens),
  row('(?:индивидуально|оперативно|периодически|необходимост|согласовани|каникул)', happens),
];

function row(words: string, trigger: Trigger): Row {
  return { words: new RegExp(`^${words}`), trigger };
}

/** How many tokens are looked at: the longest row has fewer. */
const reach = 8;

export function eventAt(tokens: readonly Token[], at: number): Item | null {
  return relativeAt(tokens, at) ?? rowAt(first, tokens, at);
}

export function conditionAt(tokens: readonly Token[], at: number): Item | null {
  const token = tokens[at];
  if (token?.sense?.is === 'ongoing') return { ...goesOn, start: at, end: at + 1 };
  return rowAt(last, tokens, at);
}

function rowAt(rows: readonly Row[], tokens: readonly Token[], at: number): Item | null {
  if (tokens[at]?.kind !== 'word') return null;
  const words = tokens.slice(at, at + reach).map(({ word }) => word);
  const text = words.join(' ');
  for (const { words: form, trigger } of rows) {
    const found = form.exec(text)?.[0];
    if (found === undefined) continue;
    return { ...trigger, start: at, end: at + Math.max(1, found.trimEnd().split(' ').length) };
  }
  return null;
}

const limits = /^(?:за|через|чем|не|более|позднее|позже|в|,|срок|спустя|первых|одного)$/;

/** «в течение 10 рабочих дней после …», «не позднее чем за 3 дня до …», «3 месяца». */
function relativeAt(tokens: readonly Token[], at: number): Item | null {
  const lead = leadAt(tokens, at);
  let next = lead.next;
  while (limits.test(tokens[next]?.word ?? '')) next += 1;
  const end =
    lengthEnd(tokens, next) ?? (/^в течени[еи]$/.test(lead.word) && isSpan(tokens[next]) ? next + 1 : null);
  const clock =
    (lead.word === 'в' || tokens[at - 1]?.word === 'в') && unitOf(tokens[(end ?? 0) - 1]) === 'hour';
  if (end === null || clock || tokens[end]?.sense?.is === 'month' || unitOf(tokens[end]) === 'month')
    return null;
  const joint = /^(?:до|после|с|со|от)$/.test(tokens[end]?.word ?? '') ? end + 1 : end;
  const past = /^(?:момента|дня|даты)$/.test(tokens[joint]?.word ?? '') ? joint + 1 : joint;
  return { ...afterEvent, start: at, end: past };
}

/** Past «10 рабочих дней», «двух недель», «2-3 месяцев»; not «2-й недели», which is a date. */
function lengthEnd(tokens: readonly Token[], at: number): number | null {
  const count = tokens[at];
  const ordinal = count?.sense?.is === 'count' && count.sense.ordinal && !/[ыи]х$/.test(count.word);
  if (count === undefined || count.kind === 'year' || count.number === null || ordinal) return null;
  const ranged = tokens[at + 1]?.word === '-' && (tokens[at + 2]?.number ?? null) !== null;
  const after = at + (ranged ? 3 : 1);
  const noun = /^(?:рабочи|календарн|учебн|банковск)/.test(tokens[after]?.word ?? '') ? after + 1 : after;
  return isSpan(tokens[noun]) || tokens[noun]?.word === 'лет' ? noun + 1 : null;
}

function isSpan(token: Token | undefined): boolean {
  return ['day', 'week', 'hour', 'month'].includes(unitOf(token) ?? '');
}
