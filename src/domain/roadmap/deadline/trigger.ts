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

const life =
  '(?:реализаци|действи|существован|функционирован|наставничеств|наставническ|работ[ыа] (?:наставник|пар)|програм|проект|модел|дорожн)';
const whole = '(?:вс[ея]го|всей|весь|вс[её]|полного)';

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
  row(
    `(?:в (?:течени[еи]|период|ходе|срок|сроки|процессе)|на (?:протяжении|период|срок)|за период|период|срок|сроки) (?:${whole} )?(?:период[а]? |срок[аи]? |времени )?(?:реализаци[ия] |действия )?(?:[а-я]+(?:ой|ых|ого|их) )?${life}`,
    goesOn,
  ),
  row(`(?:(?:в (?:течени[еи]|период)|на (?:протяжении|период)|за) )?${whole} (?:период|срок|врем)`, goesOn),
  row('(?:в течени[еи]|на протяжении) (?:периода|срока|времени)', goesOn),
  row('(?:по|до) (?:настоящ[а-я]+ врем|окончания срока)', goesOn),
];

/** After dates and repetitions were tried. */
const last: readonly Row[] = [
  row(
    'по (?:[а-я]+(?:ому|ему|ым|им|ой) ){0,3}(?:план|график|расписани|циклограмм|календар|программ|положени)',
    planned,
  ),
  row(
    'в соответствии с[о]? (?:[а-я]+(?:ым|им|ыми|ими|ой) ){0,3}(?:план|график|расписани|циклограмм|календар|программ|положени|дорожн)',
    planned,
  ),
  row(
    '(?:согласно|в рамках) (?:[а-я]+(?:ому|ему|ым|им|ой|ого) ){0,3}(?:план|график|расписани|циклограмм|календар|программ|положени|дорожн)',
    planned,
  ),
  row('(?:отдельн|утвержденн|индивидуальн)[а-я]+ (?:план|график)', planned),
  row('(?:план|график|план - график)', planned),
  row('на (?:постоянной|регулярной|систематической|непрерывной|бессрочной) основе', goesOn),
  row('(?:в )?(?:постоянном|непрерывном) режиме', goesOn),
  row('(?:в течени[еи]|на протяжении)', happens),
  row('не (?:позднее|позже|более)', happens),
  row('в срок(?:и|) (?! *[-:])[а-я,]', happens),
  row('сроки? (?:определ|устан|указан|соглас)', happens),
  row('в (?:соответстви|случа|зависимост|порядке|рамках|день|дни|период|ходе|процессе|связи)', happens),
  row('в (?:[а-я]+(?:ые|ое|ом|ый|ий|ем) ){1,2}(?:срок|порядк|период|врем|случа|дни)', happens),
  row(
    '(?:по|при|согласно|исходя|если|когда|одновременно|параллельно|во время|на основании|с учетом|до|к|ко|под|за|через|на этапе|на старте|на период)(?= [а-я«"])',
    happens,
  ),
  row(
    '(?:ситуативно|эпизодически|внепланово|своевременно|незамедлительно|немедленно|срочно|индивидуально|оперативно|периодически|необходимост|согласовани|каникул)',
    happens,
  ),
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

/** «в течение 10 рабочих дней после …», «не позднее чем за 3 дня до …», «через неделю». */
function relativeAt(tokens: readonly Token[], at: number): Item | null {
  const lead = leadAt(tokens, at);
  let next = lead.next;
  while (
    /^(?:за|через|чем|не|более|позднее|позже|в|,|срок|спустя|первых|одного)$/.test(tokens[next]?.word ?? '')
  )
    next += 1;
  const count = tokens[next];
  const sense = count?.sense;
  const ordinal = sense?.is === 'count' && sense.ordinal && !/[ыи]х$/.test(count?.word ?? '');
  if (count === undefined || ordinal) return null;
  const counted = count.kind !== 'year' && count.number !== null;
  if (!counted && next === at) return null;
  if (counted) next += 1;
  if (tokens[next]?.word === '-' && tokens[next + 1]?.number !== null && counted) next += 2;
  if (/^(?:рабочи|календарн|учебн|банковск)/.test(tokens[next]?.word ?? '')) next += 1;
  const unit = unitOf(tokens[next]);
  const fits =
    unit === 'day' ||
    unit === 'week' ||
    unit === 'hour' ||
    unit === 'month' ||
    (counted && tokens[next]?.word === 'лет') ||
    (counted && unit === 'year' && !count.tight && next > at + 1 && lead.word === 'в течение');
  if (!fits || (!counted && !isSpan(tokens, at, next))) return null;
  if (tokens[next + 1]?.sense?.is === 'month' || unitOf(tokens[next + 1]) === 'month') return null;
  const past = /^(?:до|после|с|со|от)$/.test(tokens[next + 1]?.word ?? '') ? next + 2 : next + 1;
  return { ...afterEvent, start: at, end: past };
}

/** «в течение месяца», «в течение недели», «не позднее дня»: no number, but a lead that asks for a length. */
function isSpan(tokens: readonly Token[], at: number, next: number): boolean {
  const lead = leadAt(tokens, at).word;
  return (lead === 'в течение' || lead === 'в течении') && next === at + 2;
}
