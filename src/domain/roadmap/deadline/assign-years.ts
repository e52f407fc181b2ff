import type { Dated, Item, YearGroup, Years } from './item.ts';
import type { Token } from './lexer.ts';

export type Timed = Item & (Dated | Years);
type DatedItem = Item & Dated;

/**
 * Years written once count for every date before them that has none («октябрь, март 2023, 2024 гг.»), or for those after
 * them («2023 год: март, октябрь»). Gives the dates with their years, and the years that stand for themselves.
 */
export function withYears(rest: readonly Item[], tokens: readonly Token[]): Timed[] {
  const result: Timed[] = [];
  let pending: DatedItem[] = [];
  for (const sentence of sentencesOf(rest)) {
    const shared = sharingUntil(sentence, tokens);
    const timed = shared.filter((item) => item.is === 'dated' || item.is === 'years');
    if (beginsWithYears(timed)) {
      result.push(...yearsBefore(timed));
      pending = [];
      continue;
    }
    result.push(...yearsAfter(shared, pending));
    const only = sentence.every(
      (item) => item.is === 'dated' || item.is === 'comma' || isJoint(item, tokens),
    );
    pending = only ? result.filter((item) => item.is === 'dated').filter(({ years }) => years === null) : [];
  }
  return result;
}

function sentencesOf(rest: readonly Item[]): Item[][] {
  const sentences: Item[][] = [[]];
  for (const item of rest) {
    if (item.is === 'break') sentences.push([]);
    else sentences.at(-1)?.push({ ...item });
  }
  return sentences;
}

function beginsWithYears(timed: readonly Timed[]): boolean {
  const [first] = timed;
  const last = timed.at(-1);
  return first?.is === 'years' && first.mode === 'window' && last?.is === 'dated' && last.years === null;
}

function yearsBefore(timed: readonly Timed[]): Timed[] {
  const result: Timed[] = [];
  let years: (Item & Years) | null = null;
  for (const [at, item] of timed.entries()) {
    if (item.is === 'years') {
      const leads = item.mode === 'window' && timed[at + 1]?.is === 'dated';
      years = leads ? item : null;
      if (!leads) result.push(item);
    } else if (item.years !== null || years === null) result.push(item);
    else result.push({ ...item, years: years.groups, yearsFirst: true });
  }
  return result;
}

function yearsAfter(sentence: readonly Item[], before: readonly DatedItem[]): Timed[] {
  const result: Timed[] = [];
  let pending = [...before];
  for (const [at, item] of sentence.entries()) {
    if (item.is === 'dated') {
      result.push(item);
      pending.push(item);
      if (item.years !== null) pending = settled(pending, item.years);
    }
    if (item.is !== 'years') continue;
    const apart = sentence[at - 1]?.is === 'comma' && /^(?:в теч|на протяжении)/.test(item.lead);
    const last = result.at(-1);
    if (pending.length === 0 || apart || item.mode !== 'window') result.push(item);
    else {
      pending = settled(pending, item.groups);
      if (last?.end === item.start) last.end = item.end;
    }
  }
  return result;
}

function settled(pending: readonly DatedItem[], years: readonly YearGroup[]): DatedItem[] {
  for (const dated of pending) dated.years ??= years;
  return [];
}

/** «до 20 мая, 20 декабря»: both are «до». */
function sharingUntil(sentence: readonly Item[], tokens: readonly Token[]): Item[] {
  let until = false;
  return sentence.map((item) => {
    if (item.is === 'dated') {
      until = item.mode === 'until' ? item.exact : until && item.exact && !item.led;
      return until ? { ...item, mode: 'until' } : item;
    }
    until &&= item.is === 'comma' || item.is === 'years' || isJoint(item, tokens);
    return item;
  });
}

function isJoint(item: Item, tokens: readonly Token[]): boolean {
  return item.is === 'word' && tokens[item.start]?.word === 'и';
}
